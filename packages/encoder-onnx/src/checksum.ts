import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { modelFileInvalid } from './model-file.ts';

const sliceBytes = 2 ** 18; // 0.15 ms of hashing between two turns of the event loop

/** @throws SR_MODEL_INVALID where the file's sha256, in hexadecimal, is another. */
export async function checkSha256(url: string, expected: string): Promise<void> {
  const actual = await sha256Of(url);
  if (actual === expected) return;
  throw modelFileInvalid(url, `its sha256 is ${actual}, expected ${expected}`);
}

async function sha256Of(url: string): Promise<string> {
  const hash = createHash('sha256');
  const slice = Buffer.allocUnsafe(sliceBytes);
  await using file = await open(fileURLToPath(url));
  for (;;) {
    const { bytesRead } = await file.read(slice);
    if (bytesRead === 0) return hash.digest('hex');
    hash.update(slice.subarray(0, bytesRead));
  }
}
