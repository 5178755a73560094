import { seededRandom, seededRows } from '@sr/testkit';
import { describe, expect, it } from 'vitest';
import { loadKernels, pageBytes, rowsPerBlock, storeRow, strideOf } from './index.ts';

const kernels = await loadKernels({ limitBytes: 64 * pageBytes });
kernels.memory.grow(63);

// Addresses of what the tests lay out; each region has room for a megabyte.
const [blocks, query, scores, ids, groups, hits] = [0, 1, 2, 3, 3.5, 3.75].map(
  (megabyte) => megabyte * 2 ** 20,
);

function floatsAt(address: number, length: number): Float32Array {
  return new Float32Array(kernels.memory.buffer, address, length);
}

function integersAt(address: number, length: number): Int32Array {
  return new Int32Array(kernels.memory.buffer, address, length);
}

function cosinesOf(rows: Float32Array, queryRow: Float32Array): Float32Array {
  const dimensions = queryRow.length;
  const rowCount = rows.length / dimensions;
  const blockCount = Math.ceil(rowCount / rowsPerBlock);
  const stride = strideOf(dimensions);
  const stored = floatsAt(blocks!, blockCount * rowsPerBlock * stride).fill(0);
  for (let i = 0; i < rowCount; i++) storeRow(stored, i, rows, i, dimensions);
  floatsAt(query!, stride).fill(0).set(queryRow);
  kernels.cosineRows(blocks!, blockCount, stride, query!, scores!);
  return floatsAt(scores!, rowCount).slice();
}

function cosinesInDoublePrecision(rows: Float32Array, queryRow: Float32Array): number[] {
  const dimensions = queryRow.length;
  return Array.from({ length: rows.length / dimensions }, (_, i) =>
    queryRow.reduce((sum, element, j) => sum + element * rows[i * dimensions + j]!, 0),
  );
}

describe('cosineRows', () => {
  it.each([1, 3, 7, 8, 384, 768, 1536])('agrees with a scalar loop at %i dimensions', (dimensions) => {
    // One rounding for each product and each of the sums that a lane goes through, each of at most 2⁻²⁴.
    const bound = (strideOf(dimensions) / 4 + 2) * 2 ** -24;
    for (const rowCount of [1, 7, 8, 9, 21]) {
      const rows = seededRows(rowCount, dimensions, rowCount);
      const queryRow = seededRows(1, dimensions, 100);
      const expected = cosinesInDoublePrecision(rows, queryRow);
      const actual = cosinesOf(rows, queryRow);
      for (const [i, cosine] of expected.entries()) expect(Math.abs(actual[i]! - cosine)).toBeLessThan(bound);
    }
  });

  it('gives equal rows the same bits, wherever they lie', () => {
    const row = seededRows(1, 384, 1);
    const rows = Float32Array.from({ length: 19 * 384 }, (_, i) => row[i % 384]!);
    expect(new Set(cosinesOf(rows, seededRows(1, 384, 2))).size).toBe(1);
  });

  it('stays within −1 and 1', () => {
    const rows = seededRows(100, 384, 1);
    for (let i = 0; i < 100; i++) {
      const row = rows.slice(i * 384, (i + 1) * 384);
      expect(Math.max(...cosinesOf(rows, row))).toBeLessThanOrEqual(1);
      expect(
        Math.min(
          ...cosinesOf(
            rows,
            row.map((element) => -element),
          ),
        ),
      ).toBeGreaterThanOrEqual(-1);
    }
  });
});

describe('topHits', () => {
  it.each([1, 2, 5, 100, 999, 1000, 2000])('keeps the best %i of 1000, ties to the lower id', (keep) => {
    const random = seededRandom(keep);
    // Few different scores, so that there are many ties; ids in no order, as after removals.
    const rows = Array.from({ length: 1000 }, (_, i) => ({
      id: (i * 389) % 1009,
      score: Math.fround(Math.floor(random() * 41 - 20) / 20),
    }));
    floatsAt(scores!, 1000).set(rows.map(({ score }) => score));
    integersAt(ids!, 1000).set(rows.map(({ id }) => id));

    const count = kernels.topHits(scores!, ids!, 1000, hits!, keep);

    const found = Array.from({ length: count }, (_, i) => ({
      id: integersAt(hits!, 2 * count)[2 * i],
      score: floatsAt(hits!, 2 * count)[2 * i + 1],
    }));
    expect(found).toEqual(rows.sort((a, b) => b.score - a.score || a.id - b.id).slice(0, keep));
  });

  it('passes over rows at −Infinity', () => {
    floatsAt(scores!, 3).set([-Infinity, -1, -Infinity]);
    integersAt(ids!, 3).set([4, 5, 6]);
    expect(kernels.topHits(scores!, ids!, 3, hits!, 3)).toBe(1);
    expect(integersAt(hits!, 1)).toEqual(Int32Array.of(5));
  });
});

it('maskGroups leaves the scores of allowed groups and sets the others to −Infinity', () => {
  const allowed = hits!;
  floatsAt(scores!, 6).fill(0.5);
  integersAt(groups!, 6).set([0, 3, 3, 9, 2 ** 31 - 1, 4]);
  integersAt(allowed, 3).set([0, 4, 2 ** 31 - 1]);
  kernels.maskGroups(scores!, groups!, 6, allowed, 3);
  expect(Array.from(floatsAt(scores!, 6))).toEqual([0.5, -Infinity, -Infinity, -Infinity, 0.5, 0.5]);
});

it('bestPerGroup is the best score of each group, −Infinity for one without rows', () => {
  const best = hits!;
  floatsAt(scores!, 5).set([-0.5, 0.25, 0.75, 1, -1]);
  integersAt(groups!, 5).set([2, 0, 0, 4, 2]);
  floatsAt(best, 5).fill(9);
  kernels.bestPerGroup(scores!, groups!, 5, best, 4);
  expect(Array.from(floatsAt(best, 5))).toEqual([0.75, -Infinity, -0.5, -Infinity, 9]);
});
