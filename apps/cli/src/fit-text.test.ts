import { describe, expect, it } from 'vitest';
import { fitText } from './fit-text.ts';

describe('fitText', () => {
  it.each([
    ['abc', 5, 'abc  '],
    ['abcdef', 5, 'abcd…'],
    ['日本語', 5, '日本…'],
    ['日本語', 4, '日… '],
    ['👩‍👩‍👧 and more', 6, '👩‍👩‍👧 an…'],
  ])('pads or cuts %j to %i terminal cells', (text, width, expected) => {
    expect(fitText(text, width)).toBe(expected);
  });

  it('keeps a text from breaking the line or commanding the terminal', () => {
    expect(fitText('a\r\n\x1b[2Jb', 8)).toBe('a [2Jb  ');
  });
});
