import { createFlatIndex } from '@sr/index-flat';
import { fakeEncoder } from '@sr/testkit';
import { describe, expect, it } from 'vitest';
import { createRouter } from './create-router.ts';
import { autoHead } from './heads/auto/auto-head.ts';
import { restoreRouter } from './restore-router.ts';

const routes = [
  {
    name: 'refund_order',
    utterances: [
      'refund my last order',
      'I want my money back',
      'return the order for a refund',
      'money back please',
    ],
  },
  {
    name: 'reset_password',
    utterances: [
      'reset my password',
      'I forgot my password',
      'new password for my account',
      'password does not work',
    ],
  },
  {
    name: 'track_parcel',
    utterances: [
      'where is my parcel',
      'track the parcel',
      'when does my parcel arrive',
      'parcel has not arrived',
    ],
  },
] as const;
const parts = { encoder: fakeEncoder(), index: createFlatIndex };

describe('routing with the default head', async () => {
  const router = await createRouter({ ...parts, routes, fallback: 'general' });

  it('takes the route that a query is about, and none where it is about nothing', async () => {
    expect(await router.route('please reset the password of my account')).toMatchObject({
      route: 'reset_password',
    });
    expect(await router.route('sing a song about winter')).toMatchObject({ route: null, model: 'general' });
  });

  it.each(routes.flatMap(({ name, utterances }) => utterances.map((text) => [text, name])))(
    'routes "%s", an utterance word for word, to %s, also at a threshold of 1',
    async (text, name) => {
      expect(await router.route(text, { threshold: 1 })).toMatchObject({ route: name, confidence: 1 });
    },
  );

  it('knows a route by the words of its name', async () => {
    expect((await router.rank('refund order'))[0]).toMatchObject({
      route: 'refund_order',
      score: 1,
    });
  });

  it('scores with probabilities', async () => {
    for (const { score } of await router.rank('parcel for my account')) {
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
    }
  });

  it('explains a confidence by parts that add up to its log-odds', async () => {
    for (const text of ['track my order', 'password', 'sing a song', 'money for my parcel']) {
      const { confidence, explanation, scores } = await router.route(text, { explain: true });
      const sum = explanation!.parts.reduce((total, { value }) => total + value, 0);
      expect(1 / (1 + Math.exp(-sum))).toBeCloseTo(confidence, 4);
      expect(explanation).toMatchObject({
        route: scores[0]!.route,
        rival: scores[1]!.route,
        acceptedUpTo: confidence,
        rivalWinsBy: scores[0]!.score - scores[1]!.score,
      });
    }
  });

  it('shows the nearest utterances of the best route and of its rival', async () => {
    const { evidence, explanation } = await router.route('password for the order', { explain: true });
    const shown = new Set(evidence!.map(({ route }) => route));
    expect(shown).toContain(explanation!.route);
    expect(shown).toContain(explanation!.rival);
  });

  it('takes an example word for word apart into nothing: it is certain', async () => {
    const { explanation } = await router.route('track the parcel', { explain: true });
    expect(explanation).toMatchObject({ route: 'track_parcel', parts: [], acceptedUpTo: 1 });
  });

  it('decides the same whatever the order of routes and utterances', async () => {
    const reordered = routes
      .toReversed()
      .map((route) => ({ ...route, utterances: route.utterances.toReversed() }));
    const other = await createRouter({ ...parts, routes: reordered });
    for (const text of ['track my order', 'sing a song', 'password for my parcel']) {
      const [a, b] = [await router.route(text), await other.route(text)];
      expect(b.route).toBe(a.route);
      expect(b.confidence).toBeCloseTo(a.confidence, 3);
    }
  });

  it('survives a snapshot, score for score, with the share of out-of-scope queries it was fitted for', async () => {
    const wary = await createRouter({ ...parts, routes, head: autoHead({ expectedOutOfScope: 0.4 }) });
    const copy = await restoreRouter({ ...parts, snapshot: await wary.snapshot() });
    for (const text of ['track my order', 'sing a song'])
      expect(await copy.rank(text)).toEqual(await wary.rank(text));
  });

  it('is less confident where more queries are expected to fit no route', async () => {
    const confidences = [];
    for (const expectedOutOfScope of [0.1, 0.25, 0.5]) {
      const one = await createRouter({ ...parts, routes, head: autoHead({ expectedOutOfScope }) });
      confidences.push((await one.route('track my order')).confidence);
    }
    expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
  });

  it('has a confidence that rises as a query comes nearer to a route', async () => {
    const { encoder } = parts;
    const [far, near] = [
      await encoder.encode(['sing a song about winter']),
      await encoder.encode(['track the parcel']),
    ];
    const confidences = [];
    for (const share of [0, 0.2, 0.4, 0.6, 0.8]) {
      const row = far.map((value, i) => (1 - share) * value + share * near[i]!);
      confidences.push((await router.rank(row)).find(({ route }) => route === 'track_parcel')!.score);
    }
    expect(confidences).toEqual(confidences.toSorted((a, b) => a - b));
  });

  it('refuses a share of out-of-scope queries that is none', () => {
    for (const share of [0, 1, -0.1, NaN])
      expect(() => autoHead({ expectedOutOfScope: share })).toThrow(RangeError);
  });
});
