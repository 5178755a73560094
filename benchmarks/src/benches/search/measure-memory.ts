import type { Precision } from '@sr/index-wasm-simd';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { paths } from '../../paths.ts';

export interface MemoryFigures {
  /** Resident memory that came with the rows. */
  readonly bytesPerRow: number;
  /** The most that it ever was, while the index grew from one row, against what it is in the end. */
  readonly peakRatio: number;
  /** Searches between that did not find what they had to. */
  readonly lost: number;
}

const script = join(paths.built, 'benches', 'search', 'memory-process.js');

/** Linux only: undefined elsewhere. */
export async function measureMemory(
  precision: Precision,
  rowCount: number,
  dimensions: number,
): Promise<MemoryFigures | undefined> {
  if (process.platform !== 'linux') return undefined;
  const parameters = [script, precision, String(rowCount), String(dimensions)];
  const { stdout } = await promisify(execFile)(process.execPath, parameters);
  return JSON.parse(stdout) as MemoryFigures;
}
