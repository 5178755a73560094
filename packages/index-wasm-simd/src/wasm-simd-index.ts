import { toUnitRows, type VectorIndex } from '@sr/core';
import { loadKernels, type SimdKind } from '@sr/simd-cosine';
import { assertGroups, assertLength, assertWhole } from './arguments.ts';
import { createChunkMemory } from './chunk-memory.ts';
import { describePrecision, type Precision } from './precision.ts';
import { createRowFormat, rowSizes } from './row-format.ts';
import { createRowTable } from './row-table.ts';
import { createScorer } from './scorer.ts';
import { bestPerGroupOfRows, searchRows, type SearchedRows } from './search-rows.ts';

export interface WasmSimdIndexSettings {
  /** D: elements per row, at least 1. */
  readonly dimensions: number;
  /** Default: `int8+float32`. */
  readonly precision?: Precision;
  /** Default: `relaxed` where the host has it. Results are the same bits. */
  readonly simd?: SimdKind;
  /**
   * Called for each query with the number of rows that `int8+float32` had to score again in float32: a
   * search is as fast as they are few.
   */
  readonly onRescored?: (rowCount: number) => void;
}

/**
 * Search over rows in WebAssembly memory, exact unless `precision` is `int8`. The memory is freed with the
 * index, by the garbage collector; until then it holds what the largest number of rows took.
 *
 * `add` throws SR_INDEX_FULL where 4 GiB do not hold the rows (D = 384: 2.2 million, 2.7 million of
 * `float32`, 10 million of `int8`), or the host has no memory left, and then has changed nothing.
 * @throws RangeError for dimensions below 1 or not whole; WebAssembly.CompileError where the host has no
 *   WebAssembly SIMD, or not the kind asked for.
 */
export function createWasmSimdIndex(settings: WasmSimdIndexSettings): Promise<VectorIndex> {
  return openIndex(settings, 2 ** 32);
}

/** With a limit that a test can reach. */
export async function openIndex(settings: WasmSimdIndexSettings, limitBytes: number): Promise<VectorIndex> {
  const { dimensions, precision = 'int8+float32', simd, onRescored } = settings;
  const id = `wasm-simd@${precision}`;
  assertWhole('dimensions', dimensions, 1, id);
  const kernels = await loadKernels({ limitBytes, simd });
  const { chunkBytes, rowBytes, looseStride } = rowSizes(precision, dimensions);
  const memory = createChunkMemory({
    memory: kernels.memory,
    chunkBytes,
    rowBytes,
    leastWorkBytes: looseStride * 4,
    limitBytes,
    owner: id,
  });
  const format = createRowFormat({ precision, kernels, memory, dimensions });
  const table = createRowTable({ memory, format, looseStride, dimensions, owner: id });
  const scorer = createScorer({ precision, kernels, memory, dimensions, onRescored });
  const searched = (): SearchedRows => ({ kernels, memory, scorer, dimensions, rowCount: table.rowCount });

  return {
    contract: 'index/1',
    id,
    dimensions,
    get size() {
      return table.rowCount;
    },
    supports: describePrecision(precision, dimensions),

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

    // Rounding to int8 has changed lengths, too.
    read: (ids) => toUnitRows(table.copy(table.slotsOf(ids)), dimensions, id),

    search(queries, k, filter) {
      assertWhole('k', k, 1, id);
      return searchRows(searched(), toUnitRows(queries, dimensions, id), k, filter);
    },

    bestPerGroup(queries, groupCount) {
      assertWhole('groupCount', groupCount, 0, id);
      return bestPerGroupOfRows(searched(), toUnitRows(queries, dimensions, id), groupCount);
    },
  };
}
