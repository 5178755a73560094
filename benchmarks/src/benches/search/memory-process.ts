import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { VectorIndex } from '@sr/core';
import { createWasmSimdIndex, type Precision } from '@sr/index-wasm-simd';
import { createRandom } from '../../measure/random.ts';
import type { MemoryFigures } from './measure-memory.ts';
import { fillWithDirections } from './search-workloads.ts';

/*
 * What an index takes, in a process of its own: `node memory-process.js PRECISION ROWS DIMENSIONS`. It
 * grows from one row in steps of a half, a few rows at a time, so that the rows handed over are not what
 * is measured, and searches after each step for the first and the last row. Prints `MemoryFigures`.
 */
const [precision, rowCount, dimensions] = [
  process.argv[2] as Precision,
  ...process.argv.slice(3).map(Number),
] as [Precision, number, number];
const portion = new Float32Array(4096 * dimensions);
fillWithDirections(portion, dimensions, createRandom(1));
const groups = new Int32Array(4096);

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

// Once for the code, and for what the engine keeps for itself.
await grow(5000);
const before = resident();
const { index, lost } = await grow(rowCount);
const after = resident();
const figures: MemoryFigures = {
  bytesPerRow: (after.now - before.now) / index.size, // which keeps it alive until here
  peakRatio: (after.peak - before.now) / (after.now - before.now),
  lost,
};
process.stdout.write(JSON.stringify(figures));

async function grow(count: number): Promise<{ index: VectorIndex; lost: number }> {
  const index = await createWasmSimdIndex({ dimensions, precision });
  const first = index.add(portion.subarray(0, dimensions), [0])[0]!;
  let lost = 0;
  for (let target = 2; index.size < count; target = Math.ceil(target * 1.5)) {
    let last = first;
    while (index.size < Math.min(target, count)) {
      const missing = Math.min(4095, Math.min(target, count) - index.size);
      // Rows come again from step to step, but none is the first: it is found as long as it is there.
      const ids = index.add(
        portion.subarray(dimensions, (1 + missing) * dimensions),
        groups.subarray(0, missing),
      );
      last = ids.at(-1)!;
    }
    if (index.search(portion.subarray(0, dimensions), 1).ids[0] !== first) lost++;
    if (index.search(index.read([last]), 1).counts[0] !== 1) lost++;
  }
  return { index, lost };
}

/** Resident memory of the process as Linux counts it, in bytes, without what is only waiting to be collected. */
function resident(): { now: number; peak: number } {
  collectGarbage();
  const status = readFileSync('/proc/self/status', 'utf8');
  const bytesOf = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)![1]) * 1024;
  return { now: bytesOf('VmRSS'), peak: bytesOf('VmHWM') };
}
