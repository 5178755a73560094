import { describe, expect, it } from 'vitest';
import { atLeast, atMost, within } from './bar.ts';

describe('bar', () => {
  it('is met at its target', () => {
    expect(atLeast('speed', 2, 2)).toEqual({ name: 'speed', value: 2, op: '>=', target: 2, ok: true });
    expect(atMost('memory', 1, 1).ok).toBe(true);
  });

  it('is missed beyond it, and by NaN', () => {
    expect(atLeast('speed', 2, 1.99).ok).toBe(false);
    expect(atMost('memory', 1, NaN).ok).toBe(false);
  });

  it('has two sides where a figure has to agree with another', () => {
    expect(within('top-1', 0.812, 0.006, 0.819).map(({ op, target, ok }) => [op, target, ok])).toEqual([
      ['>=', 0.806, true],
      ['<=', 0.818, false],
    ]);
  });
});
