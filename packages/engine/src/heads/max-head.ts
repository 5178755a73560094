import type { FittedHead, Head } from '@sr/core';

/** A route's score is the best cosine with any of its utterances: nothing is learned, every example can win alone. */
export const maxHead: Head = {
  contract: 'head/1',
  id: 'max',
  scale: 'cosine',
  defaultThreshold: 0.5,
  fit: () => fitted,
  restore: () => fitted,
};

const fitted: FittedHead = {
  score: ({ bestSimilarity }) => bestSimilarity.slice(),
  explain: ({ bestSimilarity }, route) => [{ part: 'nearest example', value: bestSimilarity[route]! }],
  state: { tensors: {} },
};
