import type { VectorIndex } from '@sr/core';
import { createFlatIndex } from '@sr/index-flat';
import { seededClusters, seededNearDuplicates, seededRandom, seededRows } from '@sr/testkit';
import { describe, expect, it } from 'vitest';
import { createWasmSimdIndex } from './index.ts';

const groupCount = 11;

const precisions = ['int8+float32', 'float32'] as const;
const cases = [1, 2, 3, 5, 7, 8, 16, 31, 100, 384, 768, 1536].flatMap((dimensions) =>
  precisions.map((precision) => [precision, dimensions] as const),
);

describe.each(cases)('%s at %i dimensions', (precision, dimensions) => {
  it('finds what index-flat finds, through additions, replacements and removals', async () => {
    const flat = createFlatIndex({ dimensions });
    const wasm = await createWasmSimdIndex({ dimensions, precision });
    const random = seededRandom(dimensions);
    let live: number[] = [];
    for (let step = 0; step < 12; step++) {
      const count = 1 + Math.floor(random() * 60);
      const settings = { count, dimensions, clusterCount: groupCount, spread: 0.5, seed: step };
      const { rows, groups } = seededClusters(settings);
      const ids = flat.add(rows, groups);
      expect(wasm.add(rows, groups)).toEqual(ids);
      live.push(...ids);

      const replaced = live.filter(() => random() < 0.1);
      const replacement = seededRows(replaced.length, dimensions, 100 + step);
      const removed = new Set(live.filter(() => random() < 0.3));
      live = live.filter((id) => !removed.has(id));
      for (const index of [flat, wasm]) {
        index.replace(replaced, replacement);
        index.remove([...removed].reverse());
      }

      expectSameAnswers(wasm, flat, seededRows(3, dimensions, 200 + step));
      expect(wasm.read(live)).toEqual(flat.read(live));
    }
  });

  it('finds what index-flat finds among near duplicates', async () => {
    const rows = seededNearDuplicates(500, dimensions, 1);
    const flat = createFlatIndex({ dimensions });
    const wasm = await createWasmSimdIndex({ dimensions, precision });
    const groups = Array.from({ length: 500 }, (_, i) => i % groupCount);
    for (const index of [flat, wasm]) index.add(rows, groups);
    expectSameAnswers(wasm, flat, rows.subarray(0, 3 * dimensions));
  });
});

// By similarity and within both bounds, not by id: rounding swaps near ties.
function expectSameAnswers(wasm: VectorIndex, flat: VectorIndex, queries: Float32Array): void {
  const tolerance = wasm.supports.similarityError + flat.supports.similarityError;
  expectClose(wasm.bestPerGroup(queries, groupCount), flat.bestPerGroup(queries, groupCount), tolerance);
  for (const filter of [undefined, { groups: [3] }, { groups: [9, 0, 4] }]) {
    for (const k of [1, 5, 1000]) {
      const actual = wasm.search(queries, k, filter);
      const expected = flat.search(queries, k, filter);
      expect(actual.counts).toEqual(expected.counts);
      for (const [i, count] of expected.counts.entries()) {
        const valid = [i * k, i * k + count] as const;
        expectClose(
          actual.similarities.subarray(...valid),
          expected.similarities.subarray(...valid),
          tolerance,
        );
      }
    }
  }
}

function expectClose(actual: Float32Array, expected: Float32Array, tolerance: number): void {
  expect(actual.length).toBe(expected.length);
  const farthest = actual.findIndex(
    (value, i) => value !== expected[i] && !(Math.abs(value - expected[i]!) <= tolerance),
  );
  expect(farthest, `${actual[farthest]} instead of ${expected[farthest]}`).toBe(-1);
}
