import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';

function candidate(route: string, score: number, threshold = 0.5) {
  return { route, score, similarity: score, threshold };
}

const rules = { defaultThreshold: 0.5, allowRunnerUp: false, scale: 'cosine' } as const;

describe('decide', () => {
  it('takes the best candidate that reaches its bar', () => {
    expect(decide([candidate('a', 0.9), candidate('b', 0.7)], rules)).toEqual({
      route: 'a',
      confidence: 0.9,
      threshold: 0.5,
      margin: 0.9 - 0.7,
      reason: 'semantic_match',
    });
  });

  it('accepts a score that falls short of its bar by rounding only', () => {
    expect(decide([candidate('a', 0.9999995, 1)], rules).route).toBe('a');
    expect(decide([candidate('a', 0.999, 1)], rules).route).toBeNull();
  });

  it('reports the bar that the best candidate missed', () => {
    const verdict = decide([candidate('a', 0.6, 0.8), candidate('b', 0.55, 0.5)], rules);
    expect(verdict).toMatchObject({
      route: null,
      confidence: 0.6,
      threshold: 0.8,
      reason: 'below_threshold',
    });
  });

  it('measures the margin of a runner-up against the best', () => {
    const verdict = decide([candidate('a', 0.6, 0.8), candidate('b', 0.55, 0.5)], {
      ...rules,
      allowRunnerUp: true,
    });
    expect(verdict).toMatchObject({ route: 'b', confidence: 0.55, threshold: 0.5 });
    expect(verdict.margin).toBeCloseTo(-0.05);
  });

  it('tells being torn between two from being sure of neither, where scores are probabilities', () => {
    const torn = [candidate('a', 0.45), candidate('b', 0.4)];
    expect(decide(torn, { ...rules, scale: 'probability' })).toMatchObject({
      route: null,
      reason: 'ambiguous',
    });
    expect(decide(torn, rules).reason).toBe('below_threshold');
    const unsure = [candidate('a', 0.3), candidate('b', 0.1)];
    expect(decide(unsure, { ...rules, scale: 'probability' }).reason).toBe('below_threshold');
  });

  it('has no margin with fewer than two candidates', () => {
    expect(decide([candidate('a', 0.9)], rules).margin).toBeNull();
    expect(decide([], { ...rules, defaultThreshold: 0.4 })).toEqual({
      route: null,
      confidence: 0,
      threshold: 0.4,
      margin: null,
      reason: 'below_threshold',
    });
  });
});
