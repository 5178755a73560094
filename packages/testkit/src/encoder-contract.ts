import { SrError, type Encoder } from '@sr/core';
import { close, closeElements, equal, equalElements, ok, rejects } from './assert.ts';
import type { Capability, ContractCase } from './contract-case.ts';

// Of different length, so that a batch of them is padded.
const texts = [
  'refund my order',
  'weather in Oslo',
  'How do I reset the password of the account that I opened last year?',
  'merge two sorted lists in Python',
];

const hostileTexts = [
  '',
  ' ',
  '\t\r\n',
  '\0',
  'refund\0my\0order',
  '\u200b\u200d\ufeff',
  '👩‍👩‍👧 🇳🇴',
  '退款我的订单',
  'استرداد طلبي',
  'e' + '\u0301\u0316'.repeat(500),
  '\ud800',
  'refund \udc00 order',
  '[CLS] [SEP] [PAD] [MASK] [UNK] <s> </s> <|endoftext|>',
  '__proto__ constructor',
  'a'.repeat(100_000),
  'refund my order '.repeat(6_250),
];

const finiteMaxBatch: Capability<Encoder> = {
  name: 'a finite maxBatch',
  declaredBy: ({ maxBatch }) => Number.isFinite(maxBatch),
};

const finiteMaxTokens: Capability<Encoder> = {
  name: 'a finite supports.maxTokens',
  declaredBy: ({ supports }) => Number.isFinite(supports.maxTokens),
};

/** What every `Encoder` promises. */
export const encoderContract: readonly ContractCase<Encoder>[] = [
  {
    name: 'says what it is',
    run({ contract, id, dimensions, maxBatch, supports }) {
      equal(contract, 'encoder/1', 'contract');
      ok(id !== '', 'the id is empty');
      ok(Number.isInteger(dimensions) && dimensions > 0, `dimensions is ${dimensions}`);
      ok(maxBatch === Infinity || (Number.isInteger(maxBatch) && maxBatch > 0), `maxBatch is ${maxBatch}`);
      ok(supports.batchDrift >= 0, `supports.batchDrift is ${supports.batchDrift}`);
      ok(supports.maxTokens > 0, `supports.maxTokens is ${supports.maxTokens}`);
    },
  },
  {
    name: 'returns one row of dimensions elements per text',
    async run(encoder) {
      for (const count of [1, texts.length]) {
        const rows = await encoder.encode(texts.slice(0, count));
        ok(rows instanceof Float32Array, 'rows are not a Float32Array');
        equal(rows.length, count * encoder.dimensions, `elements for ${count} texts`);
      }
    },
  },
  {
    name: 'row i belongs to texts[i]',
    async run(encoder) {
      const alone = await encodeEach(encoder, texts);
      assertOwnRows(await encodeRows(encoder, texts), alone);
      assertOwnRows(await encodeRows(encoder, texts.toReversed()), alone.toReversed());
    },
  },
  {
    name: 'a batch moves no element by more than batchDrift',
    async run(encoder) {
      const alone = await encodeEach(encoder, texts);
      const batch = await encodeRows(encoder, texts);
      batch.forEach((row, i) => {
        closeElements(row, alone[i]!, encoder.supports.batchDrift, `row ${i}`);
      });
    },
  },
  {
    name: 'reproducible rows are bit-equal to rows encoded alone, whatever else is encoded meanwhile',
    async run(encoder) {
      const alone = await encodeEach(encoder, texts);
      const [batch] = await Promise.all([
        encodeRows(encoder, texts, { reproducible: true }),
        ...texts.map((text) => encoder.encode([text])),
        encoder.encode(texts),
      ]);
      batch.forEach((row, i) => {
        equalElements(row, alone[i]!, `row ${i}`);
      });
    },
  },
  {
    name: 'encodes the same text to the same row each time',
    async run(encoder) {
      const first = await encodeEach(encoder, texts);
      const second = await encodeEach(encoder, texts);
      second.forEach((row, i) => {
        equalElements(row, first[i]!, `row ${i}`);
      });
    },
  },
  {
    name: 'rows have unit length',
    async run(encoder) {
      assertUnitRows(await encodeRows(encoder, texts));
    },
  },
  {
    name: 'gives any string a row of unit length, and its neighbours theirs',
    async run(encoder) {
      const expected = await encodeEach(encoder, texts);
      for (const hostile of hostileTexts) {
        const rows = await encodeRows(encoder, [...texts, hostile]);
        assertUnitRows(rows);
        assertOwnRows(rows.slice(0, texts.length), expected);
      }
    },
  },
  {
    name: 'returns no rows for no texts',
    async run(encoder) {
      equal((await encoder.encode([])).length, 0, 'elements for no texts');
    },
  },
  {
    name: 'returns a fresh buffer on every call',
    async run(encoder) {
      const first = await encoder.encode(texts.slice(0, 1));
      const before = first.slice();
      await encoder.encode(texts.slice(1, 2));
      equalElements(first, before, 'row after another call');
      first.fill(0);
      equalElements(
        await encoder.encode(texts.slice(0, 1)),
        before,
        'row after the caller overwrote the last',
      );
    },
  },
  {
    name: 'each of many calls at once gets its own row',
    async run(encoder) {
      const many = Array.from({ length: 64 }, (_, i) => texts[i % texts.length]!);
      const expected = await encodeEach(encoder, texts);
      const rows = await Promise.all(many.map((text) => encoder.encode([text])));
      for (let i = 0; i < many.length; i += texts.length) {
        assertOwnRows(rows.slice(i, i + texts.length), expected);
      }
    },
  },
  {
    name: 'takes maxBatch texts',
    when: finiteMaxBatch,
    async run(encoder) {
      const rows = await encoder.encode(Array<string>(encoder.maxBatch).fill('refund'));
      equal(rows.length, encoder.maxBatch * encoder.dimensions, `elements for ${encoder.maxBatch} texts`);
    },
  },
  {
    name: 'refuses more than maxBatch texts',
    when: finiteMaxBatch,
    async run(encoder) {
      const limit = encoder.maxBatch;
      const call = encoder.encode(Array<string>(limit + 1).fill('refund'));
      const matches = (error: unknown) =>
        SrError.is(error, 'SR_BATCH_TOO_LARGE') &&
        error.details.limit === limit &&
        error.details.actual === limit + 1;
      await rejects(call, matches, `${limit + 1} texts`);
    },
  },
  {
    name: 'rejects with the reason of a signal that is aborted before the call',
    async run(encoder) {
      const reason = new Error('no longer wanted');
      const call = encoder.encode(texts, { signal: AbortSignal.abort(reason) });
      await rejects(call, (error) => error === reason, 'an aborted call');
      equal(
        (await encoder.encode(texts)).length,
        texts.length * encoder.dimensions,
        'elements of the next call',
      );
    },
  },
  {
    name: 'rejects with the reason of a signal that is aborted during the call',
    async run(encoder) {
      const controller = new AbortController();
      const reason = new Error('no longer wanted');
      const call = encoder.encode(texts, { signal: controller.signal });
      controller.abort(reason);
      await rejects(call, (error) => error === reason, 'an aborted call');
      equal(
        (await encoder.encode(texts)).length,
        texts.length * encoder.dimensions,
        'elements of the next call',
      );
    },
  },
  {
    name: 'reports each text beyond maxTokens once, before the call settles, and no other',
    when: finiteMaxTokens,
    async run(encoder) {
      const long = longText(encoder);
      const reported: number[] = [];
      await encoder.encode(['refund', long, '', long], {
        onTruncated: (textIndex) => reported.push(textIndex),
      });
      equal(reported.sort((a, b) => a - b).join(), '1,3', 'positions of truncated texts');
    },
  },
  {
    name: 'reads nothing beyond maxTokens',
    when: finiteMaxTokens,
    async run(encoder) {
      const long = longText(encoder);
      equalElements(await encoder.encode([`${long} weather in Oslo`]), await encoder.encode([long]), 'row');
    },
  },
  {
    name: 'inputType changes rows where supports.inputType says so, and only there',
    async run(encoder) {
      const [text] = texts;
      const query = await encoder.encode([text!], { inputType: 'query' });
      const document = await encoder.encode([text!], { inputType: 'document' });
      const changes = query.some((element, i) => element !== document[i]);
      equal(changes, encoder.supports.inputType, 'whether rows differ by inputType');
    },
  },
];

/** One token more than is read, at the least: a word is at least one. */
function longText({ supports }: Encoder): string {
  return Array<string>(supports.maxTokens + 1)
    .fill('refund')
    .join(' ');
}

async function encodeRows(
  encoder: Encoder,
  batch: readonly string[],
  options?: { readonly reproducible: true },
): Promise<Float32Array[]> {
  const rows = await encoder.encode(batch, options);
  const { dimensions } = encoder;
  return batch.map((_, i) => rows.slice(i * dimensions, (i + 1) * dimensions));
}

/** One call after the other: each text has the encoder to itself. */
async function encodeEach(encoder: Encoder, batch: readonly string[]): Promise<Float32Array[]> {
  const rows: Float32Array[] = [];
  for (const text of batch) rows.push(await encoder.encode([text]));
  return rows;
}

/** By nearness, not by equality: neighbours in a batch may move a row, but not to another text's. */
function assertOwnRows(rows: readonly Float32Array[], expected: readonly Float32Array[]): void {
  rows.forEach((row, i) => {
    const cosines = expected.map((other) => dot(row, other));
    equal(cosines.indexOf(Math.max(...cosines)), i, `text that row ${i} is nearest to`);
  });
}

function assertUnitRows(rows: readonly Float32Array[]): void {
  rows.forEach((row, i) => {
    close(Math.sqrt(dot(row, row)), 1, 1e-3, `length of row ${i}`);
  });
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, element, i) => sum + element * b[i]!, 0);
}
