import { toUnitRows, type VectorIndex } from '@sr/core';
import { loadKernels, strideOf } from '@sr/simd-cosine';
import { assertGroups, assertLength, assertWhole } from './arguments.ts';
import { createRowTable } from './row-table.ts';
import { createTableMemory } from './table-memory.ts';
import { bestPerGroupOfTable, searchTable, type SearchedTable } from './table-search.ts';

export interface WasmSimdIndexSettings {
  /** D: elements per row, at least 1. */
  readonly dimensions: number;
}

const id = 'wasm-simd@float32';

/**
 * Exact search over rows in WebAssembly memory. The memory is freed with the index, by the garbage
 * collector; until then it holds what the largest number of rows took.
 *
 * `add` throws SR_INDEX_FULL where 4 GiB do not hold the rows (D = 384: 2.7 million), or the host has
 * no memory left, and then has changed nothing.
 * @throws RangeError for dimensions below 1 or not whole; WebAssembly.CompileError where the host has
 *   no WebAssembly SIMD.
 */
export function createWasmSimdIndex({ dimensions }: WasmSimdIndexSettings): Promise<VectorIndex> {
  return openIndex(dimensions, 2 ** 32);
}

/** With a limit that a test can reach. */
export async function openIndex(dimensions: number, limitBytes: number): Promise<VectorIndex> {
  assertWhole('dimensions', dimensions, 1, id);
  const kernels = await loadKernels({ limitBytes });
  const memory = createTableMemory({ memory: kernels.memory, dimensions, limitBytes, owner: id });
  const table = createRowTable({ memory, dimensions, owner: id });
  const searched = (): SearchedTable => ({ kernels, memory, dimensions, rowCount: table.rowCount });

  return {
    contract: 'index/1',
    id,
    dimensions,
    get size() {
      return table.rowCount;
    },
    supports: { exact: true, similarityError: similarityError(dimensions), storageError: 0 },

    add(rows, groups) {
      const unitRows = toUnitRows(rows, dimensions, id);
      assertGroups(groups, unitRows.length / dimensions, id);
      return table.append(unitRows, groups);
    },

    remove(ids) {
      table.remove(ids);
    },

    replace(ids, rows) {
      const unitRows = toUnitRows(rows, dimensions, id);
      assertLength('ids', ids.length, unitRows.length / dimensions, id);
      table.overwrite(table.slotsOf(ids), unitRows);
    },

    read: (ids) => table.copy(table.slotsOf(ids)),

    search(queries, k, filter) {
      assertWhole('k', k, 1, id);
      return searchTable(searched(), toUnitRows(queries, dimensions, id), k, filter);
    },

    bestPerGroup(queries, groupCount) {
      assertWhole('groupCount', groupCount, 0, id);
      return bestPerGroupOfTable(searched(), toUnitRows(queries, dimensions, id), groupCount);
    },
  };
}

/**
 * What rounding can cost at most: 2⁻²⁴ for each product and each sum on its way through a lane, and for
 * each element of row and query; two rows that toUnitRows left as they were may each be 1e-6 from unit length.
 */
function similarityError(dimensions: number): number {
  return (strideOf(dimensions) / 4 + 4) * 2 ** -24 + 2e-6;
}
