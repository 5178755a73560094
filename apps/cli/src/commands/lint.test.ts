import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { once } from 'node:events';
import { beforeAll, describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const faults = fileURLToPath(new URL('../__fixtures__/lint-faults.yaml', import.meta.url));

async function lint(...options: string[]) {
  const child = spawn(process.execPath, ['--conditions=@sr/source', main, 'lint', ...options], {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number]>,
  ]);
  return { code, stdout, stderr };
}

interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly place: { readonly line: number; readonly column: number };
}

/** The faults that the comments of the fixture announce, each with the line that it should be found on. */
async function announcedFaults(): Promise<string[]> {
  const lines = (await readFile(faults, 'utf8')).split('\n');
  return lines.flatMap((line, i) => {
    const [, before, rule] = /^(.*)# fault: (\w+)/u.exec(line) ?? [];
    if (rule === undefined) return [];
    return `${before!.trim() === '' ? i + 2 : i + 1} ${rule}`; // a comment of its own stands above the name
  });
}

describe('sr lint with the model', { timeout: 60_000 }, () => {
  let result: Awaited<ReturnType<typeof lint>>;
  beforeAll(async () => {
    result = await lint('--config', faults, '--json');
  });

  it('finds one planted fault of each kind, on its line, and nothing else', async () => {
    const { findings } = JSON.parse(result.stdout) as { findings: Finding[] };
    const found = findings.map(({ rule, place }) => `${place.line} ${rule}`);
    expect(found.toSorted()).toEqual((await announcedFaults()).toSorted());
  });

  it('exits with 1 on errors, and says so on stderr', () => {
    expect([result.code, JSON.parse(result.stderr)]).toMatchObject([
      1,
      { error: { code: 'SR_CHECK_FAILED', details: { errors: 3 } } },
    ]);
  });

  it('puts no utterance into the JSON unless --explain asks for it', async () => {
    expect(result.stdout).not.toContain('trumpet');
    expect((await lint('--config', faults, '--json', '--explain')).stdout).toContain('trumpet');
  });
});
