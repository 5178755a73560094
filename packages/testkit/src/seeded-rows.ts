import { seededRandom } from './seeded-random.ts';

/** @returns unit rows in random directions, shape [count, dimensions]; the same for the same seed. */
export function seededRows(count: number, dimensions: number, seed: number): Float32Array {
  const gaussian = seededGaussian(seed);
  const rows = Float32Array.from({ length: count * dimensions }, gaussian);
  return normalize(rows, dimensions);
}

export interface SeededClusters {
  /** Unit rows, shape [count, dimensions]. */
  readonly rows: Float32Array;
  /** The cluster of each row, shape [count]: 0, 1, … clusterCount − 1, 0, 1, … */
  readonly groups: Int32Array;
}

export interface SeededClustersSettings {
  readonly count: number;
  readonly dimensions: number;
  readonly clusterCount: number;
  /** Length of the random step from a cluster's centre to a row; the centre has length 1. */
  readonly spread: number;
  readonly seed: number;
}

/** Rows around random centres, as the utterances of routes are. */
export function seededClusters(settings: SeededClustersSettings): SeededClusters {
  const { count, dimensions, clusterCount, spread, seed } = settings;
  const centres = seededRows(clusterCount, dimensions, seed);
  const rows = seededRows(count, dimensions, seed + 1);
  const groups = Int32Array.from({ length: count }, (_, i) => i % clusterCount);
  for (let i = 0; i < rows.length; i++) {
    const centre = groups[Math.floor(i / dimensions)]! * dimensions;
    rows[i] = centres[centre + (i % dimensions)]! + spread * rows[i]!;
  }
  return { rows: normalize(rows, dimensions), groups };
}

/** Rows whose similarities differ in the last bits of float32, which is where order goes wrong. */
export function seededNearDuplicates(count: number, dimensions: number, seed: number): Float32Array {
  return seededClusters({ count, dimensions, clusterCount: 1, spread: 1e-3, seed }).rows;
}

// Box and Muller's method. 1 − random() is above 0, so the logarithm is finite.
function seededGaussian(seed: number): () => number {
  const random = seededRandom(seed);
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function normalize(rows: Float32Array, dimensions: number): Float32Array {
  for (let start = 0; start < rows.length; start += dimensions) {
    const row = rows.subarray(start, start + dimensions);
    const norm = Math.hypot(...row);
    for (let i = 0; i < dimensions; i++) row[i]! /= norm;
  }
  return rows;
}
