import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { SrError } from '@sr/core';

/** @throws SR_MODEL_INVALID where it cannot be read. */
export async function readModelFile(url: string): Promise<Buffer> {
  try {
    return await readFile(fileURLToPath(url));
  } catch (cause) {
    throw modelFileInvalid(url, 'it cannot be read', cause);
  }
}

/**
 * Compares a file with its checksum, in slices that each take the thread about a millisecond.
 * @throws SR_MODEL_INVALID where they differ or the file cannot be read.
 */
export async function verifyModelFile(url: string, sha256: string): Promise<void> {
  const hash = createHash('sha256');
  try {
    const slices = createReadStream(fileURLToPath(url), { highWaterMark: 2 ** 20 });
    for await (const slice of slices) hash.update(slice as Buffer);
  } catch (cause) {
    throw modelFileInvalid(url, 'it cannot be read', cause);
  }
  const actual = hash.digest('hex');
  if (actual !== sha256) throw modelFileInvalid(url, `its sha256 is ${actual}, expected ${sha256}`);
}

export function modelFileInvalid(file: string, problem: string, cause?: unknown): SrError {
  return new SrError(
    'SR_MODEL_INVALID',
    `${file} is not the file that the model package describes: ${problem}; install the package again.`,
    { file, problem },
    { cause },
  );
}
