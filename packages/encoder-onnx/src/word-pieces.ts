/** Splits words into the longest pieces that a vocabulary holds, from left to right. */
export interface WordPieces {
  /** @returns ids of the pieces; of the unknown token alone where some part of the word has no piece. */
  split(word: string): readonly number[];
  /** A word of more UTF-16 units than this is unknown whatever it is: it need not be kept whole. */
  readonly maxWordLength: number;
}

export interface WordPieceVocabulary {
  /** Tokens and their ids; a token that continues a word begins with `continuationPrefix`. */
  readonly ids: Readonly<Record<string, number>>;
  readonly continuationPrefix: string;
  readonly unknownId: number;
  /** A word of more characters is unknown. */
  readonly maxWordCharacters: number;
}

export function createWordPieces(vocabulary: WordPieceVocabulary): WordPieces {
  const { ids, continuationPrefix, maxWordCharacters } = vocabulary;
  const unknown = [vocabulary.unknownId];
  const longest = longestLength(Object.keys(ids));

  // Pieces are whole characters, so cutting by UTF-16 units never splits one.
  function split(word: string): readonly number[] {
    if (word.length > maxWordCharacters && Array.from(word).length > maxWordCharacters) return unknown;
    const pieces: number[] = [];
    let start = 0;
    while (start < word.length) {
      const prefix = start === 0 ? '' : continuationPrefix;
      let end = Math.min(word.length, start + longest);
      while (end > start && !Object.hasOwn(ids, prefix + word.slice(start, end))) end--;
      if (end === start) return unknown;
      pieces.push(ids[prefix + word.slice(start, end)]!);
      start = end;
    }
    return pieces;
  }

  return { split, maxWordLength: 2 * maxWordCharacters };
}

// The vocabulary is looked up as JSON.parse left it: copying it into a Map takes 30 ms of a cold start.
function longestLength(tokens: readonly string[]): number {
  let longest = 0;
  for (const token of tokens) longest = Math.max(longest, token.length);
  return longest;
}
