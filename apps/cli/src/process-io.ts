import type { CliIo } from './cli-io.ts';
import { Interruption } from './interruption.ts';

/** The process's own streams; Ctrl-C and a reader that went away abort the signal. */
export function processIo(): CliIo {
  const controller = new AbortController();
  // Once: a second Ctrl-C ends the process as if nobody listened.
  process.once('SIGINT', () => {
    controller.abort(new Interruption('interrupted', 130));
  });
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    controller.abort(new Interruption('nobody reads the output any more', 0)); // as in `sr route … | head -1`
  });
  const { stdin, stdout, stderr } = process;
  return { stdin, stdout, stderr, signal: controller.signal, now: () => performance.now() };
}
