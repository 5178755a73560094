import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text as readAll } from 'node:stream/consumers';
import { parseRouterConfig } from '@sr/config';
import { fakeEncoder } from '@sr/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../run.ts';

const head = 'version: 1\nencoder: minilm-l6-v2\nhead: max\nthreshold: 0.6\nroutes:\n';
const present = '  - { name: billing, utterances: [where is my invoice, refund my order] }\n';
const weather = [
  'will it rain tomorrow',
  'will it rain tomorrow morning',
  'does it rain tomorrow morning',
  'will it rain or snow tomorrow',
  'how much will it rain tomorrow',
  'will rain come tomorrow',
];
const music = [
  'play some jazz music',
  'play the music louder',
  'music to sleep play it',
  'please play my music',
  'play rock music',
];

let folder: string;
let config: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sr-suggest-'));
  config = await write('router.yaml', head + present);
});
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, content: string): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

async function suggest(log: string, ...options: string[]) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await run(['suggest', '--config', config, '--log', log, ...options], {
    stdin: Readable.from([]),
    stdout,
    stderr,
    signal: new AbortController().signal,
    now: () => 0,
    encoder: fakeEncoder({ dimensions: 1024 }),
  });
  stdout.end();
  stderr.end();
  return { code, stdout: await readAll(stdout), stderr: await readAll(stderr) };
}

describe('sr suggest', () => {
  it('proposes the larger topic first, named by its words, as YAML that can be pasted', async () => {
    const log = await write('queries.txt', [...music, '', ...weather].join('\n'));
    const { code, stdout } = await suggest(log);
    expect(code).toBe(0);
    const { routes } = parseRouterConfig(head + present + stdout, { file: 'router.yaml' });
    expect(routes).toHaveLength(3);
    expect(routes[1]!.name).toMatch(/rain.*tomorrow/u);
    expect(routes[2]!.name).toMatch(/play.*music|music.*play/u);
    expect(weather).toEqual(expect.arrayContaining([...routes[1]!.utterances]));
  });

  it('lets the router decide what the log does not say, and leaves out what it took', async () => {
    const log = await write(
      'mixed.jsonl',
      jsonLines([{ text: 'where is my invoice' }, ...[...weather, ...music].map(undecided)]),
    );
    const report = JSON.parse((await suggest(log, '--json')).stdout) as Record<string, unknown>;
    expect(report).toMatchObject({
      queries: 12,
      unrouted: 11,
      compared: 11,
      routes: [{ size: 6 }, { size: 5 }],
    });
  });

  it('names the texts nearest to another outcome as most worth labelling', async () => {
    const sure = weather.map((text) => ({ text, route: null, confidence: 0.1, threshold: 0.5, margin: 0.4 }));
    const close = {
      text: 'an invoice for the rain',
      route: 'billing',
      confidence: 0.51,
      threshold: 0.5,
      margin: 0.3,
    };
    const log = await write('decided.jsonl', jsonLines([...sure, close]));
    const { label } = JSON.parse((await suggest(log, '--json')).stdout) as { label: { text: string }[] };
    expect(label[0]).toMatchObject({ text: close.text, route: 'billing' });
  });

  it.each([
    ['log.csv', 'a,b', /ends in \.jsonl or \.txt/u],
    ['empty.txt', '\n', /holds no query/u],
    ['broken.jsonl', '{"text": "secret words"', /broken\.jsonl:1 must be JSON with a text/u],
  ])('exits with 2 on %s, without echoing it', async (name, content, message) => {
    const { code, stdout, stderr } = await suggest(await write(name, content));
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain('secret');
  });
});

function undecided(text: string): object {
  return { text };
}

function jsonLines(values: readonly object[]): string {
  return values.map((value) => JSON.stringify(value)).join('\n');
}
