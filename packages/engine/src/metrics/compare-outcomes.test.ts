import { describe, expect, it } from 'vitest';
import type { Outcome } from '../outcome.ts';
import { compareOutcomes } from './compare-outcomes.ts';
import { midP } from './mid-p.ts';

const decided = (route: string | null): Outcome => ({
  expected: 'a',
  decided: route,
  best: route,
  confidence: 0.5,
});

describe('compareOutcomes', () => {
  it('tells what became right, what became wrong and what is wrong in another way', () => {
    const before = ['a', 'b', 'a', 'b', null].map(decided);
    const now = ['a', 'a', null, 'c', null].map(decided);
    expect(compareOutcomes(before, now)).toEqual({
      cases: 5,
      fixed: [1],
      broken: [2],
      wrongOtherwise: [3],
      pValue: 0.75,
    });
  });

  it('refuses runs on different numbers of cases', () => {
    expect(() => compareOutcomes([decided('a')], [])).toThrow(RangeError);
  });
});

describe('midP', () => {
  it.each([
    [0, 0, 1],
    [1, 0, 0.5],
    [0, 5, 1 / 32],
    [1, 1, 0.75],
    // Fagerland, Lydersen and Laake (2013), table 1: airway hyper-responsiveness before and after a transplantation.
    [1, 7, 0.0390625],
  ])('of %i against %i is %d', (first, second, expected) => {
    expect(midP(first, second)).toBeCloseTo(expected, 12);
  });

  it('is small and finite where thousands changed', () => {
    expect(midP(2000, 2400)).toBeLessThan(1e-8);
    expect(midP(2000, 2400)).toBeGreaterThan(0);
  });
});
