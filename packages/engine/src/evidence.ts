import type { Evidence, VectorIndex } from '@sr/core';
import type { Candidate } from './decide.ts';
import type { RouteSet } from './route-set.ts';

const evidenceCount = 5;

/** The utterances of candidate routes that are nearest to the query, best first. */
export function findEvidence<Name extends string>(
  row: Float32Array,
  candidates: readonly Candidate<Name>[],
  { stored }: RouteSet<Name>,
  index: VectorIndex,
): Evidence<Name>[] {
  const candidateOf = new Map(candidates.map((candidate) => [candidate.route, candidate]));
  const routes = stored.filter(({ route }) => candidateOf.has(route.name));
  if (routes.length === 0) return [];
  const groups = routes.map(({ group }) => group);
  const { ids, similarities, counts } = index.search(row, evidenceCount, { groups });
  return Array.from(ids.subarray(0, counts[0]), (id, i) => {
    const { route, texts, ids: routeIds } = routes.find((candidate) => candidate.ids.includes(id))!;
    const { score, threshold } = candidateOf.get(route.name)!;
    return {
      route: route.name,
      utterance: texts[routeIds.indexOf(id)]!,
      similarity: similarities[i]!,
      threshold,
      margin: score - threshold,
    };
  });
}
