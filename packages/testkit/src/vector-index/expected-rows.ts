import type { IndexFilter, VectorIndex } from '@sr/core';
import { close, equal, ok } from '../assert.ts';

/** What a right index holds: the naive double-precision reference that results are compared with. */
export interface ExpectedRow {
  readonly id: number;
  readonly group: number;
  readonly row: Float32Array;
}

/** Adds rows and says what the index now holds of them. */
export function addRows(
  index: VectorIndex,
  rows: Float32Array,
  groupOf: (position: number) => number = () => 0,
): ExpectedRow[] {
  const groups = Array.from({ length: rows.length / index.dimensions }, (_, i) => groupOf(i));
  const ids = index.add(rows, groups);
  return groups.map((group, i) => ({ id: ids[i]!, group, row: rowAt(rows, i, index.dimensions) }));
}

export function rowAt(rows: Float32Array, position: number, dimensions: number): Float32Array {
  return rows.slice(position * dimensions, (position + 1) * dimensions);
}

export function cosine(a: Float32Array, b: Float32Array): number {
  let product = 0;
  let squaresOfA = 0;
  let squaresOfB = 0;
  for (let i = 0; i < a.length; i++) {
    product += a[i]! * b[i]!;
    squaresOfA += a[i]! ** 2;
    squaresOfB += b[i]! ** 2;
  }
  return product / Math.sqrt(squaresOfA * squaresOfB);
}

/** Searches by one query and fails unless the true best rows are found, best first. */
export function assertFindsBest(
  index: VectorIndex,
  expected: readonly ExpectedRow[],
  query: Float32Array,
  k: number,
  filter?: IndexFilter,
): void {
  const candidates = expected.filter(({ group }) => !filter || filter.groups.includes(group));
  const best = candidates.map(({ row }) => cosine(row, query)).sort((a, b) => b - a);
  const hits = findHits(index, query, k, filter);
  equal(hits.length, Math.min(k, candidates.length), 'rows found');
  equal(new Set(hits.map(({ id }) => id)).size, hits.length, 'different rows found');
  for (const [rank, { id, similarity }] of hits.entries()) {
    const found = candidates.find((candidate) => candidate.id === id);
    ok(found, `row ${id}, found at rank ${rank}, is not among the rows to be searched`);
    const { similarityError } = index.supports;
    close(similarity, cosine(found.row, query), similarityError, `similarity of row ${id}`);
    // By similarity, not by id: rounding may swap near ties.
    close(similarity, best[rank]!, similarityError, `similarity at rank ${rank}`);
    if (rank > 0) ok(similarity <= hits[rank - 1]!.similarity, `rank ${rank} is better than the one before`);
  }
}

export interface Hit {
  readonly id: number;
  readonly similarity: number;
}

/** The valid entries of a search by one query. */
export function findHits(index: VectorIndex, query: Float32Array, k: number, filter?: IndexFilter): Hit[] {
  const { ids, similarities, counts } = index.search(query, k, filter);
  equal(ids.length, k, 'length of ids');
  equal(similarities.length, k, 'length of similarities');
  equal(counts.length, 1, 'length of counts');
  return Array.from(ids.subarray(0, counts[0]), (id, i) => ({ id, similarity: similarities[i]! }));
}

/** Fails unless bestPerGroup of one query is what the reference says. */
export function assertBestPerGroup(
  index: VectorIndex,
  expected: readonly ExpectedRow[],
  query: Float32Array,
  groupCount: number,
): void {
  const best = index.bestPerGroup(query, groupCount);
  equal(best.length, groupCount, 'length of bestPerGroup');
  for (let group = 0; group < groupCount; group++) {
    const similarities = expected.filter((row) => row.group === group).map(({ row }) => cosine(row, query));
    const { similarityError } = index.supports;
    close(best[group]!, Math.max(-Infinity, ...similarities), similarityError, `best of group ${group}`);
  }
}
