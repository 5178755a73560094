import { toUnitRows, type EncodeOptions, type Encoder } from '@sr/core';
import type { Mutant } from './run-mutants.ts';

/** Broken encoders, each with the case of `encoderContract` that must catch it. */
export const encoderMutants: readonly Mutant<Encoder>[] = [
  mutant('has no id', 'says what it is', () => ({ id: '' })),
  mutant('half a dimension', 'says what it is', () => ({ dimensions: 1.5 })),
  mutant('one element too many', 'returns one row of dimensions elements per text', (right) =>
    changeRows(right, (rows) => Float32Array.from([...rows, 0])),
  ),
  mutant('the first row only', 'returns one row of dimensions elements per text', (right) =>
    changeRows(right, (rows) => rows.slice(0, right.dimensions)),
  ),
  mutant('rows in reversed order', 'row i belongs to texts[i]', (right) => ({
    encode: (texts, options) => right.encode(texts.toReversed(), options),
  })),
  mutant('rows sorted by length of text', 'row i belongs to texts[i]', (right) => ({
    encode: (texts, options) =>
      right.encode(
        texts.toSorted((a, b) => a.length - b.length),
        options,
      ),
  })),
  mutant('drifts more than it says', 'a batch moves no element by more than batchDrift', (right) => ({
    supports: { ...right.supports, batchDrift: 1e-4 },
    ...drifting(right, 1e-2, () => true),
  })),
  mutant(
    'ignores reproducible',
    'reproducible rows are bit-equal to rows encoded alone, whatever else is encoded meanwhile',
    (right) => ({
      supports: { ...right.supports, batchDrift: 1e-2 },
      ...drifting(right, 1e-3, () => true),
    }),
  ),
  mutant(
    'lets other calls into a reproducible one',
    'reproducible rows are bit-equal to rows encoded alone, whatever else is encoded meanwhile',
    mergesCalls,
  ),
  mutant('draws a random element', 'encodes the same text to the same row each time', (right) => {
    let calls = 0;
    return changeRows(right, (rows) => rows.map((element) => element + 1e-6 * calls++));
  }),
  mutant('not quite unit length', 'rows have unit length', (right) =>
    changeRows(right, (rows) => rows.map((element) => element * 1.01)),
  ),
  mutant(
    'zeros for a text without letters',
    'gives any string a row of unit length, and its neighbours theirs',
    (right) => ({
      encode: async (texts, options) => {
        const rows = await right.encode(texts, options);
        texts.forEach((text, i) => {
          if (!/\p{L}/u.test(text)) rows.fill(0, i * right.dimensions, (i + 1) * right.dimensions);
        });
        return rows;
      },
    }),
  ),
  mutant(
    'leaves out what is empty',
    'gives any string a row of unit length, and its neighbours theirs',
    (right) => ({
      encode: (texts, options) =>
        right.encode(
          texts.filter((text) => text !== ''),
          options,
        ),
    }),
  ),
  mutant('refuses to do nothing', 'returns no rows for no texts', (right) => ({
    encode: (texts, options) => {
      if (texts.length === 0) return Promise.reject(new RangeError('no texts'));
      return right.encode(texts, options);
    },
  })),
  mutant('one buffer for all calls', 'returns a fresh buffer on every call', (right) => {
    const buffer = new Float32Array(right.maxBatch * right.dimensions);
    return changeRows(right, (rows) => {
      buffer.set(rows);
      return buffer.subarray(0, rows.length);
    });
  }),
  mutant('hands out its cache', 'returns a fresh buffer on every call', (right) => {
    const cache = new Map<string, Promise<Float32Array>>();
    return {
      encode(texts, options) {
        const key = JSON.stringify(texts);
        const rows = cache.get(key) ?? right.encode(texts, options);
        cache.set(key, rows);
        return rows;
      },
    };
  }),
  mutant('answers with the call that came last', 'each of many calls at once gets its own row', (right) => {
    let last: readonly string[] = [];
    return {
      async encode(texts, options) {
        last = texts;
        await Promise.resolve();
        return right.encode(last, options);
      },
    };
  }),
  mutant('takes one text less than it says', 'takes maxBatch texts', (right) => ({
    maxBatch: right.maxBatch + 1,
  })),
  mutant('leaves out what is too much', 'refuses more than maxBatch texts', (right) => ({
    encode: (texts, options) => right.encode(texts.slice(0, right.maxBatch), options),
  })),
  mutant(
    'ignores a signal that is aborted already',
    'rejects with the reason of a signal that is aborted before the call',
    (right) => ({ encode: (texts) => right.encode(texts) }),
  ),
  mutant(
    'gives a reason of its own',
    'rejects with the reason of a signal that is aborted before the call',
    (right) => ({
      encode: (texts, options) =>
        options?.signal?.aborted ? Promise.reject(new Error('aborted')) : right.encode(texts, options),
    }),
  ),
  mutant(
    'looks at the signal once, at the start',
    'rejects with the reason of a signal that is aborted during the call',
    (right) => ({
      async encode(texts, { signal, ...options } = {}) {
        signal?.throwIfAborted();
        return right.encode(texts, options);
      },
    }),
  ),
  ...truncationMutants([
    ['never reports', () => []],
    ['reports every text', (_truncated, texts) => texts.map((_, i) => i)],
    ['reports twice', (truncated) => [...truncated, ...truncated]],
    ['reports positions from 1', (truncated) => truncated.map((textIndex) => textIndex + 1)],
  ]),
  mutant(
    'reports when the call has settled',
    'reports each text beyond maxTokens once, before the call settles, and no other',
    (right) => ({
      async encode(texts, { onTruncated, ...options } = {}) {
        const report = (textIndex: number) => setTimeout(() => onTruncated?.(textIndex));
        return right.encode(texts, { ...options, onTruncated: report });
      },
    }),
  ),
  mutant('reads to the end', 'reads nothing beyond maxTokens', (right) => ({
    encode: (texts, options) =>
      right.encode(
        texts.map((text) => text.slice(-100)),
        options,
      ),
  })),
  mutant(
    'declares an inputType that it ignores',
    'inputType changes rows where supports.inputType says so, and only there',
    (right) => ({ supports: { ...right.supports, inputType: !right.supports.inputType } }),
  ),
];

function mutant(
  name: string,
  caughtBy: string,
  change: (right: Encoder) => Partial<Encoder>,
): Mutant<Encoder> {
  return { name, caughtBy, mutate: (right) => ({ ...right, ...change(right) }) };
}

function changeRows(right: Encoder, change: (rows: Float32Array) => Float32Array): Partial<Encoder> {
  return { encode: async (texts, options) => change(await right.encode(texts, options)) };
}

/** Moves each row of a batch towards the next one, if `when` says so. */
function drifting(
  right: Encoder,
  drift: number,
  when: (options: EncodeOptions | undefined) => boolean,
): Pick<Encoder, 'encode'> {
  return {
    async encode(texts, options) {
      const rows = await right.encode(texts, options);
      if (texts.length < 2 || !when(options)) return rows;
      const moved = rows.map((element, i) => element + drift * rows[(i + right.dimensions) % rows.length]!);
      return toUnitRows(moved, right.dimensions, right.id);
    },
  };
}

/** Drifts while another call is under way, also where reproducible rows were asked for. */
function mergesCalls(right: Encoder): Partial<Encoder> {
  let underWay = 0;
  const merged = drifting(right, 1e-3, (options) => !options?.reproducible || underWay > 1);
  return {
    supports: { ...right.supports, batchDrift: 1e-2 },
    async encode(texts, options) {
      underWay++;
      try {
        return await merged.encode(texts, options);
      } finally {
        underWay--;
      }
    },
  };
}

type ChangeReport = (truncated: readonly number[], texts: readonly string[]) => readonly number[];

function truncationMutants(changes: readonly (readonly [string, ChangeReport])[]): Mutant<Encoder>[] {
  return changes.map(([name, change]) =>
    mutant(
      name,
      'reports each text beyond maxTokens once, before the call settles, and no other',
      (right) => ({
        async encode(texts, { onTruncated, ...options } = {}) {
          const truncated: number[] = [];
          const rows = await right.encode(texts, { ...options, onTruncated: (i) => truncated.push(i) });
          for (const textIndex of change(truncated, texts)) onTruncated?.(textIndex);
          return rows;
        },
      }),
    ),
  );
}
