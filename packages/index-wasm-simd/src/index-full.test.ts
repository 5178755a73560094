import { SrError } from '@sr/core';
import { pageBytes } from '@sr/simd-cosine';
import { seededRows } from '@sr/testkit';
import { describe, expect, it } from 'vitest';
import type { Precision } from './index.ts';
import { openIndex } from './wasm-simd-index.ts';

const dimensions = 512;

/** What a chunk of 256 rows takes: 20 bytes a row beside its elements. */
const cases: [Precision, number][] = [
  ['float32', 256 * (20 + 4 * dimensions)],
  ['int8', 256 * (20 + dimensions)],
  ['int8+float32', 256 * (20 + 5 * dimensions)],
];

describe.each(cases)('an index of %s whose memory is full', (precision, chunkBytes) => {
  // Three chunks, and less than a fourth beside them.
  const limitBytes = Math.ceil((3.5 * chunkBytes) / pageBytes) * pageBytes;
  const rowLimit = 3 * 256;
  const open = () => openIndex({ dimensions, precision }, limitBytes);

  it('throws SR_INDEX_FULL, and has changed nothing', async () => {
    const index = await open();
    const rows = seededRows(200, dimensions, 1);
    const [first] = index.add(rows, new Int32Array(200));
    const queries = rows.subarray(0, 5 * dimensions);
    const before = index.search(queries, 3);

    const error = thrownBy(() => index.add(seededRows(rowLimit, dimensions, 2), new Int32Array(rowLimit)));

    expect(SrError.is(error, 'SR_INDEX_FULL') && error.details).toEqual({
      limitBytes,
      neededBytes: 4 * chunkBytes + 4 * dimensions,
    });
    expect(error).toHaveProperty('message', expect.stringContaining(index.id));
    expect(index.size).toBe(200);
    expect(index.search(queries, 3)).toEqual(before);
    expect(index.add(rows.subarray(0, dimensions), [0])).toEqual(Int32Array.of(first! + 200));
  });

  it('takes rows again once others are removed', async () => {
    const index = await open();
    const ids = index.add(seededRows(rowLimit, dimensions, 1), new Int32Array(rowLimit));
    index.remove(ids.subarray(0, 100));
    const rows = seededRows(100, dimensions, 2);
    const [first] = index.add(rows, new Int32Array(100));
    expect(index.search(rows.subarray(0, dimensions), 1).ids[0]).toBe(first);
  });

  it('is also what a search says that finds no memory to work in', async () => {
    const index = await open();
    const rows = seededRows(rowLimit, dimensions, 1);
    index.add(rows, new Int32Array(rowLimit));
    const error = thrownBy(() => index.bestPerGroup(rows.subarray(0, dimensions), 1_000_000));
    expect(SrError.is(error, 'SR_INDEX_FULL')).toBe(true);
    expect(index.search(rows.subarray(0, dimensions), 1).ids[0]).toBe(0);
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
