import { expect, it } from 'vitest';
import { seededRandom } from './seeded-random.ts';
import { seededClusters, seededNearDuplicates, seededRows } from './seeded-rows.ts';

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, element, i) => sum + element * b[i]!, 0);
}

it('numbers are spread over [0, 1), and differ from seed to seed', () => {
  for (const seed of [0, 1, 2, -1, 2 ** 40]) {
    const random = seededRandom(seed);
    const tenths = new Set(Array.from({ length: 1000 }, () => Math.floor(random() * 10)));
    expect([...tenths].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  }
  expect(new Set([0, 1, 2, 3].map((seed) => seededRandom(seed)())).size).toBe(4);
});

it('rows have unit length, and are the same for the same seed', () => {
  const rows = seededRows(5, 20, 7);
  expect(seededRows(5, 20, 7)).toEqual(rows);
  expect(seededRows(5, 20, 8)).not.toEqual(rows);
  for (let i = 0; i < 5; i++) {
    const row = rows.subarray(i * 20, (i + 1) * 20);
    expect(dot(row, row)).toBeCloseTo(1, 6);
  }
});

it('rows of a cluster are nearer to each other than to those of another', () => {
  const { rows, groups } = seededClusters({
    count: 6,
    dimensions: 50,
    clusterCount: 2,
    spread: 0.3,
    seed: 1,
  });
  expect(Array.from(groups)).toEqual([0, 1, 0, 1, 0, 1]);
  const row = (i: number) => rows.subarray(i * 50, (i + 1) * 50);
  expect(dot(row(0), row(2))).toBeGreaterThan(0.8);
  expect(dot(row(0), row(1))).toBeLessThan(0.5);
});

it('near duplicates differ, by less than a hundredth of a thousandth in similarity', () => {
  const rows = seededNearDuplicates(10, 50, 1);
  const [first, second] = [rows.subarray(0, 50), rows.subarray(50, 100)];
  expect(first).not.toEqual(second);
  expect(dot(first, second)).toBeGreaterThan(1 - 1e-5);
});
