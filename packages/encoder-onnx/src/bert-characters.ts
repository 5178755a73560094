/** What these stand for in the text is a separator, and what stands alone has one on each side. */
export const separator = ' ';

// A user may send every character there is: no more of them are remembered than the basic plane holds.
const maxRemembered = 0x10000;
const remembered = new Map<string, string>();

/**
 * What BERT's uncased normalizer and pre-tokenizer make of one character: '' where it is dropped, a
 * separator for white space, the character between separators where it is a word by itself
 * (punctuation, CJK ideographs), else its letters without accents and in lower case.
 *
 * Both work on characters, not on strings: that keeps a hostile text linear. `String.normalize` over
 * a million combining marks sorts them in quadratic time, and `toLowerCase` looks at what follows a Σ.
 */
export function bertCharacter(character: string): string {
  const known = remembered.get(character);
  if (known !== undefined) return known;
  const result = normalizeCharacter(character);
  if (remembered.size < maxRemembered) remembered.set(character, result);
  return result;
}

function normalizeCharacter(character: string): string {
  if (/[\t\n\r]/.test(character)) return separator;
  if (/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\uFFFD]/u.test(character)) return '';
  if (/\s/.test(character)) return separator;
  let letters = '';
  for (const part of character.normalize('NFD')) {
    if (!/\p{Mn}/u.test(part)) letters += isPunctuation(part) ? standingAlone(part) : part.toLowerCase();
  }
  return isIdeograph(character) ? standingAlone(letters) : letters;
}

function standingAlone(word: string): string {
  return separator + word + separator;
}

// BERT counts every visible ASCII character that is neither letter nor digit, so also $, + and ~.
function isPunctuation(character: string): boolean {
  return /[!-/:-@[-`{-~\p{P}]/u.test(character);
}

// The blocks that BERT names, not \p{Ideographic}: later extensions of Unicode are letters to it.
function isIdeograph(character: string): boolean {
  return /[\u4E00-\u9FFF\u3400-\u4DBF\u{20000}-\u{2A6DF}\u{2A700}-\u{2B73F}\u{2B740}-\u{2B81F}\u{2B920}-\u{2CEAF}\uF900-\uFAFF\u{2F800}-\u{2FA1F}]/u.test(
    character,
  );
}
