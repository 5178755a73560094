import type { IndexFilter, SearchResult } from '@sr/core';
import { rowsPerBlock, strideOf, type Kernels } from '@sr/simd-cosine';
import type { TableMemory } from './table-memory.ts';

export interface SearchedTable {
  readonly kernels: Kernels;
  readonly memory: TableMemory;
  readonly dimensions: number;
  readonly rowCount: number;
}

/** @param queries of unit length, shape [Q, D]. @param k at least 1. */
export function searchTable(
  table: SearchedTable,
  queries: Float32Array,
  k: number,
  filter: IndexFilter | undefined,
): SearchResult {
  const { kernels, memory, dimensions, rowCount } = table;
  const queryCount = queries.length / dimensions;
  const result = {
    ids: new Int32Array(queryCount * k),
    similarities: new Float32Array(queryCount * k),
    counts: new Int32Array(queryCount),
  };
  const keep = Math.min(k, rowCount);
  if (keep === 0) return result;

  // work: the query, then the hits, then the allowed groups
  const allowed = filter && toAscendingGroups(filter.groups);
  const hitsOffset = strideOf(dimensions) * 4;
  const allowedOffset = hitsOffset + keep * 8;
  memory.reserveWork(allowedOffset + (allowed?.length ?? 0) * 4);
  const { ids, groups, scores, work } = memory.layout;
  if (allowed) memory.integers.set(allowed, (work + allowedOffset) / 4);

  for (let i = 0; i < queryCount; i++) {
    scoreRows(table, queries, i);
    if (allowed) kernels.maskGroups(scores, groups, rowCount, work + allowedOffset, allowed.length);
    const count = kernels.topHits(scores, ids, rowCount, work + hitsOffset, keep);
    result.counts[i] = count;
    for (let rank = 0, hit = (work + hitsOffset) / 4; rank < count; rank++, hit += 2) {
      result.ids[i * k + rank] = memory.integers[hit]!;
      result.similarities[i * k + rank] = memory.floats[hit + 1]!;
    }
  }
  return result;
}

/** @param queries of unit length, shape [Q, D]. */
export function bestPerGroupOfTable(
  table: SearchedTable,
  queries: Float32Array,
  groupCount: number,
): Float32Array {
  const { kernels, memory, dimensions, rowCount } = table;
  const queryCount = queries.length / dimensions;
  const best = new Float32Array(queryCount * groupCount);

  // work: the query, then the best of each group
  const bestOffset = strideOf(dimensions) * 4;
  memory.reserveWork(bestOffset + groupCount * 4);
  const { groups, scores, work } = memory.layout;

  for (let i = 0; i < queryCount; i++) {
    scoreRows(table, queries, i);
    kernels.bestPerGroup(scores, groups, rowCount, work + bestOffset, groupCount);
    const first = (work + bestOffset) / 4;
    best.set(memory.floats.subarray(first, first + groupCount), i * groupCount);
  }
  return best;
}

function scoreRows(table: SearchedTable, queries: Float32Array, position: number): void {
  const { kernels, memory, dimensions, rowCount } = table;
  const { scores, work } = memory.layout;
  const stride = strideOf(dimensions);
  const query = memory.floats.subarray(work / 4, work / 4 + stride);
  query.set(queries.subarray(position * dimensions, (position + 1) * dimensions));
  query.fill(0, dimensions);
  kernels.cosineRows(0, Math.ceil(rowCount / rowsPerBlock), stride, work, scores);
}

// What is no group of any row is left out: as int32 it would turn into one that is.
function toAscendingGroups(groups: readonly number[]): Int32Array {
  return Int32Array.from(groups.filter((group) => (group | 0) === group)).sort();
}
