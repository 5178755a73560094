import { hashText } from './hash-text.ts';

/**
 * Splits examples into folds, each route spread evenly over them. The split follows from the texts
 * alone: neither the order of utterances nor that of routes shows in what a head learns.
 * @returns for each example its fold, 0 … foldCount − 1.
 */
export function stratifiedFolds(
  texts: readonly string[],
  routes: Int32Array,
  routeCount: number,
  foldCount: number,
): Int32Array {
  const members = Array.from({ length: routeCount }, (): HashedExample[] => []);
  texts.forEach((text, example) => members[routes[example]!]!.push({ example, hash: hashText(text) >>> 0 }));
  const folds = new Int32Array(texts.length);
  for (const examples of members) {
    examples.sort((a, b) => a.hash - b.hash);
    // Small routes begin in different folds, so that they do not all crowd the first ones.
    const first = (examples[0]?.hash ?? 0) % foldCount;
    examples.forEach(({ example }, i) => (folds[example] = (first + i) % foldCount));
  }
  return folds;
}

interface HashedExample {
  readonly example: number;
  readonly hash: number;
}
