import { join } from 'node:path';
import { paths } from '../paths.ts';
import { runCommand } from './run-command.ts';

/** Contenders run from built files, as they would be installed: no type is stripped while they start. */
export async function buildPackages(): Promise<void> {
  const turbo = join(paths.repository, 'node_modules', '.bin', 'turbo');
  await runCommand(turbo, ['run', 'build', '--filter=@sr/benchmarks', '--output-logs=errors-only']);
}
