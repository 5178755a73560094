import { readFile, stat } from 'node:fs/promises';
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
 * Notices what happens to files on their way: a download that stopped, a pointer in place of a large file.
 * @throws SR_MODEL_INVALID where it has another size or is not there.
 */
export async function checkFileSize(url: string, sizeBytes: number): Promise<void> {
  const file = await stat(fileURLToPath(url)).catch((cause: unknown) => {
    throw modelFileInvalid(url, 'it cannot be read', cause);
  });
  if (file.size === sizeBytes) return;
  throw modelFileInvalid(url, `it has ${file.size} bytes, expected ${sizeBytes}`);
}

export function modelFileInvalid(file: string, problem: string, cause?: unknown): SrError {
  return new SrError(
    'SR_MODEL_INVALID',
    `${file} is not the file that the model package describes: ${problem}; install the package again.`,
    { file, problem },
    { cause },
  );
}
