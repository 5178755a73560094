import { SrError, type Head, type VectorIndex } from '@sr/core';
import type { Query } from './read-query.ts';
import { groupCount, type RouteSet } from './route-set.ts';

/** @returns best cosine of the row with any utterance of each route, in route order, shape [R]. */
export function bestSimilarities(row: Float32Array, { stored }: RouteSet, index: VectorIndex): Float32Array {
  const bestPerGroup = index.bestPerGroup(row, groupCount(stored));
  return Float32Array.from(stored, ({ group }) => bestPerGroup[group]!);
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
