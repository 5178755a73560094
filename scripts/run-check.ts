import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** One command that must exit with 0. */
export interface Check {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

/** Streams the command's output between a heading and a verdict; resolves to whether it passed. */
export async function runCheck({ name, command, args }: Check): Promise<boolean> {
  const start = performance.now();
  console.log(`\n── ${name}: ${[command, ...args].join(' ')}`);
  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  const [code] = (await once(child, 'close')) as [number | null];
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(code === 0 ? `✓ ${name} (${seconds} s)` : `✗ ${name} failed (${seconds} s)`);
  return code === 0;
}
