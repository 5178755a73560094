import type { SimdKind } from './compile-kernels.ts';
import { loadKernels, pageBytes } from './load-kernels.ts';

export interface MatrixKernels {
  /**
   * C = A·B in float32. An element differs from the exact one by at most
   * (K + 1) × 2⁻²⁴ × Σ |aᵢ × bᵢ|, about; the order of sums is the same for all elements.
   * @param a row-major, shape [M, K].
   * @param b row-major, shape [K, N].
   * @returns row-major, shape [M, N]; a fresh array.
   * @throws RangeError where an array's length is not its shape's.
   */
  readonly multiply: (a: Float32Array, b: Float32Array, m: number, k: number, n: number) => Float32Array;
}

export interface LoadMatrixKernelsSettings {
  /** Default: `relaxed` where the host has it. */
  readonly simd?: SimdKind;
}

/*
 * Matrices are cut into blocks, whose packed panels stay in a second-level cache of 1 MiB; memory is
 * laid out for the largest, whatever the matrices' size:
 *
 *   staging   float32 [rows, depth] or [depth, columns]   a block as the caller has it
 *   left      float32 [rows, depth]                       packed
 *   right     float32 [depth, columns]                    packed
 *   sums      float32 [rows, columns]
 */
const block = { rows: 256, depth: 512, columns: 512 };
const rowsPerPanel = 4;
const columnsPerPanel = 8;

const leftStart = block.depth * block.columns;
const rightStart = leftStart + block.rows * block.depth;
const sumsStart = rightStart + block.depth * block.columns;
const memoryBytes = (sumsStart + block.rows * block.columns) * 4;

/**
 * A matrix product with a memory of its own, of 3.5 MiB. It holds nothing of its operands between calls.
 * @throws WebAssembly.CompileError where the host has no WebAssembly SIMD, or not the kind asked for.
 */
export async function loadMatrixKernels({ simd }: LoadMatrixKernelsSettings = {}): Promise<MatrixKernels> {
  const kernels = await loadKernels({ limitBytes: memoryBytes, simd });
  kernels.memory.grow(memoryBytes / pageBytes - 1);
  const floats = new Float32Array(kernels.memory.buffer);

  return {
    multiply(a, b, m, k, n) {
      assertShape('a', a, m, k);
      assertShape('b', b, k, n);
      const product = new Float32Array(m * n);
      for (let row = 0; row < m; row += block.rows) {
        const rows = Math.min(block.rows, m - row);
        for (let column = 0; column < n; column += block.columns) {
          const columns = Math.min(block.columns, n - column);
          addBlocks({ a, b, k, n, row, rows, column, columns });
          const stride = roundUp(columns, columnsPerPanel);
          for (let i = 0; i < rows; i++) {
            const start = sumsStart + i * stride;
            product.set(floats.subarray(start, start + columns), (row + i) * n + column);
          }
        }
      }
      return product;
    },
  };

  function addBlocks({ a, b, k, n, row, rows, column, columns }: ProductBlock): void {
    const rowPanels = Math.ceil(rows / rowsPerPanel);
    const columnPanels = Math.ceil(columns / columnsPerPanel);
    const stride = columnPanels * columnsPerPanel;
    floats.fill(0, sumsStart, sumsStart + rowPanels * rowsPerPanel * stride);
    for (let start = 0; start < k; start += block.depth) {
      const depth = Math.min(block.depth, k - start);
      stage(b, start * n + column, depth, n, columns, stride);
      kernels.packRight(0, columnPanels, depth, rightStart * 4);
      stage(a, row * k + start, rows, k, depth, depth);
      kernels.packLeft(0, rowPanels, depth, leftStart * 4);
      kernels.addProduct(leftStart * 4, rightStart * 4, sumsStart * 4, rowPanels, depth, columnPanels);
    }
  }

  // What staging holds beyond the block ends up in sums that nobody reads.
  function stage(
    matrix: Float32Array,
    first: number,
    rows: number,
    matrixStride: number,
    length: number,
    stride: number,
  ): void {
    for (let i = 0; i < rows; i++) {
      const start = first + i * matrixStride;
      floats.set(matrix.subarray(start, start + length), i * stride);
    }
  }
}

/** The part of a product at rows `row` … and columns `column` … */
interface ProductBlock {
  readonly a: Float32Array;
  readonly b: Float32Array;
  readonly k: number;
  readonly n: number;
  readonly row: number;
  readonly rows: number;
  readonly column: number;
  readonly columns: number;
}

function roundUp(value: number, step: number): number {
  return Math.ceil(value / step) * step;
}

function assertShape(name: string, matrix: Float32Array, rows: number, columns: number): void {
  if (matrix.length === rows * columns) return;
  throw new RangeError(
    `multiply takes ${name} with ${rows} × ${columns} elements, got ${matrix.length}; ` +
      'pass a row-major array and its shape.',
  );
}
