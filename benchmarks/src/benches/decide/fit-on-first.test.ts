import type { HeadExamples } from '@sr/core';
import { maxHead } from '@sr/engine';
import { expect, it } from 'vitest';
import { fitOnFirst } from './fit-on-first.ts';

it('hands the first examples of each route to the head, with their rows', async () => {
  const examples: HeadExamples = {
    rows: Float32Array.from([1, 0, 0, 1, 0.6, 0.8, 0.8, 0.6]),
    dimensions: 2,
    texts: ['a', 'b', 'c', 'd'],
    routes: Int32Array.from([0, 0, 0, 1]),
    routeNames: ['first', 'second'],
    negatives: { rows: new Float32Array(), texts: [], routes: new Int32Array() },
  };
  let seen: HeadExamples | undefined;
  const head = fitOnFirst({ ...maxHead, fit: (given) => maxHead.fit((seen = given)) }, 2);
  await head.fit(examples);
  expect(seen?.texts).toEqual(['a', 'b', 'd']);
  expect(Array.from(seen!.routes)).toEqual([0, 0, 1]);
  expect(Array.from(seen!.rows)).toEqual(Array.from(Float32Array.from([1, 0, 0, 1, 0.8, 0.6])));
});
