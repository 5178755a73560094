import { toUnitRows, type IndexFilter, type SearchResult, type VectorIndex } from '@sr/core';
import { assertGroups, assertLength, assertWhole, unknownRow } from './arguments.ts';

export interface FlatIndexSettings {
  /** D: elements per row, at least 1. */
  readonly dimensions: number;
}

interface StoredRow {
  readonly group: number;
  row: Float32Array;
}

interface Hit {
  readonly id: number;
  readonly similarity: number;
}

const id = 'flat@float32';

/**
 * Exact search in plain TypeScript, written to be read: the reference that other indexes are compared
 * with, and the one to take where WebAssembly is not allowed. Time grows with rows × dimensions.
 * @throws RangeError for dimensions below 1 or not whole.
 */
export function createFlatIndex({ dimensions }: FlatIndexSettings): VectorIndex {
  assertWhole('dimensions', dimensions, 1, id);
  // A Map keeps the order of insertion, so that rows are met in the order of their ids.
  const stored = new Map<number, StoredRow>();
  let nextId = 0;

  function rowOf(rowId: number): StoredRow {
    const found = stored.get(rowId);
    if (!found) throw unknownRow(rowId, id);
    return found;
  }

  return {
    contract: 'index/1',
    id,
    dimensions,
    get size() {
      return stored.size;
    },
    // Three roundings to float32, row, query and result, cost at most 1.5e-7; two rows that
    // toUnitRows left as they were may each be 1e-6 from unit length.
    supports: { exact: true, similarityError: 2.2e-6, storageError: 0 },

    add(rows, groups) {
      const unitRows = toUnitRows(rows, dimensions, id);
      const ids = new Int32Array(unitRows.length / dimensions);
      assertGroups(groups, ids.length, id);
      for (let i = 0; i < ids.length; i++) {
        ids[i] = nextId++;
        stored.set(ids[i]!, { group: groups[i]!, row: copyRow(unitRows, i, dimensions) });
      }
      return ids;
    },

    remove(ids) {
      Array.from(ids, rowOf);
      for (const rowId of Array.from(ids)) stored.delete(rowId);
    },

    replace(ids, rows) {
      const unitRows = toUnitRows(rows, dimensions, id);
      assertLength('ids', ids.length, unitRows.length / dimensions, id);
      for (const [i, entry] of Array.from(ids, rowOf).entries()) entry.row = copyRow(unitRows, i, dimensions);
    },

    read(ids) {
      const rows = new Float32Array(ids.length * dimensions);
      for (const [i, { row }] of Array.from(ids, rowOf).entries()) rows.set(row, i * dimensions);
      return rows;
    },

    search(queries, k, filter) {
      assertWhole('k', k, 1, id);
      const unitQueries = toUnitRows(queries, dimensions, id);
      const result = emptyResult(unitQueries.length / dimensions, k);
      for (let i = 0; i < result.counts.length; i++) {
        const hits = allHits(stored, copyRow(unitQueries, i, dimensions), filter);
        writeHits(hits.sort(bestFirst).slice(0, k), i, result, k);
      }
      return result;
    },

    bestPerGroup(queries, groupCount) {
      assertWhole('groupCount', groupCount, 0, id);
      const unitQueries = toUnitRows(queries, dimensions, id);
      const queryCount = unitQueries.length / dimensions;
      const best = new Float32Array(queryCount * groupCount).fill(-Infinity);
      for (let i = 0; i < queryCount; i++) {
        const query = copyRow(unitQueries, i, dimensions);
        for (const { group, row } of stored.values()) {
          const slot = i * groupCount + group;
          if (group < groupCount) best[slot] = Math.max(best[slot]!, cosine(query, row));
        }
      }
      return best;
    },
  };
}

function copyRow(rows: Float32Array, index: number, dimensions: number): Float32Array {
  return rows.slice(index * dimensions, (index + 1) * dimensions);
}

// Summed in double precision. Rounded before it is compared, so that what a caller sees as a tie is one.
function cosine(unitA: Float32Array, unitB: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < unitA.length; i++) sum += unitA[i]! * unitB[i]!;
  return Math.fround(Math.max(-1, Math.min(1, sum)));
}

function allHits(stored: ReadonlyMap<number, StoredRow>, query: Float32Array, filter?: IndexFilter): Hit[] {
  const groups = filter && new Set(filter.groups);
  const hits: Hit[] = [];
  for (const [id, { group, row }] of stored) {
    if (!groups || groups.has(group)) hits.push({ id, similarity: cosine(query, row) });
  }
  return hits;
}

function bestFirst(a: Hit, b: Hit): number {
  return b.similarity - a.similarity || a.id - b.id;
}

function emptyResult(queryCount: number, k: number): SearchResult {
  return {
    ids: new Int32Array(queryCount * k),
    similarities: new Float32Array(queryCount * k),
    counts: new Int32Array(queryCount),
  };
}

function writeHits(hits: readonly Hit[], queryIndex: number, result: SearchResult, k: number): void {
  for (const [rank, { id, similarity }] of hits.entries()) {
    result.ids[queryIndex * k + rank] = id;
    result.similarities[queryIndex * k + rank] = similarity;
  }
  result.counts[queryIndex] = hits.length;
}
