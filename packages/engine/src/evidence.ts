import type { Evidence, VectorIndex } from '@sr/core';
import type { Candidate } from './decide.ts';
import type { RouteSet, StoredRoute } from './route-set.ts';

/** Nearest utterances of all candidates, and of the best route and its rival each. */
const overallCount = 5;
const perRouteCount = 2;

/** @param ranked candidates, best first. */
export function findEvidence<Name extends string>(
  row: Float32Array,
  ranked: readonly Candidate<Name>[],
  { stored }: RouteSet<Name>,
  index: VectorIndex,
): Evidence<Name>[] {
  const routeOf = new Map(stored.map((one) => [one.route.name, one]));
  const routes = ranked.map(({ route }) => routeOf.get(route)!);
  const similarityOf = new Map([
    ...nearest(routes, overallCount),
    ...routes.slice(0, 2).flatMap((route) => nearest([route], perRouteCount)),
  ]);
  const sorted = [...similarityOf].sort(([firstId, a], [secondId, b]) => b - a || firstId - secondId);
  return sorted.map(([id, similarity]) => toEvidence(id, similarity));

  function nearest(among: readonly StoredRoute[], count: number): [id: number, similarity: number][] {
    if (among.length === 0) return [];
    const groups = among.map(({ group }) => group);
    const { ids, similarities, counts } = index.search(row, count, { groups });
    return Array.from(ids.subarray(0, counts[0]), (id, i) => [id, similarities[i]!]);
  }

  function toEvidence(id: number, similarity: number): Evidence<Name> {
    const position = routes.findIndex(({ ids }) => ids.includes(id));
    const { texts, ids } = routes[position]!;
    const { route, score, threshold } = ranked[position]!;
    return { route, utterance: texts[ids.indexOf(id)]!, similarity, threshold, margin: score - threshold };
  }
}
