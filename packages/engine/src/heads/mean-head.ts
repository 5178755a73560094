import type { Head } from '@sr/core';
import { prototypeHead, restorePrototypeHead, routeMeans } from './prototype-head.ts';

/** A route's score is the mean cosine with all its utterances, which is the cosine sum against their mean row. */
export const meanHead: Head = {
  contract: 'head/1',
  id: 'mean',
  scale: 'cosine',
  defaultThreshold: 0.3, // where overall accuracy peaks on CLINC150 validation, a quarter of it out of scope
  fit: (examples) => prototypeHead(routeMeans(examples), examples.routeNames.length, examples.dimensions),
  restore: restorePrototypeHead,
};
