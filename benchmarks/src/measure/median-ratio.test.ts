import { expect, it } from 'vitest';
import { medianRatio } from './median-ratio.ts';

it('divides within a round, so that a round in which the machine was slow changes nothing', () => {
  const slower = [20, 22, 2000];
  const faster = [10, 11, 1000];
  expect(medianRatio(slower, faster, (value) => value)).toBe(2);
});
