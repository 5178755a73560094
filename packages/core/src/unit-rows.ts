import { SrError } from './errors.ts';

/** A row this near to length 1 is kept bit for bit: float32 cannot express most unit vectors any better. */
const unitTolerance = 1e-6;

/**
 * Brings rows to unit length, and refuses what has none.
 * @param rows float32, row-major, shape [N, D]; not changed.
 * @param dimensions D.
 * @param owner who asks, for messages.
 * @returns `rows` itself where every row already is of unit length, else a fresh array.
 * @throws SR_DIMENSION_MISMATCH, SR_INVALID_VECTOR.
 */
export function toUnitRows(rows: Float32Array, dimensions: number, owner: string): Float32Array {
  assertWholeRows(rows, dimensions, owner);
  let result = rows;
  for (let start = 0; start < rows.length; start += dimensions) {
    const norm = rowNorm(rows, start, dimensions);
    if (Math.abs(norm - 1) <= unitTolerance) continue;
    if (!(norm > 0 && norm < Infinity)) throw invalidVector(norm, start / dimensions, owner);
    if (result === rows) result = rows.slice();
    for (let i = start; i < start + dimensions; i++) result[i] = rows[i]! / norm;
  }
  return result;
}

function assertWholeRows(rows: Float32Array, dimensions: number, owner: string): void {
  if (rows.length % dimensions === 0) return;
  throw new SrError(
    'SR_DIMENSION_MISMATCH',
    `${owner} takes rows of ${dimensions} float32 elements, got ${rows.length} elements; use vectors of the encoder that filled it.`,
    { expected: dimensions, actual: rows.length },
  );
}

// In double precision, so that no finite float32 row overflows.
function rowNorm(rows: Float32Array, start: number, dimensions: number): number {
  let sum = 0;
  for (let i = start; i < start + dimensions; i++) sum += rows[i]! * rows[i]!;
  return Math.sqrt(sum);
}

function invalidVector(norm: number, row: number, owner: string): SrError {
  const reason = norm === 0 ? 'zero' : 'not_finite';
  const what = reason === 'zero' ? 'a zero vector' : 'a vector with NaN or infinite elements';
  return new SrError(
    'SR_INVALID_VECTOR',
    `${owner} got ${what} as row ${row}; it has no direction to compare.`,
    {
      reason,
      row,
    },
  );
}
