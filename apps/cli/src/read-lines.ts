import { createInterface } from 'node:readline';
import type { CliIo } from './cli-io.ts';

/** The lines of stdin as they arrive. */
export async function* readLines({ stdin, signal }: CliIo): AsyncGenerator<string> {
  const lines = createInterface({ input: stdin, crlfDelay: Infinity, signal });
  yield* lines;
  signal.throwIfAborted(); // an abort ends the lines as the end of the input does
}
