import { hashText } from './hash-text.ts';

/** Blocks of features that are weighted apart: words with pairs of words, and pieces of words. */
export const featureBlocks: readonly ((text: string) => Int32Array)[] = [wordFeatures, pieceFeatures];

const pieceLengths = [3, 4, 5];

/*
 * Features are 32-bit hashes, with repetitions as in the text: no strings are kept, and in a vocabulary
 * of 100,000 about one pair shares its hash.
 */

/** Words and pairs of neighbouring words, lower case. */
function wordFeatures(text: string): Int32Array {
  const words = wordsOf(text);
  const pairs = words.slice(1).map((second, i) => `${words[i]!} ${second}`);
  return Int32Array.from([...words, ...pairs], (feature) => hashText(feature));
}

/** Runs of 3 to 5 characters within words, whose ends are marked by spaces. */
function pieceFeatures(text: string): Int32Array {
  const hashes: number[] = [];
  for (const word of wordsOf(text)) {
    const marked = ` ${word} `;
    for (const length of pieceLengths) {
      for (let end = length; end <= marked.length; end++) hashes.push(hashText(marked, end - length, end));
    }
  }
  return Int32Array.from(hashes);
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
