import { SrError } from '@sr/core';
import { pageBytes } from '@sr/simd-cosine';
import { seededRows } from '@sr/testkit';
import { describe, expect, it } from 'vitest';
import { mostRows } from './table-memory.ts';
import { openIndex } from './wasm-simd-index.ts';

const dimensions = 64;
const limitBytes = 2 * pageBytes;

describe('an index whose memory is full', () => {
  it('throws SR_INDEX_FULL, and has changed nothing', async () => {
    const index = await openIndex(dimensions, limitBytes);
    const rows = seededRows(200, dimensions, 1);
    const [first] = index.add(rows, new Int32Array(200));
    const before = index.search(rows, 3);

    const error = thrownBy(() => index.add(seededRows(400, dimensions, 2), new Int32Array(400)));

    expect(SrError.is(error, 'SR_INDEX_FULL') && error.details).toEqual({
      limitBytes,
      neededBytes: 600 * (64 + 3) * 4,
    });
    expect(error).toHaveProperty('message', expect.stringContaining(index.id));
    expect(index.size).toBe(200);
    expect(index.search(rows, 3)).toEqual(before);
    expect(index.add(rows.subarray(0, dimensions), [0])).toEqual(Int32Array.of(first! + 200));
  });

  it('takes rows again once others are removed', async () => {
    const index = await openIndex(dimensions, limitBytes);
    const count = mostRows(dimensions, limitBytes) - 8;
    const ids = index.add(seededRows(count, dimensions, 1), new Int32Array(count));
    index.remove(ids.subarray(0, 100));
    const rows = seededRows(100, dimensions, 2);
    const [first] = index.add(rows, new Int32Array(100));
    expect(index.search(rows.subarray(0, dimensions), 1).ids[0]).toBe(first);
  });

  it('is also what a search says that finds no memory to work in', async () => {
    const index = await openIndex(dimensions, limitBytes);
    const count = mostRows(dimensions, limitBytes);
    const rows = seededRows(count, dimensions, 1);
    index.add(rows, new Int32Array(count));
    const error = thrownBy(() => index.bestPerGroup(rows.subarray(0, dimensions), 100_000));
    expect(SrError.is(error, 'SR_INDEX_FULL')).toBe(true);
  });
});

describe('4 GiB of memory', () => {
  const fourGiB = 2 ** 32;

  it('hold 2.7 million rows of 384 dimensions', () => {
    expect(mostRows(384, fourGiB)).toBe(2_774_520);
  });

  it('hold no more rows than a Map of their ids can', () => {
    expect(mostRows(1, fourGiB)).toBe(2 ** 24);
  });
});

function thrownBy(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  return undefined;
}
