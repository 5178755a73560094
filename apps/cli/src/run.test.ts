import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text as readAll } from 'node:stream/consumers';
import type { Encoder } from '@sr/core';
import { fakeEncoder } from '@sr/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Interruption } from './interruption.ts';
import { run } from './run.ts';

const router = `version: 1
encoder: minilm-l6-v2
threshold: 0.4
fallback: general
routes:
  - { name: billing, model: support, utterances: [where is my invoice, refund my order] }
  - { name: coding, utterances: [my loop never ends, fix this bug] }
`;
const cases = `{"text": "an invoice for my order", "route": "billing"}
{"text": "never ends", "route": "coding"}
{"text": "what a lovely day", "route": null}
`;

let folder: string;
let config: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sr-cli-'));
  config = await write('router.yaml', router);
  await write('cases.jsonl', cases);
});
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, content: string): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

interface SrSettings {
  readonly stdin?: string;
  readonly isTTY?: boolean;
  readonly signal?: AbortSignal;
  readonly encoder?: Encoder;
}

/** Runs the command in this process, with the fake encoder and streams that are read to their end. */
async function sr(argv: string[], settings: SrSettings = {}) {
  const {
    stdin = '',
    isTTY = false,
    signal = new AbortController().signal,
    encoder = fakeEncoder(),
  } = settings;
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await run(argv, {
    stdin: Object.assign(Readable.from([stdin]), { isTTY }),
    stdout,
    stderr,
    signal,
    now: () => 0,
    encoder,
  });
  stdout.end();
  stderr.end();
  return { code, stdout: await readAll(stdout), stderr: await readAll(stderr) };
}

describe('sr route', () => {
  it('prints a table of routes, with the fallback where none is sure enough', async () => {
    const { code, stdout, stderr } = await sr(['route', '--config', config, 'my invoice', 'lovely day']);
    const [header, first, second] = stdout.split('\n');
    expect(header).toMatch(/^route +confidence +margin +ms +text$/u);
    expect(first).toMatch(/^billing +0\.\d\d +\d\.\d\d +\d+\.\d +my invoice$/u);
    expect(second).toMatch(/^— none → general +/u);
    expect([code, stderr]).toEqual([0, '']);
  });

  it('shows the nearest utterance where --explain asks for it', async () => {
    const { stdout } = await sr(['route', '--config', config, '--explain', 'my invoice']);
    expect(stdout).toMatch(/ms +text +nearest utterance\nbilling .* my invoice +where is my invoice\n$/u);
  });

  it('prints one decision per line with --json, and no text unless explained', async () => {
    const { stdout } = await sr(['route', '--config', config, '--json', 'my invoice', 'lovely day']);
    const decisions = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(Object.keys(decisions[0]!)).toEqual([
      ...[
        'id',
        'route',
        'model',
        'confidence',
        'threshold',
        'margin',
        'reason',
        'scores',
        'timingsMs',
        'encoder',
      ],
    ]);
    expect(decisions.map(({ route, model }) => [route, model])).toEqual([
      ['billing', 'support'],
      [null, 'general'],
    ]);
    expect(stdout).not.toContain('invoice');
    expect((await sr(['route', '--config', config, '--json', '--explain', 'my invoice'])).stdout).toContain(
      '"evidence":',
    );
  });

  it('decides each line of stdin, empty ones too, where no text is given', async () => {
    const { stdout } = await sr(['route', '--config', config, '--json'], {
      stdin: 'my invoice\n\nmy loop\r\n',
    });
    const routes = stdout
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { route: string | null }).route);
    expect(routes).toEqual(['billing', null, 'coding']);
  });

  it.each([true, false])('asks for a text where there is none, stdin a terminal: %s', async (isTTY) => {
    const { code, stderr } = await sr(['route', '--config', config], { isTTY });
    expect([code, stderr]).toEqual([
      2,
      'sr: route needs a TEXT, or texts on stdin, one per line; got neither.\n',
    ]);
  });

  it('stops without a word when it is interrupted', async () => {
    const signal = AbortSignal.abort(new Interruption('interrupted', 130));
    expect(await sr(['route', '--config', config, 'x'], { signal })).toEqual({
      code: 130,
      stdout: '',
      stderr: '',
    });
  });
});

describe('sr eval', () => {
  it('prints the figures of the public format with --json', async () => {
    const { code, stdout, stderr } = await sr([
      'eval',
      '--config',
      config,
      '--cases',
      join(folder, 'cases.jsonl'),
      '--json',
    ]);
    const figures = JSON.parse(stdout) as Record<string, Record<string, unknown>>;
    const keys =
      'cases inScope outOfScope accuracy top1 inScopeAccuracy outOfScopeRecall auroc fpr95 macroF1 ece perRoute confusions latencyMs intervals reliability precision coverage';
    expect(Object.keys(figures).sort()).toEqual(keys.split(' ').sort());
    expect(figures).toMatchObject({ cases: 3, inScope: 2, outOfScope: 1, top1: 1, outOfScopeRecall: 1 });
    for (const step of ['encode', 'decide', 'total'])
      expect(Object.keys(figures.latencyMs![step]!)).toEqual(['p50', 'p99']);
    expect([code, stderr]).toEqual([0, '']);
  });

  it('prints overall figures, worst routes and latency for people', async () => {
    const { stdout } = await sr(['eval', '--config', config, '--cases', join(folder, 'cases.jsonl')]);
    expect(stdout).toMatch(
      /^3 cases: 2 in scope, 1 out of scope\n\n +95 % interval\naccuracy +100\.0 % +100\.0 to 100\.0/u,
    );
    expect(stdout).toMatch(/\nworst routes +cases +precision +recall +F1\nbilling +1 +100\.0 %/u);
    expect(stdout).toMatch(/\nconfidence +cases +mean +best route right\n\d\.\d\d to \d\.\d\d +\d/u);
    expect(stdout).toMatch(/\nmilliseconds +p50 +p99\nencode +\d/u);
    expect(stdout).not.toContain('decided instead');
  });

  it('lists what was decided instead, with an example', async () => {
    const wrong = await write(
      'wrong.jsonl',
      '{"text": "my invoice", "route": "coding"}\n{"text": "lovely day", "route": "coding"}',
    );
    const { stdout } = await sr(['eval', '--config', config, '--cases', wrong]);
    expect(stdout).toMatch(
      /\nexpected +decided instead +cases +for example\ncoding +billing +1 +my invoice\ncoding +\(none\) +1 +lovely day\n/u,
    );
  });

  it('holds texts with --json only where --explain asks for them', async () => {
    const wrong = await write('confused.jsonl', '{"text": "my invoice", "route": "coding"}');
    const evaluate = ['eval', '--config', config, '--cases', wrong, '--json'];
    const plain = await sr(evaluate);
    expect(plain.stdout).not.toContain('invoice');
    expect(JSON.parse(plain.stdout)).toMatchObject({
      confusions: [{ expected: 'coding', decided: 'billing', count: 1, positions: [0] }],
    });
    expect(JSON.parse((await sr([...evaluate, '--explain'])).stdout)).toMatchObject({
      confusions: [{ examples: ['my invoice'] }],
    });
  });

  it('names line and nearest route of a wrong label', async () => {
    const file = await write('label.jsonl', '\n{"text": "x", "route": "biling"}');
    const { code, stderr } = await sr(['eval', '--config', config, '--cases', file]);
    expect([code, stderr]).toEqual([
      2,
      `sr: ${file}:2:1 route "biling" is not a route of the router; did you mean "billing"?\n`,
    ]);
  });

  it('refuses a file without cases', async () => {
    const file = await write('empty.jsonl', '\n');
    const { code, stderr } = await sr(['eval', '--config', config, '--cases', file]);
    expect([code, stderr]).toEqual([2, `sr: --cases names ${file}, which holds no case.\n`]);
  });
});

describe('sr eval --fail-under', () => {
  const evaluate = (...bars: string[]) =>
    sr([
      ...['eval', '--config', config, '--cases', join(folder, 'half.jsonl'), '--json'],
      ...bars.flatMap((bar) => ['--fail-under', bar]),
    ]);
  beforeAll(() =>
    write(
      'half.jsonl',
      '{"text": "my invoice", "route": "billing"}\n{"text": "my loop", "route": "billing"}',
    ),
  );

  it('exits with 1 and names each bar that is missed, after printing the figures', async () => {
    const { code, stdout, stderr } = await evaluate('accuracy=0.9', 'top1=0.5', 'ece=0');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ accuracy: 0.5 });
    const { error } = JSON.parse(stderr) as { error: { code: string; message: string } };
    expect(error.code).toBe('SR_CHECK_FAILED');
    expect(error.message).toMatch(
      /^--fail-under: accuracy must be at least 0\.9, got 0\.5000; ece must be at most 0, got 0\.\d{4}\.$/u,
    );
  });

  it('exits with 0 where every bar is reached', async () => {
    expect(await evaluate('accuracy=0.5', 'ece=1')).toMatchObject({ code: 0, stderr: '' });
  });

  it('takes a metric that nothing was measured on for missed', async () => {
    const { code, stderr } = await evaluate('auroc=0.1');
    expect([code, stderr]).toEqual([1, expect.stringContaining('nothing to measure it on')]);
  });

  it.each([
    ['acuracy=0.9', 'did you mean \\"accuracy\\"?'],
    ['speed=0.9', 'expected one of accuracy, top1'],
    ['accuracy', 'takes a share from 0 to 1'],
    ['accuracy=90', 'takes a share from 0 to 1'],
  ])('is wrong use with %s', async (bar, words) => {
    const { code, stdout, stderr } = await evaluate(bar);
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(words)]);
  });
});

describe('sr eval --baseline', () => {
  it('tells what changed since --save, on the cases that both have', async () => {
    const [saved, now] = [join(folder, 'runs', 'before.json'), join(folder, 'now.jsonl')];
    const first = '{"text": "my invoice", "route": "billing"}\n{"text": "the bug", "route": "coding"}\n';
    await write('now.jsonl', `${first}{"text": "gone later", "route": null}`);
    const evaluate = ['eval', '--config', config, '--cases', now];
    expect(await sr([...evaluate, '--save', saved])).toMatchObject({ code: 0 });
    expect(await readFile(saved, 'utf8')).not.toContain('invoice');

    await write('now.jsonl', `{"text": "new", "route": null}\n${first}`);
    const strict = await write('strict.yaml', router.replace('billing,', 'billing, threshold: 1,'));
    const again = ['eval', '--config', strict, '--cases', now, '--baseline', saved];
    expect(JSON.parse((await sr([...again, '--json'])).stdout)).toMatchObject({
      baseline: {
        cases: 2,
        onlyBefore: 1,
        onlyNow: 1,
        fixed: [],
        broken: [1],
        pValue: 0.5,
        figures: { accuracy: { before: 1, now: 0.5 } },
        decidedBefore: { 1: 'billing' },
      },
    });
    const { stdout } = await sr(again);
    expect(stdout).toContain(`Compared with ${saved}: 2 cases in both, 1 only there, 1 only here\n`);
    expect(stdout).toContain("0 fixed, 1 broken; McNemar's test, mid-p: p = 0.50, may well be chance\n");
    expect(stdout).toMatch(/\nbroken +expected +before +now\nmy invoice +billing +billing +\(none\)\n/u);
  });

  it('refuses a file that is no saved run', async () => {
    const cases = join(folder, 'cases.jsonl');
    const { code, stderr } = await sr(['eval', '--config', config, '--cases', cases, '--baseline', cases]);
    expect(code).toBe(2);
    expect(stderr).toBe(
      `sr: --baseline names ${cases}, which is not what sr eval --save writes; save it again.\n`,
    );
  });
});

describe('sr eval --junit', () => {
  it('writes a test case for each labelled case', async () => {
    const file = await write(
      'odd.jsonl',
      '{"text": "my <invoice> & \\"order\\"\\u0001", "route": "billing"}\n{"text": "my loop", "route": null}',
    );
    const out = join(folder, 'reports', 'junit.xml');
    expect((await sr(['eval', '--config', config, '--cases', file, '--junit', out])).code).toBe(0);
    const xml = await readFile(out, 'utf8');
    expect(xml).toContain('<testsuite name="sr eval" tests="2" failures="1" errors="0" skipped="0" time="');
    expect(xml).toContain(
      'classname="billing" name="my &lt;invoice&gt; &amp; &quot;order&quot;\uFFFD" time="0.0',
    );
    expect(xml).toMatch(
      /classname="no route" name="my loop" time="[\d.]+"><failure message="expected no route, got coding \(semantic_match, confidence 0\.\d+, threshold 0\.4\)"\/><\/testcase>/u,
    );
  });
});

describe('sr fit', () => {
  /** In scope by two words of an utterance, out of scope by none; threshold 0.9 refuses nearly all. */
  const labelled = [
    ...['invoice', 'refund', 'order'].map((word) => [`where is my ${word} now`, 'billing']),
    ...['invoice', 'refund', 'order'].map((word) => [`please refund my ${word}`, 'billing']),
    ...['loop', 'bug', 'stack'].map((word) => [`fix this ${word} please`, 'coding']),
    ...['loop', 'bug', 'stack'].map((word) => [`why my ${word} never ends`, 'coding']),
    ...['sun', 'rain', 'snow', 'wind', 'fog', 'hail'].map((word) => [`what lovely ${word} today`, null]),
    ...['tea', 'milk', 'bread', 'rice', 'soup', 'cake'].map((word) => [`a cup of ${word}`, null]),
  ];
  const strict = router.replace('threshold: 0.4', 'head: max # nearest\nthreshold: 0.9 # too high');
  let file: string;
  let manyCases: string;
  beforeAll(async () => {
    const lines = labelled.map(([text, route]) => JSON.stringify({ text, route }));
    manyCases = await write('fit.jsonl', lines.join('\n'));
  });
  const fit = async (content: string, args: string[], settings: SrSettings & { cases?: string } = {}) => {
    file = await write('fit.yaml', content);
    return sr(['fit', '--config', file, '--cases', settings.cases ?? manyCases, ...args], settings);
  };

  it('writes what is better on held-out cases and keeps the rest of the file', async () => {
    const { code, stdout } = await fit(strict, []);
    expect(stdout).toMatch(/^ +accuracy +macro F1 +precision +coverage\nas it is +5\d\.\d %/u);
    expect(stdout).toMatch(/\nfitted, held out +(9\d\.\d|100\.0) %/u);
    expect(stdout).toMatch(
      /\nBetter for accuracy on held-out cases:\n {2}threshold: 0\.9 → (0\.\d+)\nWrote /u,
    );
    const [, threshold] = /→ ([\d.]+)/u.exec(stdout)!;
    expect([code, await readFile(file, 'utf8')]).toEqual([0, strict.replace('0.9 #', `${threshold} #`)]);
  });

  it('writes nothing with --dry-run, and prints one line of JSON with --json', async () => {
    const { code, stdout } = await fit(strict, ['--dry-run', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      objective: 'accuracy',
      cases: 24,
      result: 'improved',
      written: null,
      expectedOutOfScope: null,
      routeThresholds: {},
      heldOut: { accuracy: expect.any(Number) as number },
    });
    expect([code, await readFile(file, 'utf8')]).toEqual([0, strict]);
  });

  it('leaves the file as it is where nothing is better, and says so', async () => {
    const good = strict.replace('0.9 # too high', '0.3');
    const { code, stdout } = await fit(good, []);
    expect(stdout).toContain('Left as it is: fitting does no better for accuracy on held-out cases.\n');
    expect([code, await readFile(file, 'utf8')]).toEqual([0, good]);
  });

  it('encodes each text once, also where the head is fitted anew for other shares out of scope', async () => {
    const counts = new Map<string, number>();
    const encoder: Encoder = {
      ...fakeEncoder(),
      encode(texts, options) {
        for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
        return fakeEncoder().encode(texts, options);
      },
    };
    const { code, stdout } = await fit(router, ['--json', '--dry-run'], { encoder });
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { cases: 24 }]);
    expect(counts.size).toBeGreaterThan(24);
    expect([...counts].filter(([, count]) => count > 1)).toEqual([]);
  });

  it('exits with 1 where a promise cannot be made, or the cases reject nothing', async () => {
    const promise = await fit(strict, ['--objective', 'precision>=0.99']);
    expect(promise).toMatchObject({ code: 1 });
    expect(promise.stderr).toContain('no threshold can promise precision>=0.99');
    const inScope = await write(
      'in-scope.jsonl',
      Array.from({ length: 20 }, (_, i) => `{"text": "invoice ${i}", "route": "billing"}`).join('\n'),
    );
    const accuracy = await fit(strict, [], { cases: inScope });
    expect([accuracy.code, accuracy.stderr]).toEqual([1, expect.stringContaining('"route": null')]);
  });

  it.each([
    ['precision>0.9', 'must be one of accuracy, macroF1, precision>=SHARE, share<=SHARE:ROUTE'],
    ['precision>=95', 'takes a share between 0 and 1'],
    ['share<=0.2:biling', 'did you mean "billing"?'],
  ])('is wrong use with --objective %s', async (objective, words) => {
    const { code, stdout, stderr } = await fit(strict, ['--objective', objective]);
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(words)]);
  });

  it('refuses so few cases that they decide nothing', async () => {
    const { code, stderr } = await fit(strict, [], { cases: join(folder, 'cases.jsonl') });
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('which holds 3 cases; fitting takes at least 20'),
    ]);
  });
});

describe('sr build', () => {
  it('writes a snapshot that spares encoding, and creates its folder', async () => {
    const out = join(folder, 'new', 'folder', 'router.snapshot');
    const { code, stdout } = await sr(['build', '--config', config, '--out', out, '--json']);
    const { size } = await stat(out);
    expect(JSON.parse(stdout)).toEqual({
      file: out,
      encoder: 'fake:words@64',
      routes: 2,
      utterances: 4,
      sizeBytes: size,
    });
    expect([code, await readdir(join(folder, 'new', 'folder'))]).toEqual([0, ['router.snapshot']]);

    const encoded: string[] = [];
    const encoder: Encoder = {
      ...fakeEncoder(),
      encode: (texts, options) => (encoded.push(...texts), fakeEncoder().encode(texts, options)),
    };
    await sr(['route', '--config', config, '--snapshot', out, 'my invoice'], { encoder });
    expect(encoded).toEqual(['my invoice']);
  });

  it('refuses a snapshot by another encoder', async () => {
    const out = join(folder, 'other.snapshot');
    await sr(['build', '--config', config, '--out', out]);
    const { code, stderr } = await sr(['route', '--config', config, '--snapshot', out, 'x'], {
      encoder: fakeEncoder({ dimensions: 32 }),
    });
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('built by fake:words@64, the encoder is fake:words@32'),
    ]);
  });
});

describe('sr init', () => {
  it('writes a router that sr route reads', async () => {
    const file = join(folder, 'first.yaml');
    const { code, stdout } = await sr(['init', file]);
    expect([code, stdout]).toEqual([0, expect.stringContaining(`Wrote ${file}.`)]);
    const route = await sr(['route', '--config', file, '--json', 'Where can I download my invoice?']);
    expect(JSON.parse(route.stdout)).toMatchObject({ route: 'billing', model: 'general' });
  });

  it('overwrites a file only with --force', async () => {
    const file = await write('mine.yaml', 'mine');
    const { code, stderr } = await sr(['init', file]);
    expect([code, stderr]).toEqual([
      2,
      `sr: ${file} exists already; name another file, or overwrite it with --force.\n`,
    ]);
    expect(await readFile(file, 'utf8')).toBe('mine');
    expect((await sr(['init', file, '--force'])).code).toBe(0);
    expect(await readFile(file, 'utf8')).toMatch(/^# A semantic router/u);
  });

  it('writes no YAML into a file of another kind', async () => {
    expect(await sr(['init', join(folder, 'router.json')])).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('sr schema', () => {
  it('prints the schema, on one line with --json', async () => {
    const { stdout } = await sr(['schema', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ required: ['version', 'encoder', 'routes'] });
    expect(stdout.trimEnd()).not.toContain('\n');
  });
});

describe('wrong use', () => {
  it.each([
    [['route', '--confg', 'x', 'text'], '--confg'],
    [['eval'], '--cases <FILE>'],
    [['build'], '--out <FILE>'],
    [['rout'], "unknown command 'rout'"],
    [['eval', '--cases', 'none.jsonl'], 'router.yaml does not exist'],
  ])('exits with 2 and names the option: %j', async (argv, words) => {
    const { code, stdout, stderr } = await sr(argv);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^sr: /u);
    expect(stderr).toContain(words);
  });

  it('names the option whose file does not exist', async () => {
    const { code, stderr } = await sr(['eval', '--config', config, '--cases', 'none.jsonl']);
    expect([code, stderr]).toEqual([2, 'sr: --cases names none.jsonl, which does not exist.\n']);
  });

  it('prints help to stderr where no command is given, and to stdout where it is asked for', async () => {
    expect(await sr([])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('Usage: sr') as string,
    });
    expect(await sr(['--help'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Usage: sr') as string,
      stderr: '',
    });
  });

  it('reports errors as JSON with --json', async () => {
    const file = await write('broken.yaml', 'version: 1\nencoder: minilm-l6-v2\nroutse: []\n');
    const { code, stdout, stderr } = await sr(['route', '--config', file, '--json', 'x']);
    expect([code, stdout]).toEqual([2, '']);
    expect(JSON.parse(stderr)).toMatchObject({
      error: { code: 'SR_CONFIG_INVALID', details: { issues: [{ line: 3, column: 1, nearest: 'routes' }] } },
    });
    const usage = await sr(['eval', '--json']);
    expect(JSON.parse(usage.stderr)).toMatchObject({ error: { code: 'SR_USAGE' } });
  });
});

describe('a failure that nobody could put right', () => {
  it('exits with 1: one line where it was foreseen, a stack where it is a bug', async () => {
    const failing = { ...fakeEncoder(), encode: () => Promise.reject(new Error('out of order')) };
    const { code, stderr } = await sr(['route', '--config', config, 'x'], { encoder: failing });
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^sr: Error: out of order\n +at /u)]);
    const unwritable = await sr(['build', '--config', config, '--out', join(config, 'x.snapshot')]);
    expect([unwritable.code, unwritable.stderr.split('\n').length]).toEqual([1, 2]);
  });
});
