import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { arrows } from '../packages.arrows.ts';

const folders = await readdir('packages');

describe('packages.arrows.ts', () => {
  it('names every package', () => {
    expect(Object.keys(arrows).sort()).toEqual([...folders].sort());
  });

  it.each(folders)('allows what packages/%s depends on', async (folder) => {
    const manifest = JSON.parse(await readFile(`packages/${folder}/package.json`, 'utf8')) as {
      dependencies?: Record<string, string>;
    };
    const used = Object.keys(manifest.dependencies ?? {}).filter((name) => name.startsWith('@sr/'));
    const allowed = arrows[folder]!;
    const refused =
      allowed === '*' ? [] : used.filter((name) => !allowed.includes(name.slice('@sr/'.length)));
    expect(refused).toEqual([]);
  });
});
