import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadRouterConfig } from './load-router-config.ts';

describe('loadRouterConfig', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sr-config-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function write(name: string, text: string): Promise<string> {
    const file = join(folder, name);
    await writeFile(file, text);
    return file;
  }

  it.each(['router.yaml', 'router.yml', 'router.json'])('reads %s', async (name) => {
    const file = await write(
      name,
      '{"version": 1, "encoder": "minilm-l6-v2", "routes": [{"name": "a", "utterances": ["x"]}]}',
    );
    expect((await loadRouterConfig(file)).routes[0]?.name).toBe('a');
  });

  it('tells missing file, wrong extension, invalid content and unknown key apart', async () => {
    await expect(loadRouterConfig(join(folder, 'none.yaml'))).rejects.toMatchObject({
      code: 'SR_CONFIG_NOT_FOUND',
    });
    await expect(loadRouterConfig(join(folder, 'router.toml'))).rejects.toMatchObject({
      code: 'SR_CONFIG_UNSUPPORTED',
    });
    await expect(loadRouterConfig(await write('a.yaml', 'a: [')).catch(kindsOf)).resolves.toEqual(['syntax']);
    const unknown = await write(
      'b.yaml',
      'version: 1\nencoder: minilm-l6-v2\nroutes: [{ name: a, utterances: [x], x: 1 }]',
    );
    await expect(loadRouterConfig(unknown).catch(kindsOf)).resolves.toEqual(['unknown_key']);
  });
});

function kindsOf(error: unknown): string[] {
  const { code, details } = error as { code: string; details: { issues: { kind: string }[] } };
  expect(code).toBe('SR_CONFIG_INVALID');
  return details.issues.map(({ kind }) => kind);
}
