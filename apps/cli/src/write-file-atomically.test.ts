import { mkdir, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFileAtomically } from './write-file-atomically.ts';

describe('writeFileAtomically', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sr-write-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('never touches the old file: whoever has it open reads it whole', async () => {
    const file = join(folder, 'a');
    await writeFile(file, 'old');
    await using old = await open(file);
    await writeFileAtomically(file, Buffer.from('new'));
    expect([await old.readFile('utf8'), await readFile(file, 'utf8')]).toEqual(['old', 'new']);
  });

  it('leaves nothing behind when it fails', async () => {
    const file = join(folder, 'b');
    await mkdir(join(file, 'full'), { recursive: true });
    await expect(writeFileAtomically(file, Buffer.from('new'))).rejects.toThrow();
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(await readdir(file)).toEqual(['full']);
  });
});
