import { seededRandom } from '@sr/testkit';
import { describe, expect, it } from 'vitest';
import { loadMatrixKernels } from './index.ts';

const shapes = [
  [1, 1, 1],
  [3, 5, 7],
  [4, 8, 8],
  [5, 3, 9],
  [17, 100, 33],
  [1500, 384, 150],
  [384, 1500, 150],
  // A row, an element and a column more than a block has.
  [257, 513, 513],
] as const;

describe.each(['plain', 'relaxed'] as const)('multiply, %s SIMD', async (simd) => {
  const { multiply } = await loadMatrixKernels({ simd });

  it.each(shapes)('is within its bound of a double-precision product at %i × %i × %i', (m, k, n) => {
    const a = seededMatrix(m, k, 1);
    const b = seededMatrix(k, n, 2);
    const product = multiply(a, b, m, k, n);
    expect(product.length).toBe(m * n);
    const random = seededRandom(3);
    for (let i = 0; i < Math.min(2000, m * n); i++) {
      const element = m * n <= 2000 ? i : Math.floor(random() * m * n);
      const { sum, magnitude } = exactElement(a, b, k, n, element);
      const error = Math.abs(product[element]! - sum);
      expect(error, `element ${element}`).toBeLessThanOrEqual((k + 1) * 2 ** -24 * magnitude);
    }
  });

  it('writes the last row and the last column of a matrix of several blocks', () => {
    const [m, k, n] = [300, 2, 1100];
    const product = multiply(new Float32Array(m * k).fill(1), new Float32Array(k * n).fill(2), m, k, n);
    expect(product).toEqual(new Float32Array(m * n).fill(4));
  });

  it('is zero where there is nothing to sum, and empty where there is no element', () => {
    expect(multiply(new Float32Array(0), new Float32Array(0), 2, 0, 3)).toEqual(new Float32Array(6));
    expect(multiply(new Float32Array(0), new Float32Array(6), 0, 2, 3)).toEqual(new Float32Array(0));
    expect(multiply(new Float32Array(4), new Float32Array(0), 2, 2, 0)).toEqual(new Float32Array(0));
  });

  it('remembers nothing of an earlier call, not even NaN beyond the block', () => {
    multiply(new Float32Array(64).fill(NaN), new Float32Array(64).fill(Infinity), 8, 8, 8);
    expect(multiply(Float32Array.of(2), Float32Array.of(3), 1, 1, 1)).toEqual(Float32Array.of(6));
  });

  it('lets NaN and infinity through', () => {
    expect(multiply(Float32Array.of(NaN, 1), Float32Array.of(1, Infinity), 2, 1, 2)).toEqual(
      Float32Array.of(NaN, NaN, 1, Infinity),
    );
  });

  it('refuses arrays that have not their shape', () => {
    const call = () => multiply(new Float32Array(5), new Float32Array(6), 2, 3, 2);
    expect(call).toThrow(
      new RangeError('multiply takes a with 2 × 3 elements, got 5; pass a row-major array and its shape.'),
    );
    expect(() => multiply(new Float32Array(6), new Float32Array(5), 2, 3, 2)).toThrow(/takes b with 3 × 2/);
  });
});

function seededMatrix(rows: number, columns: number, seed: number): Float32Array {
  const random = seededRandom(seed);
  return Float32Array.from({ length: rows * columns }, () => random() * 2 - 1);
}

function exactElement(a: Float32Array, b: Float32Array, k: number, n: number, element: number) {
  const row = Math.floor(element / n);
  const column = element % n;
  let sum = 0;
  let magnitude = 0;
  for (let i = 0; i < k; i++) {
    const product = a[row * k + i]! * b[i * n + column]!;
    sum += product;
    magnitude += Math.abs(product);
  }
  return { sum, magnitude };
}
