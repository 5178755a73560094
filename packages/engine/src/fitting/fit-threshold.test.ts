import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRight } from '../outcome.ts';
import { measureMacroF1 } from '../metrics/per-route.ts';
import { fitThreshold } from './fit-threshold.ts';
import type { FitObjective } from './objective.ts';
import { applyThresholds, type ScoredCase } from './thresholds.ts';
import { wilsonInterval } from './wilson.ts';

const accuracy: FitObjective = { kind: 'accuracy' };

const scored = (expected: string | null, best: string | null, confidence: number): ScoredCase => ({
  expected,
  best,
  confidence,
});

const anyCase = fc.record({
  expected: fc.constantFrom('a', 'b', null),
  best: fc.constantFrom('a', 'b'),
  confidence: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
});

/** Every threshold that decides anything differently, and what is decided with it. */
function allDecisions(cases: readonly ScoredCase[]) {
  const bars = [0, 1, ...cases.map(({ confidence }) => confidence + 0.005)];
  return bars.map((router) => applyThresholds(cases, { router, routes: {} }));
}

describe('fitThreshold', () => {
  it('puts the threshold where most decisions are right, in the middle of the room there', () => {
    const cases = [
      scored('a', 'a', 0.9),
      scored('b', 'b', 0.8),
      scored(null, 'a', 0.4),
      scored(null, 'b', 0.2),
    ];
    expect(fitThreshold(cases, accuracy, 'probability')).toBe(0.6);
  });

  it.each(['accuracy', 'macroF1'] as const)('finds the best of all thresholds for %s', (kind) => {
    fc.assert(
      fc.property(fc.array(anyCase, { minLength: 1, maxLength: 30 }), (cases) => {
        const measure = (outcomes: ReturnType<typeof applyThresholds>) =>
          kind === 'accuracy' ? outcomes.filter(isRight).length : measureMacroF1(outcomes)!;
        const router = fitThreshold(cases, { kind }, 'probability')!;
        const best = Math.max(...allDecisions(cases).map(measure));
        expect(measure(applyThresholds(cases, { router, routes: {} }))).toBeCloseTo(best, 9);
      }),
      { seed: 5 },
    );
  });

  it('accepts as many as it can while the lower bound of precision holds', () => {
    const wellRanked = Array.from({ length: 400 }, (_, i) =>
      scored(i < 300 || i % 2 === 0 ? 'a' : 'b', 'a', 1 - i / 400),
    );
    const threshold = fitThreshold(
      wellRanked,
      { kind: 'precision', atLeast: 0.95, outOfScope: 0 },
      'probability',
    )!;
    const lowerBound = (router: number) => {
      const accepted = wellRanked.filter(({ confidence }) => confidence >= router);
      return wilsonInterval(accepted.filter((one) => one.expected === one.best).length, accepted.length).low;
    };
    expect(lowerBound(threshold)).toBeGreaterThanOrEqual(0.95);
    const lower = wellRanked.map(({ confidence }) => confidence).filter((bar) => bar < threshold);
    expect(lower.filter((bar) => lowerBound(bar) >= 0.95)).toEqual([]);
  });

  it('is null where no threshold reaches the precision', () => {
    const cases = [scored('a', 'b', 0.9), scored('a', 'a', 0.8)];
    expect(
      fitThreshold(cases, { kind: 'precision', atLeast: 0.95, outOfScope: 0 }, 'probability'),
    ).toBeNull();
  });

  it('bounds what one route takes, whatever the others do', () => {
    const cases = Array.from({ length: 200 }, (_, i) => scored('a', i % 2 === 0 ? 'a' : 'b', 1 - i / 200));
    const share = { kind: 'share', route: 'b', atMost: 0.2 } as const;
    const threshold = fitThreshold(cases, share, 'probability')!;
    const taken = cases.filter(({ best, confidence }) => best === 'b' && confidence >= threshold).length;
    expect(taken).toBe(40);
  });

  it('parts no scores that a decision takes for equal', () => {
    const cases = [scored('a', 'a', 0.5), scored(null, 'a', 0.500015)];
    expect(fitThreshold(cases, accuracy, 'probability')).not.toBeCloseTo(0.5, 3);
  });

  it('looks below 0 where scores are cosines', () => {
    const cases = [scored('a', 'a', -0.1), scored(null, 'a', -0.5)];
    expect(fitThreshold(cases, accuracy, 'cosine')).toBe(-0.3);
  });
});
