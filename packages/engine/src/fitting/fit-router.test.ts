import { seededRandom } from '@sr/testkit';
import { describe, expect, it } from 'vitest';
import { fitRouter } from './fit-router.ts';
import type { FitObjective } from './objective.ts';
import type { ScoredCase } from './thresholds.ts';

const accuracy: FitObjective = { kind: 'accuracy' };
const at = (router: number, routes = {}) => ({ router, routes });

/** Cases in which confidence is the chance to be right; the rest has another label, half of it none. */
function honestCases(count: number, seed: number): ScoredCase[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const confidence = random();
    const best = random() < 0.5 ? 'a' : 'b';
    const other = random() < 0.5 ? null : 'c';
    return { best, confidence, expected: random() < confidence ? best : other };
  });
}

function fit(cases: readonly ScoredCase[], objective = accuracy, present = at(0.5)) {
  const candidates = [{ expectedOutOfScope: null, cases }];
  return fitRouter({ candidates, present, objective, scale: 'probability' });
}

describe('fitRouter', () => {
  it('uses cached scores, is deterministic, improves on held-out data or leaves as is, and says so (behaviour 28)', () => {
    const cases = honestCases(500, 1);
    const improved = fit(cases, accuracy, at(0.98));
    expect(improved.result).toBe('improved');
    expect(improved.heldOut!.accuracy).toBeGreaterThan(improved.present.accuracy);
    expect(fit(cases, accuracy, at(0.98))).toEqual(improved);

    const again = fit(cases, accuracy, improved.settings.thresholds);
    expect(again).toMatchObject({ result: 'not_better', settings: improved.settings });
    expect(again.heldOut!.accuracy).toBeLessThanOrEqual(again.present.accuracy);
  });

  it('judges no case by settings that it was fitted on', () => {
    // Labels that nothing foretells: what a sweep finds in them is chance.
    const random = seededRandom(3);
    const noise = Array.from({ length: 60 }, () => ({
      best: 'a',
      confidence: random(),
      expected: random() < 0.5 ? 'a' : null,
    }));
    const { heldOut, training } = fit(noise);
    expect(training!.accuracy).toBeGreaterThan(heldOut!.accuracy);
  });

  it('promises a precision that holds on other cases, nineteen times out of twenty', () => {
    const objective = { kind: 'precision', atLeast: 0.8, outOfScope: 0 } as const;
    const fits = Array.from({ length: 40 }, (_, i) => fit(honestCases(1000, 100 + i), objective, at(0.1)));
    expect(new Set(fits.map(({ result }) => result))).toEqual(new Set(['improved']));
    // Confidence is the chance to be right and evenly spread: its mean above a bar is the precision there.
    const precisions = fits.map(({ settings }) => (1 + settings.thresholds.router) / 2);
    expect(precisions.filter((precision) => precision < 0.8).length).toBeLessThanOrEqual(2);
  });

  it('promises a precision for the share out of scope that is expected, where the cases hold less', () => {
    const cases = honestCases(6000, 14).filter(({ expected }, i) => expected !== null || i % 4 === 0);
    const [asFound, expected] = [0, 0.3].map(
      (outOfScope) =>
        fit(cases, { kind: 'precision', atLeast: 0.8, outOfScope }, at(0.1)).settings.thresholds,
    );
    expect(expected!.router).toBeGreaterThan(asFound!.router);
    const others = honestCases(4000, 15).filter(({ confidence }) => confidence >= expected!.router);
    const right = others.filter((one) => one.best === one.expected).length;
    expect(right / others.length).toBeGreaterThanOrEqual(0.8);
  });

  it('says that a precision is out of reach', () => {
    const objective = { kind: 'precision', atLeast: 0.999, outOfScope: 0 } as const;
    const fitted = fit(honestCases(100, 6), objective);
    expect(fitted).toMatchObject({
      result: 'unattainable',
      settings: { thresholds: at(0.5) },
      heldOut: null,
    });
  });

  it('keeps a route to its share and leaves the other thresholds', () => {
    const objective = { kind: 'share', route: 'a', atMost: 0.2 } as const;
    const { result, settings, present, heldOut } = fit(honestCases(1000, 7), objective, at(0.3, { b: 0.4 }));
    expect(result).toBe('improved');
    expect(settings.thresholds).toEqual(at(0.3, { a: expect.any(Number) as number, b: 0.4 }));
    expect(present.routeShare).toBeGreaterThan(0.2);
    expect(heldOut!.routeShare).toBeCloseTo(0.2, 2);
  });

  it('sets no threshold for accuracy where nothing was to be rejected', () => {
    const inScope = honestCases(100, 8).filter(({ expected }) => expected !== null);
    expect(fit(inScope)).toMatchObject({
      result: 'nothing_to_reject',
      settings: { thresholds: at(0.5) },
      heldOut: null,
    });
  });

  it('takes the share out of scope whose probabilities are right', () => {
    const cases = honestCases(500, 9);
    const candidates = [0.25, 0.35].map((expectedOutOfScope) => ({
      expectedOutOfScope,
      cases: cases.map((one) => ({
        ...one,
        confidence: expectedOutOfScope === 0.25 ? one.confidence ** 3 : one.confidence,
      })),
    }));
    const fitted = fitRouter({ candidates, present: at(0.5), objective: accuracy, scale: 'probability' });
    expect(fitted).toMatchObject({ result: 'improved', settings: { expectedOutOfScope: 0.35 } });
  });

  it('gives routes thresholds of their own where that is better on held-out cases, drawn towards the common one', () => {
    // What is right above 0.2 for one route is right above 0.8 for the other.
    const cases = [...honestCases(2000, 10)].map((one) => {
      const bar = one.best === 'a' ? 0.2 : 0.8;
      return { ...one, expected: one.confidence >= bar ? one.best : null };
    });
    const { settings, result } = fit(cases);
    const { router, routes } = settings.thresholds;
    expect(result).toBe('improved');
    expect(routes.a).toBeGreaterThan(0.2);
    expect(routes.a).toBeLessThan(router);
  });

  it('gives a route with few cases no threshold of its own', () => {
    const rare = honestCases(20, 12).map((one) => ({ ...one, best: 'rare' }));
    const { settings } = fit([...honestCases(500, 11), ...rare], accuracy, at(0.99));
    expect(settings.thresholds.routes).not.toHaveProperty('rare');
  });

  it('refuses so few cases that they decide nothing', () => {
    expect(() => fit(honestCases(19, 13))).toThrow('fitRouter takes at least 20 cases, got 19');
  });
});
