import { readFile } from 'node:fs/promises';
import { UsageError } from './usage-error.ts';

/** Reads a file that an option names; the message names the option where there is no such file. */
export async function readInputFile(option: string, file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new UsageError(option, `${option} names ${file}, which does not exist.`, { cause: error });
  }
}
