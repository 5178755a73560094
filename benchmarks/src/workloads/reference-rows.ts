import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { paths } from '../paths.ts';
import type { DatasetName } from './dataset.ts';

interface Header {
  readonly rows: { readonly dtype: string; readonly shape: readonly [texts: number, dimensions: number] };
}

const lengthBytes = 8;

/**
 * What the unquantised model gives for the texts of the test split: one row per line of test.jsonl.
 * The file is safetensors: u64 H, H bytes of JSON, then float16 elements, all little-endian.
 */
export async function readReferenceRows(name: DatasetName): Promise<readonly Float32Array[]> {
  const file = await readFile(join(paths.data, name, 'test.fp32.safetensors'));
  const dataStart = lengthBytes + Number(file.readBigUInt64LE(0));
  const { rows } = JSON.parse(file.toString('utf8', lengthBytes, dataStart)) as Header;
  if (rows.dtype !== 'F16') throw new TypeError(`Reference rows must be float16, got ${rows.dtype}.`);
  const [count, dimensions] = rows.shape;
  const elements = new Float16Array(Uint8Array.from(file.subarray(dataStart)).buffer);
  return Array.from({ length: count }, (_, i) =>
    Float32Array.from(elements.subarray(i * dimensions, (i + 1) * dimensions)),
  );
}
