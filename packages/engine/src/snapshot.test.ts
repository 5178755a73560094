import type { Head, Route } from '@sr/core';
import { createFlatIndex } from '@sr/index-flat';
import { tableEncoder } from '@sr/testkit';
import { describe, expect, it } from 'vitest';
import { createRouter } from './create-router.ts';
import { centroidHead } from './heads/centroid-head.ts';
import { meanHead } from './heads/mean-head.ts';
import { restoreRouter } from './restore-router.ts';
import { decodeSafetensors, encodeSafetensors } from './safetensors.ts';

const table = {
  a1: [1, 0, 0],
  a2: [1, 0.1, 0],
  'not a': [0.7, 0.7, 0.1],
  nothing: [-1, 0, 0],
  b1: [0, 1, 0],
  b2: [0, 1, 0.1],
  'new one': [0, 0, 1],
  ask: [0.3, 0.8, 0.1],
};
const routes: readonly Route[] = [
  {
    name: 'a',
    description: 'first',
    model: 'small',
    utterances: ['a1', 'a2'],
    negatives: ['not a'],
    threshold: 0.4,
  },
  { name: 'b', utterances: ['b1', 'b2'], metadata: { team: 'billing', tags: [1, 2] } },
];

async function saved(head: Head = centroidHead): Promise<Uint8Array<ArrayBuffer>> {
  const settings = { encoder: tableEncoder(table), index: createFlatIndex, routes, head };
  return (await createRouter({ ...settings, threshold: 0.3, fallback: 'big' })).snapshot();
}

function restored(snapshot: Uint8Array, encoder = tableEncoder(table)) {
  return restoreRouter({ snapshot, encoder, index: createFlatIndex });
}

describe('a snapshot', () => {
  it('keeps routes, vectors, settings and fitted head; restoring encodes and fits nothing', async () => {
    const original = await createRouter({
      encoder: tableEncoder(table),
      index: createFlatIndex,
      routes,
      head: centroidHead,
      threshold: 0.3,
      fallback: 'big',
      none: ['nothing'],
    });
    const encoder = tableEncoder(table);
    const copy = await restored(await original.snapshot(), encoder);
    expect(encoder.calls).toEqual([]);
    expect(copy.routes).toEqual(routes);
    for (const query of ['ask', 'new one']) {
      const [before, after] = [
        await original.route(query, { explain: true }),
        await copy.route(query, { explain: true }),
      ];
      expect({ ...after, id: '', timingsMs: '' }).toEqual({ ...before, id: '', timingsMs: '' });
    }
  });

  it('is the same file when it is saved again', async () => {
    const file = await saved();
    expect(await (await restored(file)).snapshot()).toEqual(file);
  });

  it('of an empty router restores to an empty router', async () => {
    const empty = await createRouter({ encoder: tableEncoder(table), index: createFlatIndex, routes: [] });
    const router = await restored(await empty.snapshot());
    expect((await router.route('ask')).route).toBeNull();
  });

  it('restores under new routes, and encodes only utterances that it does not hold', async () => {
    const encoder = tableEncoder(table);
    const changed = [
      { name: 'b', utterances: ['b2', 'new one'] },
      { name: 'z', utterances: ['a1'] },
    ] as const;
    const router = await restoreRouter({
      snapshot: await saved(),
      encoder,
      index: createFlatIndex,
      routes: changed,
    });
    expect(encoder.calls.map(({ texts }) => texts)).toEqual([['new one']]);
    expect((await router.rank('a1'))[0]?.route).toBe('z');
  });

  it('restores under another head, which is then fitted', async () => {
    const encoder = tableEncoder(table);
    const router = await restoreRouter({
      snapshot: await saved(),
      encoder,
      index: createFlatIndex,
      head: meanHead,
    });
    const direct = await createRouter({ encoder, index: createFlatIndex, routes, head: meanHead });
    expect(await router.rank('ask')).toEqual(await direct.rank('ask'));
  });

  it('gives way to settings that are handed in', async () => {
    const router = await restoreRouter({
      snapshot: await saved(),
      encoder: tableEncoder(table),
      index: createFlatIndex,
      fallback: 'other',
    });
    expect(await router.route('new one')).toMatchObject({ route: null, model: 'other', threshold: 0.3 });
  });

  it('is refused where another encoder built it', async () => {
    await expect(restored(await saved(), tableEncoder(table, { id: 'other' }))).rejects.toMatchObject({
      code: 'SR_ENCODER_MISMATCH',
      details: { expected: 'table', actual: 'other' },
    });
  });

  it('of a head that is not ours is refused until the head is handed in', async () => {
    const own: Head = { ...centroidHead, id: 'own' };
    const snapshot = await saved(own);
    await expect(restored(snapshot)).rejects.toMatchObject({
      code: 'SR_UNKNOWN_HEAD',
      details: { id: 'own' },
    });
    const router = await restoreRouter({
      snapshot,
      encoder: tableEncoder(table),
      index: createFlatIndex,
      head: own,
    });
    expect((await router.route('b1')).route).toBe('b');
  });
});

describe('a damaged snapshot', () => {
  it('is refused wherever it is cut short', async () => {
    const file = await saved();
    for (let length = 0; length < file.length; length += 7) {
      await expect(restored(file.subarray(0, length))).rejects.toMatchObject({ code: 'SR_SNAPSHOT_INVALID' });
    }
  });

  it('is refused when any byte has changed', async () => {
    const file = await saved();
    const accepted: number[] = [];
    for (let position = 0; position < file.length; position += 3) {
      const damaged = file.slice();
      damaged[position]! ^= 4;
      await restored(damaged).then(
        () => accepted.push(position),
        (error: unknown) => {
          expect(error).toMatchObject({ code: expect.stringMatching(/^SR_SNAPSHOT_/) as string });
        },
      );
    }
    expect(accepted).toEqual([]);
  });

  it('is refused when it has bytes to spare', async () => {
    const file = await saved();
    await expect(restored(Uint8Array.of(...file, 0))).rejects.toMatchObject({ code: 'SR_SNAPSHOT_INVALID' });
  });

  it('of a newer version is refused, with both versions', async () => {
    const { metadata, tensors } = decodeSafetensors(await saved());
    const newer = encodeSafetensors({ metadata: { ...metadata, version: '2' }, tensors });
    await expect(restored(newer)).rejects.toMatchObject({
      code: 'SR_SNAPSHOT_VERSION',
      details: { supported: '1', actual: '2' },
    });
  });

  it.each(['', '{}', 'not a snapshot at all', 'PK\u0003\u0004'])('that is %j is refused', async (text) => {
    await expect(restored(new TextEncoder().encode(text))).rejects.toMatchObject({
      code: 'SR_SNAPSHOT_INVALID',
    });
  });
});
