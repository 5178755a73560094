import type { Random } from '../measure/random.ts';

const shortestWord = 4;
const alphabet = 'abcdefghijklmnopqrstuvwxyz';

/** What fingers do to the letter at `position` of a word that goes on after it. */
const slips: readonly ((word: string, position: number, random: Random) => string)[] = [
  function swap(word, position) {
    return splice(word, position, 2, word[position + 1]! + word[position]!);
  },
  function drop(word, position) {
    return splice(word, position, 1, '');
  },
  function double(word, position) {
    return splice(word, position, 1, word[position]! + word[position]!);
  },
  function replace(word, position, random) {
    return splice(word, position, 1, alphabet[Math.floor(random() * alphabet.length)]!);
  },
];

/**
 * The text with one slip in one of its words of four letters or more: two neighbouring letters swapped,
 * or one dropped, doubled or replaced. A text without such a word stays as it is.
 */
export function misspell(text: string, random: Random): string {
  const words = [...text.matchAll(/\p{L}+/gu)].filter(([word]) => word.length >= shortestWord);
  if (words.length === 0) return text;
  const { 0: word, index } = draw(words, random);
  // A slip may change nothing, e.g. swap the two letters of "ee": then it is drawn again.
  for (;;) {
    const position = Math.floor(random() * (word.length - 1));
    const slipped = draw(slips, random)(word, position, random);
    if (slipped !== word) return splice(text, index, word.length, slipped);
  }
}

function draw<T>(items: readonly T[], random: Random): T {
  return items[Math.floor(random() * items.length)]!;
}

function splice(text: string, start: number, length: number, replacement: string): string {
  return text.slice(0, start) + replacement + text.slice(start + length);
}
