import type { WasmMemory } from './web-assembly.ts';

/**
 * The functions of assembly/, and the memory that they work on. Addresses are bytes from the start of
 * `memory`, all of which is the caller's: the kernels keep nothing in it. Nothing is checked; a length
 * or an address that is wrong gives wrong numbers or a WebAssembly.RuntimeError.
 *
 * `chunk` is the address of a chunk of rows, a multiple of 16, and `first` and `end` say which of its
 * rows: `first` is a multiple of 8, `end` is not included. `scores` is the address of float32
 * [rowsPerChunk]; entry i belongs to row i of the chunk. Vectors are 16-byte aligned, elements beyond
 * the dimensions zero.
 */
export interface Kernels extends RowKernels, ScoreKernels, GroupKernels, RescoreKernels, MatrixPanelKernels {
  readonly memory: WasmMemory;
}

/** Writing rows to chunks. */
export interface RowKernels {
  /** Copies pieces of 16 bytes that lie `sourceStep` bytes apart to places `targetStep` bytes apart. */
  copyPieces(source: number, sourceStep: number, target: number, targetStep: number, count: number): void;
  /**
   * Quantises a unit row to int8.
   * @param row address of float32 [stride].
   * @param stride `int8Stride(dimensions)`.
   * @param piece the row's `pieceAddress`.
   */
  storeInt8Row(row: number, stride: number, chunk: number, position: number, piece: number): void;
  /** The inverse of `storeInt8Row`, as far as there is one. */
  loadInt8Row(row: number, stride: number, chunk: number, position: number, piece: number): void;
}

/** From a query to scores, and from scores to the best rows. */
export interface ScoreKernels {
  /**
   * Cosine of a unit query with float32 rows, in [−1, 1]. Equal rows score the same bits.
   * @param stride `float32Stride(dimensions)`.
   * @param query address of float32 [stride].
   */
  scoreFloat32(
    chunk: number,
    first: number,
    end: number,
    stride: number,
    query: number,
    scores: number,
  ): void;
  /**
   * Quantises a unit query for int8 rows.
   * @param row address of float32 [stride].
   * @param stride `int8Stride(dimensions)`.
   * @param target address of 16 + stride bytes, written.
   */
  storeInt8Query(row: number, stride: number, target: number): void;
  /**
   * About the cosine of a query with int8 rows, in [−1, 1]; equal bits for plain and relaxed SIMD.
   * @param stride `int8Stride(dimensions)`.
   * @param query what `storeInt8Query` wrote.
   */
  scoreInt8(chunk: number, first: number, end: number, stride: number, query: number, scores: number): void;
  /**
   * Offers rows to the best so far; exact ties go to the lower id, rows at −Infinity are passed over.
   * @param hits address of 8 × `keep` bytes.
   * @param held how many there are so far: 0, then what the last call returned.
   * @param keep at least 1.
   * @returns how many there are then, at most `keep`.
   */
  keepBest(
    chunk: number,
    first: number,
    end: number,
    scores: number,
    hits: number,
    held: number,
    keep: number,
  ): number;
  /** Brings what `keepBest` gathered into order, best first; each of 8 bytes: int32 id, float32 score. */
  sortHits(hits: number, held: number): void;
}

/** Groups of rows. `allowed` is the address of int32 [allowedCount], ascending. */
export interface GroupKernels {
  /** @returns the first row of an allowed group; `end` where there is none. */
  firstAllowed(chunk: number, first: number, end: number, allowed: number, allowedCount: number): number;
  /** Sets the scores of rows outside the allowed groups to −Infinity. */
  maskGroups(
    chunk: number,
    first: number,
    end: number,
    scores: number,
    allowed: number,
    allowedCount: number,
  ): void;
  /**
   * Raises the best score of each group to that of its best row here.
   * @param best address of float32 [groupCount]; rows of other groups are left out.
   */
  raisePerGroup(
    chunk: number,
    first: number,
    end: number,
    scores: number,
    best: number,
    groupCount: number,
  ): void;
}

/**
 * Best float32 scores, found by int8 scores: rows whose score and error bound say that they may be among
 * the best are gathered as candidates and scored again. `scores` are those of `scoreInt8`, `rows` is the
 * address of float32 [rowsPerChunk, stride], `rowBytes` is 4 × stride, `int8Query` what `storeInt8Query`
 * wrote and `query` the address of float32 [stride]. `search` is the address of a struct, drawn in
 * assembly/rescore-best.ts and assembly/rescore-groups.ts.
 */
export interface RescoreKernels {
  collectBest(
    chunk: number,
    first: number,
    end: number,
    scores: number,
    rows: number,
    rowBytes: number,
    int8Query: number,
    search: number,
  ): void;
  /** Scores the candidates, as far as needed; hits are then as `keepBest` gathers them. */
  rescoreBest(search: number, query: number, stride: number): void;
  collectPerGroup(
    chunk: number,
    first: number,
    end: number,
    scores: number,
    rows: number,
    rowBytes: number,
    int8Query: number,
    search: number,
  ): void;
  rescorePerGroup(search: number, query: number, stride: number): void;
}

/** The parts of a matrix product. */
export interface MatrixPanelKernels {
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
   * @param left address of what `packLeft` wrote.
   * @param right address of what `packRight` wrote.
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
