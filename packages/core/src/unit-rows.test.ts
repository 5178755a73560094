import { describe, expect, it } from 'vitest';
import type { SrError } from './errors.ts';
import { toUnitRows } from './unit-rows.ts';

describe('toUnitRows', () => {
  it('returns rows of unit length bit for bit, without a copy', () => {
    const rows = Float32Array.of(0.6, 0.8, 1, 0);
    expect(toUnitRows(rows, 2, 'test')).toBe(rows);
  });

  it('brings every row to unit length and leaves its input alone', () => {
    const rows = Float32Array.of(3, 4, 0, 2);
    expect(toUnitRows(rows, 2, 'test')).toEqual(Float32Array.of(0.6, 0.8, 0, 1));
    expect(rows).toEqual(Float32Array.of(3, 4, 0, 2));
  });

  it.each([1e30, 1e-30, 3e38, 1e-40])('keeps the direction of rows with elements of %s', (size) => {
    const [x, y] = toUnitRows(Float32Array.of(size, size), 2, 'test');
    expect(x).toBeCloseTo(Math.SQRT1_2, 4);
    expect(y).toBeCloseTo(Math.SQRT1_2, 4);
  });

  it.each([
    ['zero', [1, 0, 0, 0]],
    ['not_finite', [1, 0, NaN, 1]],
    ['not_finite', [1, 0, Infinity, 1]],
  ])('refuses a row that is %s and says which', (reason, elements) => {
    expect(() => toUnitRows(Float32Array.from(elements), 2, 'The test')).toThrow(
      expect.objectContaining({ code: 'SR_INVALID_VECTOR', details: { reason, row: 1 } }) as SrError,
    );
  });

  it('refuses elements that are not whole rows', () => {
    const call = () => toUnitRows(new Float32Array(5), 2, 'The test');
    expect(call).toThrow(/^The test takes rows of 2 float32 elements, got 5/);
  });
});
