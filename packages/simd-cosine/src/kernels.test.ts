import { seededRandom, seededRows } from '@sr/testkit';
import { describe, expect, it } from 'vitest';
import {
  chunkLayout,
  float32Stride,
  int8Stride,
  loadKernels,
  pageBytes,
  pieceAddress,
  pieceStep,
  rowsPerChunk,
} from './index.ts';

/** The scalar reference: sums in double precision. */
function cosinesInDoublePrecision(rows: Float32Array, query: Float32Array): number[] {
  const dimensions = query.length;
  return Array.from({ length: rows.length / dimensions }, (_, i) =>
    query.reduce((sum, element, j) => sum + element * rows[i * dimensions + j]!, 0),
  );
}

describe.each(['plain', 'relaxed'] as const)('%s SIMD', async (simd) => {
  const kernels = await loadKernels({ limitBytes: 64 * pageBytes, simd });
  kernels.memory.grow(63);

  // Addresses of what the tests lay out; each region has room for half a megabyte or more.
  const [chunk, looseRow, query, scores, hits, allowed] = [0, 2, 2.5, 3, 3.25, 3.75].map(
    (megabyte) => megabyte * 2 ** 20,
  ) as [number, number, number, number, number, number];

  const floatsAt = (address: number, length: number) =>
    new Float32Array(kernels.memory.buffer, address, length);
  const integersAt = (address: number, length: number) =>
    new Int32Array(kernels.memory.buffer, address, length);
  const scalarsOf = (column: number) => floatsAt(chunk + column * chunkLayout.columnBytes, rowsPerChunk);

  function stage(address: number, stride: number, row: Float32Array): void {
    floatsAt(address, stride).fill(0).set(row);
  }

  function float32Scores(rows: Float32Array, queryRow: Float32Array): Float32Array {
    const dimensions = queryRow.length;
    const stride = float32Stride(dimensions);
    const rowCount = rows.length / dimensions;
    for (let i = 0; i < rowCount; i++) {
      stage(looseRow, stride, rows.subarray(i * dimensions, (i + 1) * dimensions));
      kernels.copyPieces(looseRow, 16, pieceAddress(chunk, i, stride * 4), pieceStep, stride / 4);
    }
    stage(query, stride, queryRow);
    kernels.scoreFloat32(chunk, 0, rowCount, stride, query, scores);
    return floatsAt(scores, rowCount).slice();
  }

  /** Scores of int8 rows and, for each, the bound that assembly/int8-query.ts derives. */
  function int8Scores(rows: Float32Array, queryRow: Float32Array) {
    const dimensions = queryRow.length;
    const stride = int8Stride(dimensions);
    const rowCount = rows.length / dimensions;
    for (let i = 0; i < rowCount; i++) {
      stage(looseRow, stride, rows.subarray(i * dimensions, (i + 1) * dimensions));
      kernels.storeInt8Row(looseRow, stride, chunk, i, pieceAddress(chunk, i, stride));
    }
    stage(looseRow, stride, queryRow);
    kernels.storeInt8Query(looseRow, stride, query);
    kernels.scoreInt8(chunk, 0, rowCount, stride, query, scores);
    const [norm, error] = floatsAt(query, 3).subarray(1);
    return {
      actual: floatsAt(scores, rowCount).slice(),
      bounds: Array.from(scalarsOf(4).subarray(0, rowCount), (rowError) => rowError * norm! + error!),
    };
  }

  describe('scoreFloat32', () => {
    it.each([1, 3, 7, 8, 384, 768, 1536])('agrees with a scalar loop at %i dimensions', (dimensions) => {
      // One rounding for each product and each of the sums that a lane goes through, each of at most 2⁻²⁴.
      const bound = (float32Stride(dimensions) / 4 + 2) * 2 ** -24;
      for (const rowCount of [1, 7, 8, 9, 21]) {
        const rows = seededRows(rowCount, dimensions, rowCount);
        const queryRow = seededRows(1, dimensions, 100);
        const actual = float32Scores(rows, queryRow);
        for (const [i, cosine] of cosinesInDoublePrecision(rows, queryRow).entries()) {
          expect(Math.abs(actual[i]! - cosine)).toBeLessThan(bound);
        }
      }
    });

    it('gives equal rows the same bits, wherever they lie', () => {
      const row = seededRows(1, 384, 1);
      const rows = Float32Array.from({ length: 19 * 384 }, (_, i) => row[i % 384]!);
      expect(new Set(float32Scores(rows, seededRows(1, 384, 2))).size).toBe(1);
    });

    it('scores the rows from `first` to `end`, and no others', () => {
      const rows = seededRows(40, 12, 1);
      const expected = float32Scores(rows, seededRows(1, 12, 2));
      floatsAt(scores, 40).fill(9);
      kernels.scoreFloat32(chunk, 16, 24, 12, query, scores);
      const actual = Array.from(floatsAt(scores, 40));
      expect(actual.slice(16, 24)).toEqual(Array.from(expected.slice(16, 24)));
      expect(new Set([...actual.slice(0, 16), ...actual.slice(24)])).toEqual(new Set([9]));
    });

    it('stays within −1 and 1', () => {
      const rows = seededRows(100, 384, 1);
      for (let i = 0; i < 100; i++) {
        const row = rows.slice(i * 384, (i + 1) * 384);
        expect(Math.max(...float32Scores(rows, row))).toBeLessThanOrEqual(1);
        const opposite = row.map((element) => -element);
        expect(Math.min(...float32Scores(rows, opposite))).toBeGreaterThanOrEqual(-1);
      }
    });
  });

  describe('scoreInt8', () => {
    it.each([1, 3, 7, 8, 31, 32, 33, 384, 768, 1536])(
      'is within its bound of the cosine at %i dimensions, and far within on average',
      (dimensions) => {
        const rows = seededRows(77, dimensions, 1);
        let sumOfShares = 0;
        for (let seed = 2; seed < 12; seed++) {
          const queryRow = seededRows(1, dimensions, seed);
          const { actual, bounds } = int8Scores(rows, queryRow);
          for (const [i, cosine] of cosinesInDoublePrecision(rows, queryRow).entries()) {
            const share = Math.abs(actual[i]! - cosine) / bounds[i]!;
            expect(share, `row ${i}, seed ${seed}`).toBeLessThanOrEqual(1);
            sumOfShares += share / 770;
          }
        }
        if (dimensions >= 384) expect(sumOfShares).toBeLessThan(0.1);
      },
    );

    it.each([1, -1])('does not overflow where all elements are equal, %i', (sign) => {
      for (const dimensions of [32, 384, 4096]) {
        const row = new Float32Array(dimensions).fill(sign / Math.sqrt(dimensions));
        const { actual, bounds } = int8Scores(row, row);
        expect(Math.abs(actual[0]! - 1)).toBeLessThanOrEqual(bounds[0]!);
      }
    });

    it('is what integers say: the query as 64 + 7 bits, less an offset for the 64', () => {
      const dimensions = 100;
      const { actual } = int8Scores(seededRows(30, dimensions, 1), seededRows(1, dimensions, 2));
      const queryIntegers = new Int8Array(kernels.memory.buffer, query + 16, dimensions);
      const [queryStep] = floatsAt(query, 1);
      for (let i = 0; i < 30; i++) {
        const first = pieceAddress(chunk, i, int8Stride(dimensions));
        let sum = 0;
        for (let j = 0; j < dimensions; j++) {
          const address = first + Math.floor(j / 16) * pieceStep + (j % 16);
          const rowInteger = new Int8Array(kernels.memory.buffer, address, 1)[0]!;
          sum += rowInteger * (queryIntegers[j]! - 64);
        }
        expect(actual[i]).toBe(Math.fround(sum * Math.fround(scalarsOf(2)[i]! * queryStep!)));
      }
    });
  });

  it('loadInt8Row gives a row back, each element within half a step', () => {
    const dimensions = 50;
    const stride = int8Stride(dimensions);
    const row = seededRows(1, dimensions, 1);
    const position = 77;
    const piece = pieceAddress(chunk, position, stride);
    stage(looseRow, stride, row);
    kernels.storeInt8Row(looseRow, stride, chunk, position, piece);
    stage(looseRow, stride, new Float32Array(0));
    kernels.loadInt8Row(looseRow, stride, chunk, position, piece);
    const loaded = floatsAt(looseRow, stride);
    const halfStep = scalarsOf(2)[position]! / 2;
    for (const [i, element] of row.entries()) {
      expect(Math.abs(loaded[i]! - element)).toBeLessThanOrEqual(halfStep * 1.000001);
    }
    expect(Array.from(loaded.subarray(dimensions))).toEqual(new Array(stride - dimensions).fill(0));
  });

  describe('keepBest and sortHits', () => {
    /** Chunk by chunk, as an index does it. */
    function bestOf(rows: readonly { id: number; score: number }[], keep: number) {
      let held = 0;
      for (let start = 0; start < rows.length; start += rowsPerChunk) {
        const part = rows.slice(start, start + rowsPerChunk);
        floatsAt(scores, rowsPerChunk)
          .fill(NaN)
          .set(part.map(({ score }) => score));
        integersAt(chunk, part.length).set(part.map(({ id }) => id));
        held = kernels.keepBest(chunk, 0, part.length, scores, hits, held, keep);
      }
      kernels.sortHits(hits, held);
      return Array.from({ length: held }, (_, i) => ({
        id: integersAt(hits, 2 * held)[2 * i]!,
        score: floatsAt(hits, 2 * held)[2 * i + 1]!,
      }));
    }

    it.each([1, 2, 5, 100, 999, 1000, 2000])('keep the best %i of 1001, ties to the lower id', (keep) => {
      const random = seededRandom(keep);
      // Few different scores, so that there are many ties; ids in no order, as after removals.
      const rows = Array.from({ length: 1001 }, (_, i) => ({
        id: (i * 389) % 1009,
        score: Math.fround(Math.floor(random() * 41 - 20) / 20),
      }));
      const expected = rows.toSorted((a, b) => b.score - a.score || a.id - b.id).slice(0, keep);
      expect(bestOf(rows, keep)).toEqual(expected);
    });

    it('pass over rows at −Infinity', () => {
      const rows = [-Infinity, -1, -Infinity].map((score, i) => ({ id: 4 + i, score }));
      expect(bestOf(rows, 3)).toEqual([{ id: 5, score: -1 }]);
    });
  });

  describe('groups', () => {
    const groups = [0, 3, 3, 9, 2 ** 31 - 1, 4];
    const setGroups = () => {
      integersAt(chunk + chunkLayout.groups, 6).set(groups);
    };

    it('maskGroups leaves the scores of allowed groups and sets the others to −Infinity', () => {
      setGroups();
      floatsAt(scores, 6).fill(0.5);
      integersAt(allowed, 3).set([0, 4, 2 ** 31 - 1]);
      kernels.maskGroups(chunk, 0, 6, scores, allowed, 3);
      expect(Array.from(floatsAt(scores, 6))).toEqual([0.5, -Infinity, -Infinity, -Infinity, 0.5, 0.5]);
    });

    it('firstAllowed is the first row of an allowed group, or the end', () => {
      setGroups();
      integersAt(allowed, 2).set([4, 9]);
      expect(kernels.firstAllowed(chunk, 0, 6, allowed, 2)).toBe(3);
      expect(kernels.firstAllowed(chunk, 4, 6, allowed, 2)).toBe(5);
      expect(kernels.firstAllowed(chunk, 0, 3, allowed, 2)).toBe(3);
      expect(kernels.firstAllowed(chunk, 0, 6, allowed, 0)).toBe(6);
    });

    it('raisePerGroup raises the best score of each group, and leaves out groups from groupCount on', () => {
      integersAt(chunk + chunkLayout.groups, 5).set([2, 0, 0, 4, 2]);
      floatsAt(scores, 5).set([-0.5, 0.25, 0.75, 1, -1]);
      floatsAt(hits, 5).set([0.5, -Infinity, -Infinity, 0.9, 9]);
      kernels.raisePerGroup(chunk, 0, 5, scores, hits, 4);
      expect(Array.from(floatsAt(hits, 5))).toEqual([0.75, -Infinity, -0.5, Math.fround(0.9), 9]);
    });
  });
});
