import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface PublishablePackage {
  readonly name: string;
  readonly folder: string;
  /** The commands that it installs. */
  readonly commands: readonly string[];
  /** Undefined where there is none. */
  readonly readme: string | undefined;
}

export async function publishablePackages(root: string): Promise<PublishablePackage[]> {
  const packages: PublishablePackage[] = [];
  for await (const path of glob('{packages,apps}/*/package.json', { cwd: root })) {
    const folder = join(root, dirname(path));
    const manifest = JSON.parse(await readFile(join(root, path), 'utf8')) as Manifest;
    if (manifest.private) continue;
    const readme = join(folder, 'README.md');
    packages.push({
      name: manifest.name,
      folder,
      commands: Object.keys(manifest.bin ?? {}),
      readme: existsSync(readme) ? await readFile(readme, 'utf8') : undefined,
    });
  }
  return packages;
}

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly bin?: Readonly<Record<string, string>>;
}
