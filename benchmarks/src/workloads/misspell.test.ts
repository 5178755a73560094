import { describe, expect, it } from 'vitest';
import { createRandom } from '../measure/random.ts';
import { misspell } from './misspell.ts';

const text = 'why was my card payment declined';

describe('misspell', () => {
  it('changes one word of four letters or more, by one letter', () => {
    const random = createRandom(1);
    for (let i = 0; i < 200; i++) {
      const slipped = misspell(text, random);
      const changed = text.split(' ').filter((word, w) => slipped.split(' ')[w] !== word);
      expect(changed).toHaveLength(1);
      expect(changed[0]!.length).toBeGreaterThanOrEqual(4);
      expect(Math.abs(slipped.length - text.length)).toBeLessThanOrEqual(1);
    }
  });

  it('swaps, drops, doubles and replaces', () => {
    const random = createRandom(2);
    const slipped = new Set(Array.from({ length: 500 }, () => misspell('card', random)));
    for (const expected of ['acrd', 'crd', 'caard', 'cwrd']) expect(slipped).toContain(expected);
  });

  it('repeats itself with the same seed', () => {
    expect(misspell(text, createRandom(3))).toBe(misspell(text, createRandom(3)));
  });

  it('leaves a text alone in which no word is long enough', () => {
    expect(misspell('is it on?', createRandom(4))).toBe('is it on?');
  });
});
