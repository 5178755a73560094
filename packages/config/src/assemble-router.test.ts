import { tableEncoder } from '@sr/testkit';
import { describe, expect, it } from 'vitest';
import { assembleRouter } from './assemble-router.ts';
import { parseRouterConfig } from './parse-router-config.ts';

const rows = {
  invoice: [1, 0, 0],
  refund: [0.9, 0.1, 0],
  crash: [0, 1, 0],
  login: [0, 0.9, 0.1],
  query: [0.7, 0.6, 0],
  // What the default head reads of a route without a description.
  billing: [1, 0, 0.1],
  support: [0, 1, 0.1],
};

function configOf(routes: string, settings = ''): ReturnType<typeof parseRouterConfig> {
  return parseRouterConfig(`{ version: 1, encoder: minilm-l6-v2, ${settings} routes: [${routes}] }`, {
    file: 'f',
  });
}

const billing = '{ name: billing, model: small, utterances: [invoice, refund] }';
const support = '{ name: support, utterances: [crash, login] }';

describe('assembleRouter', () => {
  it('decides with routes, head, threshold and fallback of the file', async () => {
    const encoder = tableEncoder(rows);
    const config = configOf(`${billing}, ${support}`, 'head: centroid, threshold: 0.99, fallback: large,');
    const { router } = await assembleRouter(config, { encoder });
    expect(await router.route('invoice')).toMatchObject({
      route: 'billing',
      model: 'small',
      threshold: 0.99,
    });
    expect(await router.route('query')).toMatchObject({ route: null, model: 'large' });
  });

  it('decides the same whatever the order of routes and utterances in the file', async () => {
    const encoder = tableEncoder(rows);
    const turned =
      '{ name: support, utterances: [login, crash] }, { name: billing, model: small, utterances: [refund, invoice] }';
    const decisions = [`${billing}, ${support}`, turned].map(async (routes) => {
      const { router } = await assembleRouter(configOf(routes), { encoder });
      const { route, confidence, scores } = await router.route('query');
      return { route, confidence, scores };
    });
    expect(await decisions[1]).toEqual(await decisions[0]);
  });

  it('takes no route for what is nearer to a text under none, or to a negative of the route', async () => {
    const encoder = tableEncoder(rows);
    const negative = '{ name: billing, utterances: [invoice], negatives: [query] }';
    for (const config of [configOf(billing, 'none: [query],'), configOf(negative)]) {
      const { router } = await assembleRouter(config, { encoder });
      expect((await router.route('query')).route).toBeNull();
      expect((await router.route('invoice')).route).toBe('billing');
    }
  });

  it('encodes only what a snapshot does not hold', async () => {
    const snapshot = await snapshotOf(configOf(billing));
    const encoder = tableEncoder(rows);
    await assembleRouter(configOf(`${billing}, { name: support, utterances: [crash] }`), {
      encoder,
      snapshot,
    });
    expect(encoder.calls.map(({ texts }) => texts)).toEqual([['crash', 'support']]);
  });

  it('takes every setting from the file, also where a snapshot was built with another', async () => {
    const snapshot = await snapshotOf(configOf(billing, 'head: mean, threshold: 0.9, fallback: large,'));
    const { router } = await assembleRouter(configOf(billing), { encoder: tableEncoder(rows), snapshot });
    expect(await router.route('crash')).toMatchObject({ route: null, model: null, threshold: 0.5 });
  });

  it('refuses a snapshot by another encoder', async () => {
    const snapshot = await snapshotOf(configOf(billing));
    const encoder = tableEncoder(rows, { id: 'another' });
    await expect(assembleRouter(configOf(billing), { encoder, snapshot })).rejects.toMatchObject({
      code: 'SR_ENCODER_MISMATCH',
    });
  });

  it('loads the encoder that the file names, and frees it', async () => {
    const assembled = await assembleRouter(configOf('{ name: billing, utterances: [Where is my invoice?] }'));
    const { router } = assembled;
    expect(await router.route('Where is my invoice?')).toMatchObject({
      route: 'billing',
      encoder: 'onnx:minilm-l6-v2@int8',
    });
    await assembled[Symbol.asyncDispose]();
    await expect(router.encoder.encode(['x'])).rejects.toMatchObject({ code: 'SR_DISPOSED' });
  });
});

async function snapshotOf(config: ReturnType<typeof parseRouterConfig>): Promise<Uint8Array> {
  const { router } = await assembleRouter(config, { encoder: tableEncoder(rows) });
  return router.snapshot();
}
