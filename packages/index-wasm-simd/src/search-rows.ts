import type { IndexFilter, SearchResult } from '@sr/core';
import type { Kernels } from '@sr/simd-cosine';
import type { ChunkMemory } from './chunk-memory.ts';
import { scanRows } from './scan-rows.ts';
import type { Scorer } from './scorer.ts';

export interface SearchedRows {
  readonly kernels: Kernels;
  readonly memory: ChunkMemory;
  readonly scorer: Scorer;
  readonly dimensions: number;
  readonly rowCount: number;
}

/** @param queries of unit length, shape [Q, D]. @param k at least 1. */
export function searchRows(
  rows: SearchedRows,
  queries: Float32Array,
  k: number,
  filter: IndexFilter | undefined,
): SearchResult {
  const { memory, scorer, dimensions, rowCount } = rows;
  const queryCount = queries.length / dimensions;
  const result = {
    ids: new Int32Array(queryCount * k),
    similarities: new Float32Array(queryCount * k),
    counts: new Int32Array(queryCount),
  };
  if (rowCount === 0) return result;
  const gatherer = scorer.gatherHits(Math.min(k, rowCount));
  const allowed = filter && toAscendingGroups(filter.groups);
  scanRows({ ...rows, gatherer, queries, allowed }, (position, hits, count) => {
    result.counts[position] = count;
    for (let rank = 0, word = hits / 4; rank < count; rank++, word += 2) {
      result.ids[position * k + rank] = memory.integers[word]!;
      result.similarities[position * k + rank] = memory.floats[word + 1]!;
    }
  });
  return result;
}

/** @param queries of unit length, shape [Q, D]. */
export function bestPerGroupOfRows(
  rows: SearchedRows,
  queries: Float32Array,
  groupCount: number,
): Float32Array {
  const { memory, scorer, dimensions } = rows;
  const best = new Float32Array((queries.length / dimensions) * groupCount);
  const gatherer = scorer.gatherBestPerGroup(groupCount);
  scanRows({ ...rows, gatherer, queries, allowed: undefined }, (position, result) => {
    best.set(memory.floats.subarray(result / 4, result / 4 + groupCount), position * groupCount);
  });
  return best;
}

// What is no group of any row is left out: as int32 it would turn into one that is.
function toAscendingGroups(groups: readonly number[]): Int32Array {
  return Int32Array.from(groups.filter((group) => (group | 0) === group)).sort();
}
