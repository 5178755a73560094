import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { paths } from '../paths.ts';

/** Runs to the end; what it prints goes to stderr, because stdout belongs to the report. */
export async function runCommand(file: string, parameters: readonly string[]): Promise<void> {
  const child = spawn(file, parameters, {
    cwd: paths.repository,
    stdio: ['ignore', process.stderr, process.stderr],
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${file} ${parameters.join(' ')} ended with ${code ?? 'a signal'}.`);
}
