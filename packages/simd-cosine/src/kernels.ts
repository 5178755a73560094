import type { WasmMemory } from './web-assembly.ts';

/**
 * The functions of assembly/, and the memory that they work on. Addresses are bytes from the start of
 * `memory`, all of which is the caller's: the kernels keep nothing in it. Nothing is checked; a length
 * or an address that is wrong gives wrong numbers or a WebAssembly.RuntimeError.
 */
export interface Kernels {
  readonly memory: WasmMemory;
  /**
   * Cosine of one unit query with the rows of `blockCount` blocks (see `storeRow`), in [−1, 1].
   * @param blocks address, a multiple of 16.
   * @param stride `strideOf(dimensions)`.
   * @param query address of float32 [stride], lanes beyond the dimensions zero.
   * @param scores address of float32 [blockCount × rowsPerBlock], written.
   */
  cosineRows(blocks: number, blockCount: number, stride: number, query: number, scores: number): void;
  /**
   * Sets the scores of rows outside the allowed groups to −Infinity.
   * @param scores address of float32 [rowCount], changed.
   * @param groups address of int32 [rowCount].
   * @param allowed address of int32 [allowedCount], ascending.
   */
  maskGroups(scores: number, groups: number, rowCount: number, allowed: number, allowedCount: number): void;
  /**
   * The best rows, best first; exact ties go to the lower id, rows at −Infinity are passed over.
   * @param scores address of float32 [rowCount].
   * @param ids address of int32 [rowCount].
   * @param hits address of `keep` hits of 8 bytes, written: int32 id, float32 score.
   * @param keep at least 1.
   * @returns the number of hits, at most `keep`.
   */
  topHits(scores: number, ids: number, rowCount: number, hits: number, keep: number): number;
  /**
   * The best score of each group 0 … groupCount − 1, −Infinity for a group without rows.
   * @param scores address of float32 [rowCount].
   * @param groups address of int32 [rowCount], none negative.
   * @param best address of float32 [groupCount], written.
   */
  bestPerGroup(scores: number, groups: number, rowCount: number, best: number, groupCount: number): void;
  /**
   * Cuts rows into panels of 4 for `addProduct`.
   * @param rows address of float32, row-major, shape [4 × panelCount, depth].
   * @param panels address of as many floats, written.
   */
  packLeft(rows: number, panelCount: number, depth: number, panels: number): void;
  /**
   * Cuts columns into panels of 8 for `addProduct`.
   * @param rows address of float32, row-major, shape [depth, 8 × panelCount].
   * @param panels address of as many floats, written.
   */
  packRight(rows: number, panelCount: number, depth: number, panels: number): void;
  /**
   * Adds the product of two packed matrices.
   * @param left address of what `packLeft` wrote. @param right address of what `packRight` wrote.
   * @param sums address of float32, row-major, shape [4 × rowPanels, 8 × columnPanels], changed.
   * @param depth at least 1.
   */
  addProduct(
    left: number,
    right: number,
    sums: number,
    rowPanels: number,
    depth: number,
    columnPanels: number,
  ): void;
}
