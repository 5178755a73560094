import { SrError, toUnitRows, type IndexFactory, type VectorIndex } from '@sr/core';

const id = 'sorted@float32';

/** Compares the query with every row and sorts all of them: slow, right, and short. */
export const createSortedIndex: IndexFactory = ({ dimensions }): VectorIndex => {
  checkWhole('dimensions', dimensions, 1);
  const stored = new Map<number, { group: number; row: Float32Array }>();
  let nextId = 0;

  const find = (rowId: number) => {
    const found = stored.get(rowId);
    if (found) return found;
    throw new SrError('SR_UNKNOWN_ROW', `${id} has no row ${rowId}; was it removed?`, { id: rowId });
  };
  // toUnitRows refuses what cannot be compared: wrong element counts, zero and non-finite rows.
  const split = (rows: Float32Array) => {
    const unit = toUnitRows(rows, dimensions, id);
    const starts = Array.from({ length: unit.length / dimensions }, (_, i) => i * dimensions);
    return starts.map((start) => unit.slice(start, start + dimensions));
  };

  return {
    contract: 'index/1',
    id,
    dimensions,
    get size() {
      return stored.size;
    },
    supports: { exact: true, similarityError: 1e-5, storageError: 0 },
    add(rows, groups) {
      const unit = split(rows);
      checkGroups(groups, unit.length);
      return Int32Array.from(unit, (row, i) => {
        stored.set(nextId, { group: groups[i]!, row });
        return nextId++;
      });
    },
    remove(ids) {
      Array.from(ids, find); // all are known before the first one goes
      Array.from(ids).forEach((rowId) => stored.delete(rowId));
    },
    replace(ids, rows) {
      const unit = split(rows);
      if (ids.length !== unit.length)
        throw new RangeError(`${id}: ${ids.length} ids for ${unit.length} rows.`);
      Array.from(ids, find).forEach((entry, i) => (entry.row = unit[i]!));
    },
    read: (ids) => Float32Array.from(Array.from(ids, (rowId) => Array.from(find(rowId).row)).flat()),
    search(queries, k, filter) {
      if (!Number.isInteger(k) || k < 1)
        throw new RangeError(`${id}: k must be a whole number above 0, got ${k}.`);
      const unit = split(queries);
      const ids = new Int32Array(unit.length * k);
      const similarities = new Float32Array(unit.length * k);
      const counts = new Int32Array(unit.length);
      unit.forEach((query, q) => {
        const hits = [...stored]
          .filter(([, { group }]) => filter?.groups.includes(group) ?? true)
          .map(([rowId, { row }]) => ({ rowId, similarity: cosine(query, row) }))
          .sort((a, b) => b.similarity - a.similarity || a.rowId - b.rowId)
          .slice(0, k);
        counts[q] = hits.length;
        hits.forEach(({ rowId, similarity }, rank) => {
          ids[q * k + rank] = rowId;
          similarities[q * k + rank] = similarity;
        });
      });
      return { ids, similarities, counts };
    },
    bestPerGroup(queries, groupCount) {
      checkWhole('groupCount', groupCount, 0);
      const unit = split(queries);
      const best = new Float32Array(unit.length * groupCount).fill(-Infinity);
      unit.forEach((query, q) => {
        for (const { group, row } of stored.values()) {
          const at = q * groupCount + group;
          if (group < groupCount) best[at] = Math.max(best[at]!, cosine(query, row));
        }
      });
      return best;
    },
  };
};

function checkWhole(what: string, value: number, least: number): void {
  if (Number.isInteger(value) && value >= least) return;
  throw new RangeError(`${id} takes ${what} as a whole number from ${least}, got ${value}.`);
}

function checkGroups(groups: ArrayLike<number>, rowCount: number): void {
  const isWhole = (group: number) => Number.isInteger(group) && group >= 0 && group < 2 ** 31;
  if (groups.length === rowCount && Array.from(groups).every(isWhole)) return;
  throw new RangeError(`${id} takes a group from 0 to 2³¹ − 1 for each of the ${rowCount} rows.`);
}

function cosine(a: Float32Array, b: Float32Array): number {
  const sum = a.reduce((total, value, i) => total + value * b[i]!, 0);
  return Math.fround(Math.max(-1, Math.min(1, sum)));
}
