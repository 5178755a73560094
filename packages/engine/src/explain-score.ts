import type { Explanation } from '@sr/core';
import type { Candidate } from './decide.ts';
import type { Query } from './read-query.ts';
import type { RouteSet } from './route-set.ts';
import type { Similarities } from './score-routes.ts';

/** @param ranked candidates, best first. */
export function explainScore<Name extends string>(
  query: Query,
  { best, isVetoed }: Similarities,
  ranked: readonly Candidate<Name>[],
  { stored, head }: RouteSet<Name>,
): Explanation<Name> | undefined {
  const [winner, rival] = ranked;
  if (winner === undefined) return undefined;
  const positionOf = (name: Name) => stored.findIndex(({ route }) => route.name === name);
  const position = positionOf(winner.route);
  const headQuery = { row: query.row, text: query.text, bestSimilarity: best };
  return {
    route: winner.route,
    rival: rival?.route ?? null,
    parts: isVetoed(position)
      ? []
      : (head?.explain?.(headQuery, position, rival && positionOf(rival.route)) ?? []),
    acceptedUpTo: winner.score,
    rivalWinsBy: rival === undefined ? null : winner.score - rival.score,
  };
}
