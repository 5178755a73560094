import { toUnitRows, type Head } from '@sr/core';
import { prototypeHead, restorePrototypeHead, routeMeans } from './prototype-head.ts';

/**
 * A route's score is the cosine with the direction of its mean utterance: unlike `mean`, a route of
 * varied utterances is not scored lower for their variety.
 */
export const centroidHead: Head = {
  contract: 'head/1',
  id: 'centroid',
  scale: 'cosine',
  defaultThreshold: 0.45, // where overall accuracy peaks on CLINC150 validation, a quarter of it out of scope
  fit(examples) {
    const { routeNames, dimensions } = examples;
    const centroids = toUnitRows(routeMeans(examples), dimensions, 'The head "centroid"');
    return prototypeHead(centroids, routeNames.length, dimensions);
  },
  restore: restorePrototypeHead,
};
