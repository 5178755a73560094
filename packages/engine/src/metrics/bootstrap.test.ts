import { describe, expect, it } from 'vitest';
import type { Outcome } from '../outcome.ts';
import { bootstrapIntervals } from './bootstrap.ts';

/** In-scope cases, of which the first ones are right. */
function outcomes(count: number, right: number): Outcome[] {
  return Array.from({ length: count }, (_, i) => {
    const decided = i < right ? 'a' : 'b';
    return { expected: 'a', decided, best: decided, confidence: ((i * 7) % count) / count };
  });
}

describe('bootstrapIntervals', () => {
  it('is about two standard errors wide on both sides', () => {
    const { accuracy } = bootstrapIntervals(outcomes(400, 320));
    const standardError = Math.sqrt((0.8 * 0.2) / 400);
    expect(accuracy!.low).toBeCloseTo(0.8 - 1.96 * standardError, 2);
    expect(accuracy!.high).toBeCloseTo(0.8 + 1.96 * standardError, 2);
  });

  it('is the same every time', () => {
    expect(bootstrapIntervals(outcomes(50, 40))).toEqual(bootstrapIntervals(outcomes(50, 40)));
  });

  it('does not depend on the order of the cases', () => {
    expect(bootstrapIntervals(outcomes(50, 40).reverse())).toEqual(bootstrapIntervals(outcomes(50, 40)));
  });

  it('is null where there is nothing to measure a figure on', () => {
    expect(bootstrapIntervals(outcomes(20, 15))).toMatchObject({ auroc: null, outOfScopeRecall: null });
    expect(bootstrapIntervals([])).toMatchObject({ accuracy: null, ece: null });
  });
});
