import { existsSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { findPackage } from './find-package.ts';
import { folderBytes } from './folder-bytes.ts';

interface Manifest {
  readonly files?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** What packages take on this machine with all that they depend on, each counted once. */
export function installedBytes(packages: readonly string[]): number {
  const folders = new Map<string, number>();
  addPackages(packages, import.meta.dirname, folders);
  return folders.values().reduce((sum, bytes) => sum + bytes, 0);
}

function addPackages(names: readonly string[], from: string, folders: Map<string, number>): void {
  for (const name of names) {
    const folder = findPackage(name, from);
    // Optional ones that were built for other machines are not there.
    if (folder === undefined || folders.has(folder)) continue;
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
    folders.set(folder, packageBytes(folder, manifest));
    const { dependencies = {}, optionalDependencies = {} } = manifest;
    addPackages(Object.keys({ ...dependencies, ...optionalDependencies }), folder, folders);
  }
}

// A package of this workspace lies here with tools and tests: only what `files` names would be installed.
// What comes from the registry has been reduced to that already.
function packageBytes(folder: string, { files = [] }: Manifest): number {
  if (folder.includes(`${sep}node_modules${sep}`)) return folderBytes(folder);
  return files
    .map((name) => join(folder, name))
    .filter((path) => existsSync(path))
    .reduce((sum, path) => sum + folderBytes(path), 0);
}
