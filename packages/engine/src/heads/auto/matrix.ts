import type { MatrixKernels } from '@sr/simd-cosine';

export type MatrixProduct = MatrixKernels['multiply'];

/** @returns Aᵀ, shape [N, M], of A, shape [M, N]. */
export function transpose(a: Float32Array, m: number, n: number): Float32Array {
  const transposed = new Float32Array(a.length);
  for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) transposed[j * m + i] = a[i * n + j]!;
  return transposed;
}
