import { expect, it } from 'vitest';
import { toDelay } from './watch-event-loop.ts';

it('subtracts the interval of its own timer', () => {
  expect(toDelay({ percentile: () => 3.5e6, max: 12e6 })).toEqual({ p99Ms: 2.5, maxMs: 11 });
  expect(toDelay({ percentile: () => 0.99e6, max: 1e6 })).toEqual({ p99Ms: 0, maxMs: 0 });
});
