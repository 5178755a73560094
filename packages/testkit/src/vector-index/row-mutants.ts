import type { VectorIndex } from '@sr/core';
import { rowAt } from './expected-rows.ts';
import { mutantOf, type IndexMutant } from './index-mutant.ts';

/** One broken promise of `rowCases` each. */
export const rowMutants: readonly IndexMutant[] = [
  mutantOf(
    'declares one dimension more',
    'declares its dimensions, its exactness and its error bounds',
    ({ dimensions }) => ({ dimensions: dimensions + 1 }),
  ),
  mutantOf(
    'never gives up its last row',
    'starts empty, and takes rows and gives them up until none is left, and again',
    (right) => ({
      remove(ids) {
        right.remove(Array.from(ids).slice(0, right.size - 1));
      },
    }),
  ),
  mutantOf('gives the ids of removed rows again', 'ids ascend and are never given twice', (right) => ({
    add: (rows, groups) => right.add(rows, groups).map((_, i) => right.size - groups.length + i),
  })),
  mutantOf(
    'numbers the rows that are left anew after a removal',
    'ids stay with their rows, whatever is added, removed or replaced',
    withRenumberedIds,
  ),
  mutantOf(
    'removes and adds where it should replace, which loses the group',
    'replace overwrites a row, which keeps its id and its group',
    (right) => ({
      replace(ids, rows) {
        right.remove(ids);
        right.add(rows, new Int32Array(ids.length));
      },
    }),
  ),
  mutantOf(
    'reads rows in the order of their ids',
    'read returns rows as they were added, in the order asked for',
    (right) => ({ read: (ids) => right.read(Array.from(ids).sort((a, b) => a - b)) }),
  ),
  mutantOf(
    'takes the norm of rows in single precision, where squares overflow and vanish',
    'brings rows of any length to unit length',
    (right) => ({
      add: (rows, groups) => right.add(toUnitInSinglePrecision(rows, right.dimensions), groups),
    }),
  ),
  mutantOf('stores a view of the rows that it was given', 'keeps no hold on its arguments', (right) => {
    let held: { ids: Int32Array; rows: Float32Array } | undefined;
    return {
      add(rows, groups) {
        held = { ids: right.add(rows, groups), rows };
        return held.ids.slice();
      },
      search(queries, k, filter) {
        if (held) right.replace(held.ids, held.rows);
        return right.search(queries, k, filter);
      },
    };
  }),
  mutantOf('brings rows to unit length where they are', 'leaves its arguments as they were', (right) => ({
    add(rows, groups) {
      const ids = right.add(rows, groups);
      rows.set(right.read(ids));
      return ids;
    },
  })),
  mutantOf(
    'answers every search in the same arrays',
    'results are fresh: later calls do not change them',
    (right) => {
      const similarities = new Float32Array(1000);
      return {
        search(queries, k, filter) {
          const result = right.search(queries, k, filter);
          similarities.set(result.similarities);
          return { ...result, similarities: similarities.subarray(0, result.similarities.length) };
        },
      };
    },
  ),
  mutantOf(
    'counts removed rows by the ids that were named',
    'remove takes an id that is named twice for one',
    (right) => {
      let size = 0;
      return {
        get size() {
          return size;
        },
        add(rows, groups) {
          const ids = right.add(rows, groups);
          size += ids.length;
          return ids;
        },
        remove(ids) {
          right.remove(ids);
          size -= ids.length;
        },
      };
    },
  ),
  mutantOf(
    'overwrites its first row when it grows beyond 1024',
    'grows from one row to thousands and loses none',
    (right) => ({
      add(rows, groups) {
        const hadRoom = right.size <= 1024;
        const ids = right.add(rows, groups);
        if (hadRoom && right.size > 1024) right.replace([0], rowAt(rows, 0, right.dimensions));
        return ids;
      },
    }),
  ),
];

// The ids that a caller sees are positions in the list of live rows.
function withRenumberedIds(right: VectorIndex): Partial<VectorIndex> {
  const live: number[] = [];
  const rightIds = (ids: ArrayLike<number>) => Array.from(ids, (id) => live[id]!);
  return {
    add(rows, groups) {
      const ids = right.add(rows, groups);
      live.push(...ids);
      return ids.map((id) => live.indexOf(id));
    },
    remove(ids) {
      const removed = rightIds(ids);
      right.remove(removed);
      for (const id of removed) live.splice(live.indexOf(id), 1);
    },
    replace(ids, rows) {
      right.replace(rightIds(ids), rows);
    },
    read: (ids) => right.read(rightIds(ids)),
    search(queries, k, filter) {
      const result = right.search(queries, k, filter);
      return { ...result, ids: result.ids.map((id) => live.indexOf(id)) };
    },
  };
}

function toUnitInSinglePrecision(rows: Float32Array, dimensions: number): Float32Array {
  return rows.map((element, i) => {
    const row = rowAt(rows, Math.floor(i / dimensions), dimensions);
    const squares = row.reduce((sum, x) => Math.fround(sum + Math.fround(x * x)), 0);
    return element / Math.sqrt(squares);
  });
}
