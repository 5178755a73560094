import type { VectorIndexSupports } from '@sr/core';
import { float32Stride } from '@sr/simd-cosine';

/**
 * How rows are stored and compared:
 * - `int8+float32`: found by int8, then scored again in float32 as far as needed; results are those of
 *   `float32`, to the bit, in less time and 1.25 times its memory.
 * - `float32`: as they are.
 * - `int8`: by int8 alone, which is approximate, in a quarter of the memory of `float32`.
 */
export type Precision = 'int8+float32' | 'float32' | 'int8';

export function describePrecision(precision: Precision, dimensions: number): VectorIndexSupports {
  return precision === 'int8'
    ? { exact: false, ...int8Errors(dimensions) }
    : { exact: true, similarityError: float32Error(dimensions), storageError: 0 };
}

/**
 * What rounding can cost at most: 2⁻²⁴ for each product and each sum on its way through a lane, and for
 * each element of row and query; two rows that toUnitRows left as they were may each be 1e-6 from unit length.
 */
function float32Error(dimensions: number): number {
  return (float32Stride(dimensions) / 4 + 4) * 2 ** -24 + 2e-6;
}

/**
 * An element of a row is at most half a step from what stands for it. A step is at most 1/127: the largest
 * element of a unit row is at most 1, and four elements sum to at most 2, which 256 steps hold (see
 * assembly/int8-row.ts of @sr/simd-cosine). Of a query it is at most 1/63. So a row's error is at most √D
 * half steps; by Cauchy and Schwarz it and the query's add up, and their product comes on top. These are
 * worst cases: on embeddings, errors are a hundredth of that.
 *
 * `read` brings a row back to unit length, which moves no element by more than the row's error.
 */
function int8Errors(dimensions: number): Pick<VectorIndexSupports, 'similarityError' | 'storageError'> {
  const rowError = Math.sqrt(dimensions) / 2 / 127;
  const queryError = Math.sqrt(dimensions) / 2 / 63;
  return {
    similarityError: Math.min(2, rowError + queryError + rowError * queryError),
    storageError: 0.5 / 127 + rowError,
  };
}
