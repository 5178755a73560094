import { SrError, type Head, type VectorIndex } from '@sr/core';
import type { Query } from './read-query.ts';
import { groupCount, type RouteSet, type StoredTexts } from './route-set.ts';

/** How near a query is to each route, in route order. */
export interface Similarities {
  /** Best cosine with any example of the route, shape [R]. */
  readonly best: Float32Array;
  /** Whether a text that is not for the route is nearer than all that are. */
  readonly isVetoed: (position: number) => boolean;
}

export function measureSimilarities(row: Float32Array, set: RouteSet, index: VectorIndex): Similarities {
  const bestPerGroup = index.bestPerGroup(row, groupCount(set));
  const bestOf = ({ group }: StoredTexts) => bestPerGroup[group] ?? -Infinity; // no texts: nothing is near
  const best = Float32Array.from(set.stored, bestOf);
  const bestNone = bestOf(set.none);
  return {
    best,
    isVetoed: (position) => Math.max(bestOf(set.stored[position]!.negatives), bestNone) > best[position]!,
  };
}

/** @returns the head's score of each route, in route order, shape [R]. */
export function scoreRoutes(
  { row, text }: Query,
  bestSimilarity: Float32Array,
  { stored, head }: RouteSet,
  { id }: Head,
): Float32Array {
  if (head === null) return new Float32Array(0);
  const scores = head.score({ row, text, bestSimilarity });
  stored.forEach(({ route }, position) => {
    // NaN compares false with everything: unchecked, it could neither win nor be noticed.
    if (!Number.isFinite(scores[position])) throw invalidScore(id, route.name, scores[position]);
  });
  return scores;
}

function invalidScore(head: string, route: string, score: number | undefined): SrError {
  const message = `The head "${head}" must give a finite score to each route, got ${score} for "${route}"; run headContract on it.`;
  return new SrError('SR_INVALID_SCORE', message, { head, route });
}
