/**
 * C = A·B in float32.
 * @param a row-major, shape [M, K].
 * @param b row-major, shape [K, N].
 * @returns row-major, shape [M, N]; a fresh array.
 */
export type MatrixProduct = (
  a: Float32Array,
  b: Float32Array,
  m: number,
  k: number,
  n: number,
) => Float32Array;

/** The readable product: every kernel is compared with it. */
export const plainProduct: MatrixProduct = (a, b, m, k, n) => {
  const c = new Float32Array(m * n);
  for (let i = 0; i < m; i++) {
    const row = c.subarray(i * n, (i + 1) * n);
    for (let j = 0; j < k; j++) {
      const factor = a[i * k + j]!;
      const bRow = b.subarray(j * n, (j + 1) * n);
      for (let l = 0; l < n; l++) row[l]! += factor * bRow[l]!;
    }
  }
  return c;
};

/** @returns Aᵀ, shape [N, M], of A, shape [M, N]. */
export function transpose(a: Float32Array, m: number, n: number): Float32Array {
  const transposed = new Float32Array(a.length);
  for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) transposed[j * m + i] = a[i * n + j]!;
  return transposed;
}
