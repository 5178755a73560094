import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contender } from '../process/contenders.ts';
import { findPackage } from './find-package.ts';

/** Installed versions, as @sr/benchmarks finds them. */
export function describeVersions(packages: readonly string[]): Record<string, string> {
  return Object.fromEntries(packages.map((name) => [name, readVersion(name)]));
}

/** Of a contender in Python, which tells its own. */
export function askVersions({ command: [python, ...script] }: Contender): Record<string, string> {
  const answer = execFileSync(python, [...script, '--versions'], { encoding: 'utf8' });
  return JSON.parse(answer) as Record<string, string>;
}

function readVersion(name: string): string {
  const folder = findPackage(name, import.meta.dirname);
  if (folder === undefined) throw new Error(`${name} is not installed; run pnpm install.`);
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
}
