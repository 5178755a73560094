import { readFileSync } from 'node:fs';
import { minilmL6V2 } from '@sr/model-minilm-l6-v2';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBertTokenizer } from './bert-tokenizer.ts';
import { parseBertVocabulary } from './bert-vocabulary.ts';

interface Row {
  readonly text: string;
  readonly ids: readonly number[];
  readonly truncated: boolean;
}

const table = JSON.parse(
  readFileSync(new URL('./__fixtures__/token_ids.json', import.meta.url), 'utf8'),
) as readonly Row[];

const vocabulary = parseBertVocabulary(
  readFileSync(new URL(minilmL6V2.tokenizer), 'utf8'),
  minilmL6V2.tokenizer,
);
const [cls, sep] = [101, 102];
const tokenize = createBertTokenizer(vocabulary, minilmL6V2.maxTokens);
const tokenizeWhole = createBertTokenizer(vocabulary, Infinity);

// Words, separators and the characters that normalizers treat in ways of their own.
const anyText = fc.array(
  fc.oneof(
    fc.constantFrom(
      'refund',
      'unaffable',
      '[SEP]',
      '[CLS]',
      ' ',
      '\n',
      '.',
      '中',
      'É',
      '\u0301',
      '\0',
      '\ud800',
    ),
    fc.string({ unit: 'binary' }),
  ),
  { maxLength: 60 },
);

describe('createBertTokenizer', () => {
  it.each(table)("gives the ids of Hugging Face's Python library: $text", ({ text, ids, truncated }) => {
    expect(tokenize(text)).toEqual({ ids, truncated });
  });

  it('takes special tokens in a text for text: one [CLS], one [SEP], whatever it says', () => {
    fc.assert(
      fc.property(anyText, (parts) => {
        const { ids } = tokenizeWhole(parts.join(''));
        expect(ids.filter((id) => id === cls || id === sep || id === 0 || id === 103)).toEqual([cls, sep]);
        expect([ids[0], ids.at(-1)]).toEqual([cls, sep]);
      }),
      { seed: 1 },
    );
  });

  it('truncates exactly as tokenising the whole text would', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 40 }), (parts, maxTokens) => {
        const text = parts.join('');
        const whole = tokenizeWhole(text).ids;
        const truncated = whole.length > maxTokens;
        const ids = truncated ? [...whole.slice(0, maxTokens - 1), sep] : whole;
        expect(createBertTokenizer(vocabulary, maxTokens)(text)).toEqual({ ids, truncated });
      }),
      { seed: 2 },
    );
  });

  it('joins at white space: the tokens of two texts are those of both', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const [first, second] = [a.join(''), b.join('')];
        const ids = [...tokenizeWhole(first).ids.slice(0, -1), ...tokenizeWhole(second).ids.slice(1)];
        expect(tokenizeWhole(`${first} ${second}`).ids).toEqual(ids);
      }),
      { seed: 3 },
    );
  });

  it('reads a lone surrogate as the replacement character that it becomes in UTF-8', () => {
    expect(tokenize('re\ud800fund \udc00')).toEqual(tokenize('re\ufffdfund \ufffd'));
  });

  it.each([
    ['words', 'refund my order '.repeat(62_500), true],
    ['no white space', 'a'.repeat(1_000_000), false],
    ['white space', ' '.repeat(1_000_000), false],
    ['null bytes', '\0'.repeat(1_000_000), false],
    ['punctuation', '.'.repeat(1_000_000), true],
    ['emoji', '😀'.repeat(500_000), false],
    ['combining marks', 'e' + '\u0301\u0316'.repeat(500_000), false],
    ['words without pieces', ('qzx'.repeat(33) + ' ').repeat(10_000), true],
  ])('reads a million characters of %s in time that grows with their number', (_name, text, truncated) => {
    const start = performance.now();
    expect(tokenize(text).truncated).toBe(truncated);
    // Milliseconds where it is linear, minutes where one step is quadratic: no machine is that slow.
    expect(performance.now() - start).toBeLessThan(4000);
  });
});
