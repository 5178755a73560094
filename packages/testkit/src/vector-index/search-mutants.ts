import type { SearchResult, VectorIndex } from '@sr/core';
import { rowAt } from './expected-rows.ts';
import { mutantOf, type IndexMutant } from './index-mutant.ts';

/** One broken promise of `searchCases` each. */
export const searchMutants: readonly IndexMutant[] = [
  mutantOf('scores from 0 to 1', 'identical is 1, orthogonal 0, opposite −1', (right) => ({
    search(queries, k, filter) {
      const result = right.search(queries, k, filter);
      return { ...result, similarities: result.similarities.map((similarity) => (1 + similarity) / 2) };
    },
  })),
  mutantOf(
    'never looks at its first row',
    'finds the k nearest rows, best first, for k below and at the number of rows',
    (right) => ({ search: (queries, k) => keepHits(right, queries, k, (id) => id !== 0) }),
  ),
  mutantOf('counts its padding', 'counts say how many rows were found where k is larger', (right) => ({
    search(queries, k, filter) {
      const result = right.search(queries, k, filter);
      return { ...result, counts: result.counts.map(() => k) };
    },
  })),
  mutantOf(
    'leaves out the elements after the last whole group of four',
    'compares all elements, whatever the dimensions',
    (right) => {
      const whole = right.dimensions - (right.dimensions % 4) || right.dimensions;
      const cut = (rows: Float32Array) => rows.map((x, i) => (i % right.dimensions < whole ? x : 0));
      return { search: (queries, k, filter) => right.search(cut(queries), k, filter) };
    },
  ),
  mutantOf('gives ties to the higher id', 'exact ties go to the lower id', (right) => ({
    search: (queries, k) =>
      searchAll(right, queries, k, (a, b) => b.similarity - a.similarity || b.id - a.id),
  })),
  mutantOf(
    'rounds similarities after it has put them in order',
    'orders near duplicates by the similarity that it returns, then by id',
    (right) => ({
      search(queries, k, filter) {
        const result = right.search(queries, k, filter);
        return { ...result, similarities: result.similarities.map((x) => Math.round(x * 1e6) / 1e6) };
      },
    }),
  ),
  mutantOf('lets rounding push similarities above 1', 'similarities stay within −1 and 1', (right) => ({
    search(queries, k, filter) {
      const result = right.search(queries, k, filter);
      return { ...result, similarities: result.similarities.map((x) => x * (1 + 2 ** -23)) };
    },
  })),
  mutantOf(
    'answers the whole batch by its first query',
    'each query of a batch is answered as if it came alone',
    (right) => ({
      search(queries, k, filter) {
        const first = rowAt(queries, 0, right.dimensions);
        return right.search(
          queries.map((_, i) => first[i % right.dimensions]!),
          k,
          filter,
        );
      },
    }),
  ),
  mutantOf(
    'mixes up the rows of a batch result for groups',
    'each query of a batch is answered as if it came alone',
    (right) => ({
      bestPerGroup(queries, groupCount) {
        const best = right.bestPerGroup(queries, groupCount);
        return best.map(
          (_, i) =>
            rowAt(best, best.length / groupCount - 1 - Math.floor(i / groupCount), groupCount)[
              i % groupCount
            ]!,
        );
      },
    }),
  ),
  mutantOf(
    'takes queries within a thousandth of unit length as they are',
    'brings queries of any length to unit length',
    (right) => ({
      search(queries, k, filter) {
        const norm = Math.hypot(...rowAt(queries, 0, right.dimensions));
        const result = right.search(queries, k, filter);
        const kept = Math.abs(norm - 1) < 1e-3 ? norm : 1;
        return { ...result, similarities: result.similarities.map((similarity) => similarity * kept) };
      },
    }),
  ),
  mutantOf('answers no queries as if it were one', 'no rows and no queries are a valid call', (right) => ({
    search: (queries, k, filter) =>
      queries.length > 0
        ? right.search(queries, k, filter)
        : { ids: new Int32Array(k), similarities: new Float32Array(k), counts: new Int32Array(1) },
  })),
];

interface Hit {
  readonly id: number;
  readonly similarity: number;
}

function keepHits(
  right: VectorIndex,
  query: Float32Array,
  k: number,
  keep: (id: number) => boolean,
): SearchResult {
  return toResult(
    allHits(right, query).filter(({ id }) => keep(id)),
    k,
  );
}

function searchAll(
  right: VectorIndex,
  query: Float32Array,
  k: number,
  order: (a: Hit, b: Hit) => number,
): SearchResult {
  return toResult(allHits(right, query).sort(order), k);
}

function allHits(right: VectorIndex, query: Float32Array): Hit[] {
  const { ids, similarities } = right.search(query, right.size);
  return Array.from(ids, (id, i) => ({ id, similarity: similarities[i]! }));
}

function toResult(hits: readonly Hit[], k: number): SearchResult {
  const best = hits.slice(0, k);
  const padding = Array.from({ length: k - best.length }, () => 0);
  return {
    ids: Int32Array.from([...best.map(({ id }) => id), ...padding]),
    similarities: Float32Array.from([...best.map(({ similarity }) => similarity), ...padding]),
    counts: Int32Array.of(best.length),
  };
}
