import { fakeEncoder } from '@sr/testkit';
import { describe, expect, it } from 'vitest';
import { createRouter } from '../create-router.ts';
import { maxHead } from '../heads/max-head.ts';
import type { LintRule } from './finding.ts';
import { lintRoutes } from './lint-routes.ts';

const encoder = fakeEncoder({ dimensions: 1024 });
const refund = {
  name: 'refund_order',
  utterances: ['refund my last order', 'I want a refund for the order', 'refund the order please'],
};
const parcel = {
  name: 'track_parcel',
  utterances: ['where is the parcel now', 'track the parcel', 'when will the parcel arrive'],
};
const password = {
  name: 'reset_password',
  utterances: ['reset the password', 'I forgot my password', 'reset my password'],
};
const clean = [refund, parcel, password];

async function rulesOf(
  ...[settings]: [Omit<Parameters<typeof lintRoutes>[0], 'encoder'>]
): Promise<LintRule[]> {
  return (await lintRoutes({ encoder, ...settings })).map(({ rule }) => rule);
}

describe('lintRoutes', () => {
  it('finds nothing in routes that are clearly apart, nor where there are none', async () => {
    expect(await rulesOf({ routes: clean })).toEqual([]);
    expect(await rulesOf({ routes: [] })).toEqual([]);
  });

  it('finds a text in two routes whatever its case, spaces and punctuation, and names positions only', async () => {
    const routes = [
      refund,
      { ...parcel, utterances: [...parcel.utterances, 'Refund  my LAST order!'] },
      password,
    ];
    const [finding] = await lintRoutes({ encoder, routes });
    expect(finding).toMatchObject({
      rule: 'duplicate_utterance',
      severity: 'error',
      routes: ['track_parcel', 'refund_order'],
      utterances: [
        { route: 1, utterance: 3 },
        { route: 0, utterance: 0 },
      ],
    });
    expect(JSON.stringify(finding)).not.toMatch(/last order/iu);
  });

  it('finds an utterance that belongs to another route, once', async () => {
    const routes = [
      refund,
      { ...parcel, utterances: [...parcel.utterances, 'forgot the password'] },
      password,
    ];
    expect(await lintRoutes({ encoder, routes })).toMatchObject([
      {
        rule: 'misplaced_utterance',
        routes: ['track_parcel', 'reset_password'],
        utterances: [{ route: 1, utterance: 3 }, {}],
      },
    ]);
  });

  it.each(['route_1', 'intent12', 'misc', 'X', '42', 'Other', 'newRoute'])(
    'finds that the name %s says nothing, unless a description does or no head reads it',
    async (name) => {
      const routes = [{ ...refund, name }, parcel, password];
      expect(await rulesOf({ routes })).toEqual(['meaningless_name']);
      expect(await rulesOf({ routes, head: maxHead })).toEqual([]);
      expect(
        await rulesOf({ routes: [{ ...routes[0]!, description: 'money back' }, parcel, password] }),
      ).toEqual([]);
    },
  );

  it.each(['w2', 'pto_request', 'other_charges', '退款', 'new_card'])(
    'lets the name %s pass',
    async (name) => {
      expect(await rulesOf({ routes: [{ ...refund, name }, parcel, password] })).toEqual([]);
    },
  );

  it('finds a threshold that no utterance reaches, whether it is of the route or of the router', async () => {
    const routes = [{ ...refund, threshold: 0.999 }, parcel, password];
    expect(await lintRoutes({ encoder, routes, head: maxHead })).toMatchObject([
      { rule: 'never_wins', severity: 'error', routes: ['refund_order'], numbers: { threshold: 0.999 } },
    ]);
    expect(await rulesOf({ routes: clean, threshold: 0.999, head: maxHead })).toHaveLength(3);
    expect(await rulesOf({ routes: clean, threshold: 0.1, head: maxHead })).toEqual([]);
  });

  it('encodes nothing that the snapshot holds, and refuses one of another encoder', async () => {
    const router = await createRouter({ encoder, routes: clean });
    const snapshot = await router.snapshot();
    let encoded = 0;
    const onProgress = () => encoded++;
    await lintRoutes({ encoder, routes: clean, snapshot, onProgress });
    expect(encoded).toBe(0);
    const other = { ...encoder, id: 'another' };
    await expect(lintRoutes({ encoder: other, routes: clean, snapshot })).rejects.toMatchObject({
      code: 'SR_ENCODER_MISMATCH',
    });
  });

  it('stops when it is aborted', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(lintRoutes({ encoder, routes: clean, signal })).rejects.toThrow('enough');
  });
});
