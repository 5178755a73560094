import type { Encoder, Head, Route } from '@sr/core';
import { createFlatIndex } from '@sr/index-flat';
import { tableEncoder } from '@sr/testkit';
import { describe, expect, it } from 'vitest';
import { createRouter } from './create-router.ts';
import { maxHead } from './heads/max-head.ts';

const table = {
  a1: [1, 0, 0],
  a2: [1, 0.1, 0],
  b1: [0, 1, 0],
  b2: [0, 1, 0.1],
  c1: [0, 0, 1],
  c2: [0.1, 0, 1],
  'ask b': [0, 1, 0.05],
};
const a: Route = { name: 'a', utterances: ['a1', 'a2'] };
const b: Route = { name: 'b', utterances: ['b1', 'b2'] };
const c: Route = { name: 'c', utterances: ['c1', 'c2'] };

function createTestRouter(
  routes: readonly Route[],
  encoder: Encoder = tableEncoder(table),
  head: Head = maxHead,
) {
  return createRouter<string>({ encoder, head, index: createFlatIndex, routes });
}

/** An encoder whose next call waits until it is let go. */
function gatedEncoder() {
  const encoder = tableEncoder(table);
  const gate = Promise.withResolvers<undefined>();
  let isShut = false;
  return {
    ...encoder,
    shut: () => (isShut = true),
    open: () => {
      gate.resolve(undefined);
    },
    async encode(...call: Parameters<Encoder['encode']>) {
      if (isShut) await gate.promise;
      return encoder.encode(...call);
    },
  };
}

describe('changing routes', () => {
  it('from none to some, some to more, fewer and none again: every query still works', async () => {
    const router = await createTestRouter([]);
    const winners = async () => {
      const queries = [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ];
      return Promise.all(queries.map(async (row) => (await router.route(Float32Array.from(row))).route));
    };
    expect(await winners()).toEqual([null, null, null]);
    await router.addRoutes([a]);
    expect(await winners()).toEqual(['a', null, null]);
    await router.addRoutes([b, c]);
    expect(await winners()).toEqual(['a', 'b', 'c']);
    await router.removeRoutes(['a', 'b']);
    expect(await winners()).toEqual([null, null, 'c']);
    await router.removeRoutes(['c']);
    expect(await winners()).toEqual([null, null, null]);
    expect(router.routes).toEqual([]);
    await router.addRoutes([b]);
    expect(await winners()).toEqual([null, 'b', null]);
  });

  it('lists routes with their utterances, in order', async () => {
    const router = await createTestRouter([b]);
    await router.addRoutes([a, c]);
    expect(router.routes).toEqual([b, a, c]);
  });

  it('adding a route that is there already, word for word, changes and encodes nothing', async () => {
    const encoder = tableEncoder(table);
    const router = await createTestRouter([a, b], encoder);
    const calls = encoder.calls.length;
    await router.addRoutes([structuredClone(a)]);
    expect(router.routes).toEqual([a, b]);
    expect(encoder.calls.length).toBe(calls);
  });

  it('adding another route of the same name is an error that names both places', async () => {
    const router = await createTestRouter([a, b]);
    await expect(router.addRoutes([c, { name: 'b', utterances: ['c1'] }])).rejects.toMatchObject({
      code: 'SR_DUPLICATE_ROUTE',
      details: { name: 'b', places: ['routes[1] of the router', 'routes[1] of those to add'] },
    });
    expect(router.routes).toEqual([a, b]);
  });

  it('replacing a route keeps its place and encodes only utterances that are new to it', async () => {
    const encoder = tableEncoder(table);
    const router = await createTestRouter([a, b], encoder);
    await router.replaceRoute({ name: 'a', utterances: ['c1', 'a2'] });
    expect(encoder.calls.at(-1)?.texts).toEqual(['c1']);
    expect(router.routes.map(({ name }) => name)).toEqual(['a', 'b']);
    const explained = await router.route('c1', { explain: true });
    expect(explained.evidence?.map(({ route, utterance }) => [route, utterance])).toContainEqual(['a', 'a2']);
    expect(explained.evidence?.map(({ utterance }) => utterance)).not.toContain('a1');
    expect(explained).toMatchObject({ route: 'a', evidence: [{ utterance: 'c1' }, {}, {}, {}] });
  });

  it('keeps utterances that a route repeats, and encodes none of them again', async () => {
    const encoder = tableEncoder(table);
    const router = await createTestRouter([{ name: 'a', utterances: ['a1', 'a1'] }], encoder);
    const calls = encoder.calls.length;
    await router.replaceRoute({ name: 'a', utterances: ['a1', 'a1'], threshold: 0.9 });
    expect(encoder.calls.length).toBe(calls);
    expect((await router.route('a1', { explain: true })).evidence).toHaveLength(2);
  });

  it('removing or replacing an unknown route is an error, and nothing has changed', async () => {
    const router = await createTestRouter([a, b]);
    await expect(router.removeRoutes(['a', 'bb'])).rejects.toMatchObject({
      code: 'SR_UNKNOWN_ROUTE',
      details: { name: 'bb', nearest: 'b' },
    });
    await expect(router.replaceRoute(c)).rejects.toMatchObject({ code: 'SR_UNKNOWN_ROUTE' });
    expect(router.routes).toEqual([a, b]);
  });

  it('that fails leaves everything as it was, and the next change works', async () => {
    const router = await createTestRouter([a]);
    await expect(router.addRoutes([{ name: 'x', utterances: ['not in the table'] }])).rejects.toMatchObject({
      code: 'SR_ENCODER_FAILED',
      message: expect.stringContaining('routes[1].utterances[0]') as string,
    });
    expect(await router.route('a1')).toMatchObject({ route: 'a' });
    await router.addRoutes([b]);
    expect(await router.route('b1')).toMatchObject({ route: 'b' });
  });

  it('names the text that could not be encoded, also in a later call of the encoder', async () => {
    const router = await createTestRouter([a], tableEncoder(table, { maxBatch: 2 }));
    const late = { name: 'x', utterances: ['b1', 'b2', 'c1', 'not in the table'] };
    await expect(router.addRoutes([late])).rejects.toThrow(
      /^routes\[1\]\.utterances\[3\] could not be encoded/,
    );
  });

  it('is all or nothing where the index has no room', async () => {
    const cramped = (settings: { dimensions: number }) => {
      const index = createFlatIndex(settings);
      const add: typeof index.add = (rows, groups) => {
        if (index.size > 2) throw new Error('full');
        return index.add(rows, groups);
      };
      return {
        ...index,
        add,
        get size() {
          return index.size;
        },
      };
    };
    const router = await createRouter<string>({
      encoder: tableEncoder(table),
      index: cramped,
      head: maxHead,
      routes: [a],
    });
    await router.addRoutes([b]);
    await expect(router.replaceRoute({ name: 'a', utterances: ['c1'] })).rejects.toThrow('full');
    expect(await router.route('a1')).toMatchObject({ route: 'a' });
    expect(router.routes).toEqual([a, b]);
  });

  it('stops when it is aborted, and nothing has changed', async () => {
    const router = await createTestRouter([a]);
    const signal = AbortSignal.abort(new Error('never mind'));
    await expect(router.addRoutes([b], { signal })).rejects.toThrow('never mind');
    expect(router.routes).toEqual([a]);
  });

  it('reports progress and utterances that are longer than the encoder reads', async () => {
    const encoder = tableEncoder(table, { maxBatch: 2 });
    const cutting: Encoder = {
      ...encoder,
      encode(texts, options) {
        texts.forEach((text, i) => {
          if (text === 'b2') options?.onTruncated?.(i);
        });
        return encoder.encode(texts, options);
      },
    };
    const progress: number[] = [];
    const truncated: string[] = [];
    await createRouter({
      encoder: cutting,
      index: createFlatIndex,
      head: maxHead,
      routes: [a, b],
      onProgress: ({ encoded, total }) => progress.push(encoded / total),
      onTruncated: (place) => truncated.push(place),
    });
    expect(progress).toEqual([0.5, 1]);
    expect(truncated).toEqual(['routes[1].utterances[1]']);
  });
});

describe('changing routes while others route', () => {
  it('lets running decisions see the old set until the change is whole', async () => {
    const encoder = gatedEncoder();
    const router = await createTestRouter([a], encoder);
    encoder.shut();
    const change = router.addRoutes([b]);
    const during = await router.route(Float32Array.of(0, 1, 0));
    expect(during.scores.map(({ route }) => route)).toEqual(['a']);
    encoder.open();
    await change;
    expect((await router.route(Float32Array.of(0, 1, 0))).route).toBe('b');
  });

  it('decides on the set that is there when the query has been encoded', async () => {
    const encoder = gatedEncoder();
    const router = await createTestRouter([a, b], encoder);
    encoder.shut();
    const decision = router.route('ask b', { explain: true });
    await router.removeRoutes(['b']);
    encoder.open();
    const { route, scores, evidence } = await decision;
    expect([route, scores.length, evidence?.length]).toEqual([null, 1, 2]);
  });

  it('never shows half a change, to any of many decisions', async () => {
    const router = await createTestRouter([a, b]);
    const sizes = new Set<number>();
    const changes = (async () => {
      for (let i = 0; i < 50; i++) {
        await router.removeRoutes(['a', 'b']);
        await router.addRoutes([a, b]);
      }
    })();
    const watch = async () => {
      for (let i = 0; i < 200; i++) sizes.add((await router.route('a1')).scores.length);
    };
    await Promise.all([changes, watch(), watch(), watch()]);
    expect([...sizes].sort()).toEqual([0, 2]);
  });

  it('makes changes that were asked for together one after the other', async () => {
    const router = await createTestRouter([]);
    await Promise.all([
      router.addRoutes([a]),
      router.addRoutes([b]),
      router.removeRoutes(['a']),
      router.addRoutes([c]),
    ]);
    expect(router.routes).toEqual([b, c]);
  });

  it('goes on with the old head while a new one is fitted', async () => {
    const fitting = Promise.withResolvers<undefined>();
    let fits = 0;
    const slow: Head = {
      ...maxHead,
      async fit(examples) {
        if (fits++ > 0) await fitting.promise;
        return maxHead.fit(examples);
      },
    };
    const router = await createTestRouter([a], tableEncoder(table), slow);
    const change = router.addRoutes([b]);
    expect(await router.route('a1')).toMatchObject({ route: 'a', scores: [{}] });
    fitting.resolve(undefined);
    await change;
    expect((await router.route('b1')).route).toBe('b');
  });
});
