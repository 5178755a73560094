import type { VectorIndex } from '@sr/core';
import { seededClusters, seededNearDuplicates, seededRandom, seededRows } from '@sr/testkit';
import { describe, expect, it } from 'vitest';
import { createWasmSimdIndex } from './index.ts';

const groupCount = 7;

/** Rows that int8 represents badly, or that it cannot tell apart. */
const workloads: Record<string, (count: number, dimensions: number, seed: number) => Float32Array> = {
  'random rows': seededRows,
  'tight clusters': (count, dimensions, seed) =>
    seededClusters({ count, dimensions, clusterCount: 5, spread: 0.1, seed }).rows,
  'near duplicates': seededNearDuplicates,
  'exact duplicates': (count, dimensions, seed) => {
    const rows = seededRows(3, dimensions, seed);
    return Float32Array.from({ length: count * dimensions }, (_, i) => rows[i % rows.length]!);
  },
  'rows of tiny norm': (count, dimensions, seed) => seededRows(count, dimensions, seed).map((x) => x * 1e-38),
  // One element takes the whole range of int8, all others round to nothing or to half a step.
  'one large element': (count, dimensions, seed) => {
    const random = seededRandom(seed);
    return Float32Array.from({ length: count * dimensions }, (_, i) =>
      i % dimensions === 0 ? 1 : (Math.round(random() * 2 - 1) + 0.5) / 127.001,
    );
  },
  // Elements of equal magnitude: four of them do not fit 16 bits, unless the step is raised.
  'corners of a cube': (count, dimensions, seed) => {
    const random = seededRandom(seed);
    return Float32Array.from({ length: count * dimensions }, () => (random() < 0.02 ? -1 : 1));
  },
  'sparse rows': (count, dimensions, seed) => {
    const random = seededRandom(seed);
    return Float32Array.from({ length: count * dimensions }, (_, i) =>
      i % dimensions === dimensions - 1 || random() < 0.03 ? random() - 0.5 || 1 : 0,
    );
  },
};

describe.each(Object.keys(workloads))('int8+float32 finds what float32 finds, to the bit: %s', (name) => {
  const makeRows = workloads[name]!;

  it.each([1, 3, 31, 33, 100, 384])('at %i dimensions', async (dimensions) => {
    for (let seed = 1; seed <= 3; seed++) {
      const rows = makeRows(700, dimensions, seed);
      const groups = Array.from({ length: 700 }, (_, i) => (i * 31) % groupCount);
      const relaxed = await createWasmSimdIndex({ dimensions });
      const plain = await createWasmSimdIndex({ dimensions, simd: 'plain' });
      const float32 = await createWasmSimdIndex({ dimensions, precision: 'float32' });
      for (const index of [relaxed, plain, float32]) {
        const ids = index.add(rows, groups);
        index.remove(ids.filter((id) => id % 11 === 0));
      }
      for (const queries of [rows.subarray(0, 4 * dimensions), seededRows(4, dimensions, 100 + seed)]) {
        const expected = answersOf(float32, queries);
        expect(answersOf(relaxed, queries), `relaxed SIMD, seed ${seed}`).toEqual(expected);
        expect(answersOf(plain, queries), `plain SIMD, seed ${seed}`).toEqual(expected);
      }
    }
  });
});

it('plain and relaxed SIMD give the same bits for int8 alone', async () => {
  const dimensions = 384;
  const rows = seededRows(500, dimensions, 1);
  const answers = [];
  for (const simd of ['plain', 'relaxed'] as const) {
    const index = await createWasmSimdIndex({ dimensions, precision: 'int8', simd });
    index.add(rows, new Int32Array(500));
    answers.push(answersOf(index, seededRows(20, dimensions, 2)));
  }
  expect(answers[0]).toEqual(answers[1]);
});

it('onRescored tells for each query how many rows were scored again: few of many', async () => {
  const dimensions = 384;
  const counts: number[] = [];
  const index = await createWasmSimdIndex({ dimensions, onRescored: (count) => counts.push(count) });
  index.add(seededRows(5000, dimensions, 1), new Int32Array(5000));
  const queries = seededRows(8, dimensions, 2);
  index.search(queries, 5);
  expect(counts).toHaveLength(8);
  for (const count of counts) {
    expect(count).toBeGreaterThanOrEqual(5);
    expect(count).toBeLessThan(150);
  }
  index.bestPerGroup(queries, 1);
  expect(counts).toHaveLength(16);
});

it('rows that all may be among the best are scored again in portions', async () => {
  const dimensions = 8;
  const counts: number[] = [];
  const index = await createWasmSimdIndex({ dimensions, onRescored: (count) => counts.push(count) });
  const row = seededRows(1, dimensions, 1);
  const count = 5000;
  index.add(
    Float32Array.from({ length: count * dimensions }, (_, i) => row[i % dimensions]!),
    new Int32Array(count),
  );
  expect(Array.from(index.search(row, 3).ids)).toEqual([0, 1, 2]);
  expect(counts).toEqual([count]);
});

function answersOf(index: VectorIndex, queries: Float32Array) {
  return [
    index.bestPerGroup(queries, groupCount),
    ...[1, 5, 60, 1000].flatMap((k) =>
      [undefined, { groups: [2] }, { groups: [0, 5] }].map((filter) => {
        const { ids, similarities, counts } = index.search(queries, k, filter);
        const valid = (_: number, i: number) => i % k < counts[Math.floor(i / k)]!;
        return { counts, ids: ids.filter(valid), similarities: similarities.filter(valid) };
      }),
    ),
  ];
}
