import { SrError, type FileIssue } from '@sr/core';
import { describe, expect, it } from 'vitest';
import { parseRouterConfig } from './parse-router-config.ts';

const head = 'version: 1\nencoder: minilm-l6-v2\n';
const routes = 'routes:\n  - name: billing\n    utterances: [Where is my invoice?]\n';

describe('parseRouterConfig', () => {
  it('fills in the head and keeps everything else as it is written', () => {
    expect(parseRouterConfig(head + routes, { file: 'router.yaml' })).toEqual({
      version: 1,
      encoder: 'minilm-l6-v2',
      head: 'auto',
      routes: [{ name: 'billing', utterances: ['Where is my invoice?'] }],
    });
  });

  it('loads JSON and YAML to the same routes, encoder, thresholds, head and metadata', () => {
    const yaml = `${head}head: mean
threshold: 0.3
fallback: general
routes:
  - name: billing
    description: Money
    model: general
    utterances: [Where is my invoice?, "I paid twice: why?"]
    negatives: [What is a bill in parliament?]
    threshold: 0.4
    metadata: { owner: finance, tags: [a, b] }
models:
  general: { adapter: openai, baseUrl: https://api.openai.com/v1, model: gpt-5-mini, apiKey: { env: OPENAI_API_KEY } }
gateway: { listen: "127.0.0.1:8080" }
`;
    const config = parseRouterConfig(yaml, { file: 'router.yaml' });
    expect(parseRouterConfig(JSON.stringify(config), { file: 'router.json' })).toEqual(config);
    expect(config.routes[0]?.metadata).toEqual({ owner: 'finance', tags: ['a', 'b'] });
  });

  it('names an unknown key with line, column and the nearest known key, once', () => {
    const text = `${head}routes:\n  - name: billing\n    utterancs: [Where is my invoice?]\n`;
    expect(messageOf(text)).toBe(
      'router.yaml:5:5 routes[0].utterancs is not a key of a route; did you mean "utterances"?',
    );
    expect(issuesOf(text)).toMatchObject([
      { kind: 'unknown_key', line: 5, column: 5, path: 'routes[0].utterancs', nearest: 'utterances' },
    ]);
  });

  it('lists the keys where none is near', () => {
    expect(messageOf(`${head}${routes}gateway: { port: 8080, listen: "localhost:80" }`)).toBe(
      'router.yaml:6:12 gateway.port is not a key of a gateway; expected listen.',
    );
  });

  it('reports all wrong values at once, in the order of the file', () => {
    const text = `version: 1
encoder: minilm
threshold: 2
routes:
  - name: "null"
    utterances: []
  - utterances: [What is this: a text?, 42, " "]
  - hello
`;
    expect(issuesOf(text).map(({ line, column, path }) => [line, column, path])).toEqual([
      [2, 10, 'encoder'],
      [3, 12, 'threshold'],
      [5, 11, 'routes[0].name'],
      [6, 17, 'routes[0].utterances'],
      [7, 5, 'routes[1].name'],
      [7, 18, 'routes[1].utterances[0]'],
      [7, 41, 'routes[1].utterances[1]'],
      [7, 45, 'routes[1].utterances[2]'],
      [8, 5, 'routes[2]'],
    ]);
    expect(messageOf(text)).toContain('threshold must be a number from -1 to 1, got 2.');
    expect(messageOf(text)).toContain('must be a text, got a map; put the text in quotes.');
  });

  it('says which heads there are to whoever writes one of another version', () => {
    expect(messageOf(`${head}head: logistic\n${routes}`)).toBe(
      'router.yaml:3:7 head must be one of auto, max, mean, centroid, the heads of this version.',
    );
  });

  it('refuses a share of out-of-scope queries that the head would not read', () => {
    expect(messageOf(`${head}head: max\nexpectedOutOfScope: 0.2\n${routes}`)).toMatch(
      /^router\.yaml:4:1 expectedOutOfScope is not read by the head max/u,
    );
  });

  it('refuses a threshold off the scale of the head', () => {
    expect(messageOf(`${head}threshold: -0.1\n${routes}    threshold: -1\n`).split('\n')).toEqual([
      'router.yaml:3:1 threshold must be a number from 0 to 1, the scale of the head auto; got -0.1.',
      'router.yaml:7:5 routes[0].threshold must be a number from 0 to 1, the scale of the head auto; got -1.',
    ]);
    expect(parseRouterConfig(`${head}head: max\nthreshold: -0.1\n${routes}`, { file: 'f' }).threshold).toBe(
      -0.1,
    );
  });

  it('reports nothing but the version of a file of another version', () => {
    expect(messageOf('version: 2\nroutings: []')).toBe(
      'router.yaml:1:10 version must be 1, the one version of the format that this package reads, got a number.',
    );
  });

  it('names a model that is not under models', () => {
    const text = `${head}fallback: generall
routes: [{ name: a, model: coder, utterances: [x] }]
models: { general: { adapter: openai, baseUrl: https://x.example/v1, model: m, fallbacks: [genral] } }`;
    expect(messageOf(text).split('\n')).toEqual([
      'router.yaml:3:11 fallback names a model that is not under models; did you mean "general"?',
      'router.yaml:4:28 routes[0].model names a model that is not under models; expected one of general.',
      'router.yaml:5:92 models.general.fallbacks[0] names a model that is not under models; did you mean "general"?',
    ]);
  });

  it('takes any model names where the file has no models', () => {
    expect(parseRouterConfig(`${head}fallback: anything\n${routes}`, { file: 'f' }).fallback).toBe(
      'anything',
    );
  });

  it('shows both places of a name or an utterance that two routes have', () => {
    const text = `${head}routes:
  - { name: a, utterances: [same, same] }
  - { name: a, utterances: [other, same] }`;
    expect(messageOf(text).split('\n')).toEqual([
      'router.yaml:5:13 routes[1].name is the same text as routes[0].name at line 4, column 13; rename one, or join their utterances.',
      'router.yaml:5:36 routes[1].utterances[1] is the same text as routes[0].utterances[0] at line 4, column 29; no router could tell the routes apart by it, so keep it in one.',
    ]);
    expect(issuesOf(text)[1]?.earlier).toEqual({ line: 4, column: 29, path: 'routes[0].utterances[0]' });
  });

  it.each([
    ['a key itself', 'apiKey: sk-secret'],
    ['a key in the place of `env`', 'apiKey: { sk-secret }'],
    ['a key in the place of a name', 'apiKey: { env: sk-secret }'],
    ['a password in the URL', 'baseUrl: "https://me:sk-secret@x.example/v1"'],
  ])('refuses %s without echoing it', (_, line) => {
    const rest = line.startsWith('baseUrl') ? '' : 'baseUrl: https://x.example/v1';
    const text = `${head}${routes}models:\n  m:\n    adapter: openai\n    model: m\n    ${line}\n    ${rest}\n`;
    const error = errorOf(text);
    expect(error.details.issues[0]?.line).toBe(10);
    expect(JSON.stringify([error.message, error.details])).not.toContain('sk-secret');
  });

  it('never echoes an utterance', () => {
    const text = `${head}routes: [{ name: a, utterances: [{ private words: 1 }, private words, 7], threshold: private words }, { name: b, utterances: [private words] }]`;
    expect(JSON.stringify([messageOf(text), issuesOf(text)])).not.toContain('private words');
  });
});

function errorOf(text: string): SrError<'SR_CONFIG_INVALID'> {
  try {
    parseRouterConfig(text, { file: 'router.yaml' });
  } catch (error) {
    if (SrError.is(error, 'SR_CONFIG_INVALID')) return error;
    throw error;
  }
  throw new Error('the text was accepted');
}

function messageOf(text: string): string {
  return errorOf(text).message;
}

function issuesOf(text: string): readonly FileIssue[] {
  return errorOf(text).details.issues;
}
