import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Packages are packed as built; turbo builds those that are not up to date. */
export async function setup(): Promise<void> {
  await promisify(execFile)('turbo', ['run', 'build', '--output-logs=errors-only']);
}
