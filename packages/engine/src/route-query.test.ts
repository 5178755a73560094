import { createFlatIndex } from '@sr/index-flat';
import { tableEncoder } from '@sr/testkit';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { createRouter } from './create-router.ts';
import { centroidHead } from './heads/centroid-head.ts';
import { maxHead } from './heads/max-head.ts';
import { meanHead } from './heads/mean-head.ts';

const table = {
  'refund my order': [1, 0, 0],
  'reset my password': [0, 1, 0],
  'give me my money back': [0.9, 0.1, 0],
  'between the two': [0.72, 0.7, 0],
  'weather in Oslo': [0, 0, 1],
  'far away': [-1, 0.1, 0],
  '🙂': [0.1, 0, 0.9],
  '\0': [0.1, 0, 0.9],
};
const routes = [
  { name: 'refund', model: 'small', utterances: ['refund my order'] },
  { name: 'reset', utterances: ['reset my password'] },
] as const;

const parts = { index: createFlatIndex, head: maxHead };

function createTestRouter() {
  return createRouter({ encoder: tableEncoder(table), ...parts, routes, fallback: 'big' });
}

describe('a decision', () => {
  it('says route, model, confidence, threshold, margin, reason, scores, timings and encoder', async () => {
    const router = await createTestRouter();
    const decision = await router.route('give me my money back');
    expect(decision).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      route: 'refund',
      model: 'small',
      confidence: expect.closeTo(0.9939, 4) as number,
      threshold: 0.5,
      margin: expect.closeTo(0.9939 - 0.1104, 4) as number,
      reason: 'semantic_match',
      scores: [
        {
          route: 'refund',
          score: expect.closeTo(0.9939, 4) as number,
          similarity: expect.closeTo(0.9939, 4) as number,
        },
        {
          route: 'reset',
          score: expect.closeTo(0.1104, 4) as number,
          similarity: expect.closeTo(0.1104, 4) as number,
        },
      ],
      timingsMs: {
        encode: expect.any(Number) as number,
        search: expect.any(Number) as number,
        decide: expect.any(Number) as number,
      },
      encoder: 'table',
    });
    expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
  });

  it('has an id of its own', async () => {
    const router = await createTestRouter();
    const [first, second] = [await router.route('refund my order'), await router.route('refund my order')];
    expect(first.id).not.toBe(second.id);
  });

  it('is null with the fallback model where no route is near', async () => {
    const router = await createTestRouter();
    expect(await router.route('weather in Oslo')).toMatchObject({
      route: null,
      model: 'big',
      confidence: 0,
      threshold: 0.5,
      reason: 'below_threshold',
    });
  });

  it('has no model where the route names none', async () => {
    const router = await createTestRouter();
    expect(await router.route('reset my password')).toMatchObject({ route: 'reset', model: null });
  });

  it('holds no text of query or utterances unless explain is asked for', async () => {
    const router = await createTestRouter();
    const json = JSON.stringify(await router.route('give me my money back'));
    for (const word of ['money', 'order', 'password']) expect(json).not.toContain(word);
  });

  it('infers the names of its routes', async () => {
    const router = await createTestRouter();
    const { route } = await router.route('refund my order');
    expectTypeOf(route).toEqualTypeOf<'refund' | 'reset' | null>();
    // @ts-expect-error: `refnd` is no route
    await expect(router.route('refund my order', { routes: ['refnd'] })).rejects.toThrow(
      'did you mean "refund"?',
    );
  });

  it('says that the text was truncated where the encoder did not read it to the end', async () => {
    const encoder = tableEncoder(table);
    const cutting: typeof encoder = {
      ...encoder,
      encode(texts, options) {
        if (options?.inputType === 'query') options.onTruncated?.(0);
        return encoder.encode(texts, options);
      },
    };
    const router = await createRouter({ encoder: cutting, ...parts, routes });
    expect((await router.route('give me my money back')).truncated).toBe(true);
    expect(await (await createTestRouter()).route('give me my money back')).not.toHaveProperty('truncated');
  });
});

describe('a query', () => {
  it('is null and encodes nothing where it has no visible character', async () => {
    const encoder = tableEncoder(table);
    const router = await createRouter({ encoder, ...parts, routes, fallback: 'big' });
    const before = encoder.calls.length;
    for (const text of ['', ' ', '\n\t ', '\u00a0']) {
      expect(await router.route(text)).toMatchObject({
        route: null,
        model: 'big',
        reason: 'empty_query',
        scores: [],
      });
      expect(await router.rank(text)).toEqual([]);
    }
    expect(encoder.calls.length).toBe(before);
  });

  it.each(['🙂', '\0'])('may be %j: a decision, never an accident', async (text) => {
    const router = await createTestRouter();
    expect(await router.route(text)).toMatchObject({ route: null, reason: 'below_threshold' });
  });

  it('may be a vector, and then gives the same decision as its text', async () => {
    const router = await createTestRouter();
    const byText = await router.route('give me my money back');
    const byVector = await router.route(Float32Array.of(0.9, 0.1, 0));
    expect({ ...byVector, id: '', timingsMs: null }).toEqual({ ...byText, id: '', timingsMs: null });
    expect(byVector.timingsMs.encode).toBeLessThan(1000);
  });

  it('may be a vector of any length above 0', async () => {
    const router = await createTestRouter();
    const { confidence } = await router.route(Float32Array.of(500, 0, 0));
    expect(confidence).toBeCloseTo(1, 6);
  });

  it.each([
    ['NaN', [NaN, 0, 0], 'SR_INVALID_VECTOR'],
    ['infinite', [1, Infinity, 0], 'SR_INVALID_VECTOR'],
    ['zero', [0, 0, 0], 'SR_INVALID_VECTOR'],
    ['too short', [1, 0], 'SR_DIMENSION_MISMATCH'],
    ['two rows', [1, 0, 0, 1, 0, 0], 'SR_DIMENSION_MISMATCH'],
    ['empty', [], 'SR_DIMENSION_MISMATCH'],
  ])('that is a vector which is %s is an error, never a route', async (_, elements, code) => {
    const router = await createTestRouter();
    await expect(router.route(Float32Array.from(elements))).rejects.toMatchObject({ code });
    await expect(router.rank(Float32Array.from(elements))).rejects.toMatchObject({ code });
  });

  it.each([undefined, null, 7, {}, [1, 0, 0]])(
    'that is neither text nor vector is a TypeError: %j',
    async (query) => {
      const router = await createTestRouter();
      await expect(router.route(query as string)).rejects.toThrow(TypeError);
    },
  );

  it('is encoded once, as a query', async () => {
    const encoder = tableEncoder(table);
    const router = await createRouter({ encoder, ...parts, routes });
    await router.route('weather in Oslo', { explain: true });
    expect(encoder.calls.map(({ texts, options }) => [texts, options.inputType])).toEqual([
      [['refund my order', 'reset my password'], 'document'],
      [['weather in Oslo'], 'query'],
    ]);
  });

  it('that is an utterance, word for word, costs no encoding', async () => {
    const encoder = tableEncoder(table);
    const router = await createRouter({ encoder, ...parts, routes });
    const calls = encoder.calls.length;
    expect(await router.route('reset my password')).toMatchObject({ route: 'reset', confidence: 1 });
    expect(encoder.calls.length).toBe(calls);
  });

  it('that is an utterance goes to the query side of an encoder that tells the sides apart', async () => {
    const encoder = tableEncoder(table, { supports: { inputType: true } });
    const router = await createRouter({ encoder, ...parts, routes });
    await router.route('reset my password');
    expect(encoder.calls.at(-1)).toMatchObject({
      texts: ['reset my password'],
      options: { inputType: 'query' },
    });
  });

  it('is refused with the signal’s reason when it was aborted', async () => {
    const router = await createTestRouter();
    const signal = AbortSignal.abort(new Error('the caller left'));
    await expect(router.route('refund my order', { signal })).rejects.toThrow('the caller left');
    await expect(router.rank(Float32Array.of(1, 0, 0), { signal })).rejects.toThrow('the caller left');
  });
});

describe('a threshold', () => {
  it('is taken from the call, else the route, else the router, else the head', async () => {
    const encoder = tableEncoder(table);
    const own = [{ ...routes[0], threshold: 0.7 }, routes[1]];
    const router = await createRouter({ encoder, ...parts, routes: own, threshold: 0.6 });
    expect((await router.route('refund my order', { threshold: 0.8 })).threshold).toBe(0.8);
    expect((await router.route('refund my order')).threshold).toBe(0.7);
    expect((await router.route('reset my password')).threshold).toBe(0.6);
    expect((await (await createTestRouter()).route('refund my order')).threshold).toBe(
      maxHead.defaultThreshold,
    );
  });

  it('of 0 means 0', async () => {
    const router = await createTestRouter();
    expect(await router.route('weather in Oslo', { threshold: 0 })).toMatchObject({
      route: 'refund',
      threshold: 0,
    });
    expect(await router.route('far away', { threshold: 0, routes: ['refund'] })).toMatchObject({
      route: null,
    });
  });

  it('of 1 lets an utterance pass, word for word, and nothing else', async () => {
    const router = await createTestRouter();
    expect(await router.route('refund my order', { threshold: 1 })).toMatchObject({ route: 'refund' });
    expect(await router.route('give me my money back', { threshold: 1 })).toMatchObject({ route: null });
  });

  it.each([1.1, -1.1, NaN])('of %d is off the scale of a cosine: an error', async (threshold) => {
    const router = await createTestRouter();
    await expect(router.route('refund my order', { threshold })).rejects.toThrow(RangeError);
    const settings = { encoder: tableEncoder(table), ...parts, routes };
    await expect(createRouter({ ...settings, threshold })).rejects.toThrow(RangeError);
  });

  it('that the best route misses lets no weaker route through, unless asked for', async () => {
    const strict = [
      { ...routes[0], threshold: 0.99 },
      { ...routes[1], threshold: 0.3 },
    ];
    const router = await createRouter({
      encoder: tableEncoder(table),
      ...parts,
      routes: strict,
    });
    expect(await router.route('between the two')).toMatchObject({ route: null, threshold: 0.99 });
    expect(await router.route('between the two', { allowRunnerUp: true })).toMatchObject({
      route: 'reset',
      threshold: 0.3,
      reason: 'semantic_match',
    });
  });
});

describe('a filter of routes', () => {
  it('considers only these', async () => {
    const router = await createTestRouter();
    const decision = await router.route('refund my order', { routes: ['reset'], explain: true });
    expect(decision).toMatchObject({ route: null, margin: null, scores: [{ route: 'reset' }] });
    expect(decision.evidence?.map(({ route }) => route)).toEqual(['reset']);
    expect(await router.rank('refund my order', { routes: ['reset'] })).toHaveLength(1);
  });

  it('that names an unknown route is an error which names the nearest', async () => {
    const router = await createRouter<string>({
      encoder: tableEncoder(table),
      ...parts,
      routes,
    });
    await expect(router.route('refund my order', { routes: ['refnd'] })).rejects.toMatchObject({
      code: 'SR_UNKNOWN_ROUTE',
      details: { name: 'refnd', nearest: 'refund' },
    });
  });
});

describe('a text that is not for a route', () => {
  const near = { ...table, 'refund policy': [0.8, 0.3, 0.5], 'policy question': [0.8, 0.2, 0.6] };

  it('keeps queries that are nearer to it than to any utterance out of the route', async () => {
    const encoder = tableEncoder(near);
    const guarded = [{ ...routes[0], negatives: ['refund policy'] }, routes[1]];
    const router = await createRouter({ encoder, ...parts, routes: guarded });
    const decision = await router.route('policy question');
    expect(decision).toMatchObject({
      route: null,
      scores: [{ route: 'reset' }, { route: 'refund', score: -1 }],
    });
    expect(decision.scores[1]?.similarity).toBeCloseTo(0.784, 3);
    expect(await router.route('give me my money back')).toMatchObject({ route: 'refund' });
    expect(await router.route('refund my order')).toMatchObject({ route: 'refund' });
  });

  it('may be for none of them', async () => {
    const router = await createRouter({
      encoder: tableEncoder(near),
      ...parts,
      routes,
      none: ['refund policy'],
    });
    expect(await router.route('policy question')).toMatchObject({ route: null, confidence: -1 });
    expect(await router.route('give me my money back')).toMatchObject({ route: 'refund' });
  });

  it('goes when it is taken out, and is not evidence', async () => {
    const guarded = [{ ...routes[0], negatives: ['refund policy'] }, routes[1]];
    const router = await createRouter<string>({ encoder: tableEncoder(near), ...parts, routes: guarded });
    const { evidence } = await router.route('policy question', { explain: true });
    expect(evidence?.map(({ utterance }) => utterance)).not.toContain('refund policy');
    await router.replaceRoute(routes[0]);
    expect(await router.route('policy question')).toMatchObject({ route: 'refund' });
  });

  it('has to be a text', async () => {
    const broken = [{ ...routes[0], negatives: [''] }];
    await expect(
      createRouter({ encoder: tableEncoder(near), ...parts, routes: broken }),
    ).rejects.toMatchObject({
      code: 'SR_INVALID_ROUTE',
      details: { place: 'routes[0].negatives[0]' },
    });
  });
});

describe('rank', () => {
  it('gives all routes, best first, whatever the threshold', async () => {
    const router = await createTestRouter();
    const ranking = await router.rank('weather in Oslo');
    expect(ranking.map(({ route }) => route)).toEqual(['refund', 'reset']);
    expect((await router.rank('between the two'))[0]).toMatchObject({ route: 'refund' });
  });
});

describe('explain', () => {
  it('adds the nearest utterances with similarity, threshold and margin, best first', async () => {
    const router = await createTestRouter();
    const { evidence } = await router.route('give me my money back', { explain: true });
    expect(evidence).toEqual([
      {
        route: 'refund',
        utterance: 'refund my order',
        similarity: expect.closeTo(0.9939, 4) as number,
        threshold: 0.5,
        margin: expect.closeTo(0.4939, 4) as number,
      },
      {
        route: 'reset',
        utterance: 'reset my password',
        similarity: expect.closeTo(0.1104, 4) as number,
        threshold: 0.5,
        margin: expect.closeTo(-0.3896, 4) as number,
      },
    ]);
  });

  it('adds an empty list where there is nothing near', async () => {
    const router = await createTestRouter();
    expect((await router.route('', { explain: true })).evidence).toEqual([]);
  });
});

describe('without routes', () => {
  it('a decision is null, not a crash, and the first route makes it work', async () => {
    const encoder = tableEncoder(table);
    const router = await createRouter<string>({
      encoder,
      ...parts,
      routes: [],
      fallback: 'big',
    });
    const nothing = {
      route: null,
      model: 'big',
      confidence: 0,
      margin: null,
      reason: 'below_threshold',
      scores: [],
    };
    expect(await router.route('refund my order', { explain: true })).toMatchObject({
      ...nothing,
      evidence: [],
    });
    expect(await router.rank('refund my order')).toEqual([]);
    await router.addRoutes([routes[0]]);
    expect(await router.route('refund my order')).toMatchObject({ route: 'refund', margin: null });
  });
});

describe('heads', () => {
  // One query at 0°. Each route's utterances, by angle to it: near has the nearest utterance, even has
  // the best mean, wide has the mean direction that points straight at the query.
  const degrees = (angle: number) => [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const angles = {
    query: degrees(0),
    near: degrees(5),
    odd: degrees(120),
    even: degrees(20),
    wide: degrees(50),
    wider: degrees(-50),
  };
  const angled = [
    { name: 'near', utterances: ['near', 'odd'] },
    { name: 'even', utterances: ['even'] },
    { name: 'wide', utterances: ['wide', 'wider'] },
  ] as const;

  it.each([
    [maxHead, 'near'],
    [meanHead, 'even'],
    [centroidHead, 'wide'],
  ])('can give three different winners on the same data: $0.id', async (head, winner) => {
    const router = await createRouter({
      encoder: tableEncoder(angles),
      ...parts,
      routes: angled,
      head,
    });
    expect((await router.rank('query'))[0]?.route).toBe(winner);
  });

  it('that give NaN to a route are an error, never a route', async () => {
    const broken = {
      ...maxHead,
      fit: () => ({ score: () => Float32Array.of(1, NaN), state: { tensors: {} } }),
    };
    const router = await createRouter({
      encoder: tableEncoder(table),
      ...parts,
      routes,
      head: broken,
    });
    await expect(router.route('refund my order')).rejects.toMatchObject({
      code: 'SR_INVALID_SCORE',
      details: { head: 'max', route: 'reset' },
    });
  });

  it('see all utterances of a route, not only those among the overall nearest', async () => {
    const crowd = Array.from({ length: 40 }, (_, i) => `crowd ${i}`);
    const rows = {
      ...Object.fromEntries(crowd.map((text, i) => [text, [1, 0.001 * i, 0]])),
      other: [0.9, 0, 0.2],
      ask: [1, 0, 0],
    };
    const router = await createRouter({
      encoder: tableEncoder(rows),
      ...parts,
      routes: [
        { name: 'crowd', utterances: crowd },
        { name: 'other', utterances: ['other'] },
      ],
    });
    expect((await router.rank('ask')).find(({ route }) => route === 'other')?.similarity).toBeCloseTo(
      0.976,
      3,
    );
  });

  it('see a ninth utterance of a route', async () => {
    const rows = {
      ...Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`u${i}`, [1, i, 0]])),
      ninth: [0, 0, 1],
    };
    const settings = { encoder: tableEncoder(rows), ...parts };
    const eight = Array.from({ length: 8 }, (_, i) => `u${i}`);
    const before = await createRouter({ ...settings, routes: [{ name: 'r', utterances: eight }] });
    const after = await createRouter({
      ...settings,
      routes: [{ name: 'r', utterances: [...eight, 'ninth'] }],
    });
    expect((await before.route('ninth')).route).toBeNull();
    expect((await after.route('ninth')).route).toBe('r');
  });
});

describe('ties', () => {
  it('go to the earlier route, whatever order they were added in', async () => {
    const rows = { a: [1, 0], b: [1, 0], c: [1, 0], query: [1, 0.2] };
    const [first, second, third] = ['c', 'a', 'b'].map((name) => ({ name, utterances: [name] }));
    const router = await createRouter<string>({
      encoder: tableEncoder(rows),
      ...parts,
      routes: [first!],
    });
    await router.addRoutes([second!, third!]);
    expect((await router.rank('query')).map(({ route }) => route)).toEqual(['c', 'a', 'b']);
    await router.removeRoutes(['c']);
    await router.addRoutes([first!]);
    expect((await router.rank('query')).map(({ route }) => route)).toEqual(['a', 'b', 'c']);
  });
});
