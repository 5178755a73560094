import { bertCharacter, separator } from './bert-characters.ts';
import type { BertVocabulary } from './bert-vocabulary.ts';
import { createWordPieces } from './word-pieces.ts';

export interface TokenizedText {
  /** [CLS], the text, [SEP]: 2 to maxTokens ids. */
  readonly ids: readonly number[];
  /** Whether the text has more tokens than fit. */
  readonly truncated: boolean;
}

export type Tokenizer = (text: string) => TokenizedText;

/**
 * The tokens of BERT's uncased tokenizer, of which the first that fit are kept.
 *
 * Every character of the text is text: `[SEP]` becomes `[`, `sep`, `]`, as in Hugging Face's Python
 * library with no added tokens. A text can therefore not end itself early or hide its rest.
 *
 * Reading stops at the first token that does not fit, so a long text costs what its beginning costs.
 */
export function createBertTokenizer(vocabulary: BertVocabulary, maxTokens: number): Tokenizer {
  const pieces = createWordPieces(vocabulary);
  const room = maxTokens - 2;

  return (text) => {
    const ids = [vocabulary.clsId];
    for (const word of words(text, pieces.maxWordLength)) {
      for (const id of pieces.split(word)) ids.push(id);
      if (ids.length > 1 + room) break;
    }
    const truncated = ids.length > 1 + room;
    if (truncated) ids.length = 1 + room;
    ids.push(vocabulary.sepId);
    return { ids, truncated };
  };
}

/** Words and punctuation marks in text order; a word beyond `maxLength` is cut a little after it. */
function* words(text: string, maxLength: number): Generator<string> {
  let word = '';
  for (const character of text) {
    const read = bertCharacter(character);
    if (!read.startsWith(separator)) {
      if (word.length <= maxLength) word += read;
      continue;
    }
    if (word !== '') yield word;
    word = '';
    if (read !== separator) yield read.trim();
  }
  if (word !== '') yield word;
}
