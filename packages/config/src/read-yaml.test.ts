import { SrError } from '@sr/core';
import { describe, expect, it } from 'vitest';
import { readYaml } from './read-yaml.ts';

describe('readYaml', () => {
  it.each([
    ['a key that stands twice', 'a: 1\na: 2', '2:1', 'twice'],
    ['an alias without an anchor', 'a: *nowhere', '1:4', 'no anchor'],
    ['an alias inside of what it repeats', 'a: &x [*x]', '1:8', 'inside'],
    ['a tag', 'a: !!js/function "() => 1"', '1:4', 'tags are refused'],
    ['a tag that a YAML library could construct', 'a: !!binary aGVsbG8=', '1:4', 'tags are refused'],
    ['an unclosed bracket', 'a: [1, 2\nb: 3', '2:1', 'bracket'],
    ['an unclosed quote', 'a: "x', '1:6', 'quote'],
    ['a tab as indentation', 'a:\n\tb: 1', '2:1', 'tabs'],
    ['two colons in a line', 'a: b: c', '1:4', 'quotes'],
    ['a second document', 'a: 1\n---\nb: 1', '2:1', 'second document'],
    ['a key that is a list', '? [a]\n: 1', '1:3', 'a key must be a text'],
    ['a key that objects cannot have', 'a: { __proto__: 1 }', '1:6', '__proto__'],
  ])('refuses %s, with line and column', (_, text, place, words) => {
    const message = messageOf(text);
    expect(message.split('\n')[0]).toMatch(new RegExp(`^f:${place} .*\\.$`, 'u'));
    expect(message).toContain(words);
  });

  it('keeps a merge key as the plain key that it is in YAML 1.2', () => {
    expect(readYaml('a: &a { b: 1 }\nc: { <<: *a }', 'f').value).toEqual({
      a: { b: 1 },
      c: { '<<': { b: 1 } },
    });
  });

  it('reads YAML 1.2 also where the text asks for 1.1, whose `yes` and dates are no texts', () => {
    expect(readYaml('%YAML 1.1\n---\na: [yes, 2026-01-01]\n', 'f').value).toEqual({
      a: ['yes', '2026-01-01'],
    });
  });

  it('refuses aliases that would make a small file a large value', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 10; i++) {
      const repeats = Array(10)
        .fill(`*a${i - 1}`)
        .join(', ');
      lines.push(`a${i}: &a${i} [${repeats}]`);
    }
    expect(messageOf(lines.join('\n'))).toContain('more than 100 aliases');
  });

  it('does not quote the text in what it says about syntax', () => {
    expect(messageOf('a: [secret words\n  more secret\nb: "secret \\q"')).not.toMatch(/secret/u);
  });

  it('finds values and keys through aliases', () => {
    const document = readYaml('a: &x\n  b: 1\nc: *x', 'f');
    expect(document.placeOfKey(['c', 'b'])).toEqual({ line: 2, column: 3, path: 'c.b' });
    expect(document.placeOf(['c', 'b'])).toEqual({ line: 2, column: 6, path: 'c.b' });
  });

  it('places what is not there at the innermost value that holds it', () => {
    expect(readYaml('a:\n  b: 1', 'f').placeOf(['a', 'c', 0])).toEqual({
      line: 2,
      column: 3,
      path: 'a.c[0]',
    });
  });
});

function messageOf(text: string): string {
  try {
    readYaml(text, 'f');
  } catch (error) {
    if (SrError.is(error, 'SR_CONFIG_INVALID')) return error.message;
    throw error;
  }
  throw new Error('the text was accepted');
}
