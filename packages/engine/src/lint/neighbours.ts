import { type MatrixProduct, transpose } from '../heads/auto/matrix.ts';

export interface NeighbourSettings {
  /** float32, unit length, shape [N, D]. */
  readonly rows: Float32Array;
  /** D. */
  readonly dimensions: number;
  /** N routes, 0 … routeCount − 1. */
  readonly routes: Int32Array;
  readonly routeCount: number;
}

/** Cosines between all utterances, summed up by route. */
export interface Neighbours {
  /** Best cosine with an utterance of each route, itself left out, shape [N, R]; −1 where there is none. */
  readonly best: Float32Array;
  /** Whose that cosine is, shape [N, R]; −1 where there is none. */
  readonly nearest: Int32Array;
  /** Cosine with the mean direction of each route, itself left out, shape [N, R]; −1 where there is none. */
  readonly centroid: Float32Array;
  /** Cosines of all pairs of utterances of each route. */
  readonly pairs: readonly (readonly number[])[];
}

/** Utterances per block, so that the matrix of all cosines never has to exist. */
const blockSize = 256;

/** Compares every utterance with every other: time grows with N², memory with N · R. */
export function measureNeighbours(settings: NeighbourSettings, product: MatrixProduct): Neighbours {
  const { rows, dimensions, routes, routeCount } = settings;
  const count = routes.length;
  const best = new Float32Array(count * routeCount).fill(-1);
  const nearest = new Int32Array(count * routeCount).fill(-1);
  const pairs = Array.from({ length: routeCount }, (): number[] => []);
  const columns = transpose(rows, count, dimensions);
  for (let start = 0; start < count; start += blockSize) {
    const block = rows.subarray(start * dimensions, (start + blockSize) * dimensions);
    const height = block.length / dimensions;
    const cosines = product(block, columns, height, dimensions, count);
    for (let i = 0; i < height; i++) {
      const subject = start + i;
      for (let other = 0; other < count; other++) {
        if (other === subject) continue;
        const cosine = cosines[i * count + other]!;
        const route = routes[other]!;
        const slot = subject * routeCount + route;
        if (cosine > best[slot]!) [best[slot], nearest[slot]] = [cosine, other];
        if (other < subject && route === routes[subject]) pairs[route]!.push(cosine);
      }
    }
  }
  return { best, nearest, centroid: measureCentroids(settings, product), pairs };
}

function measureCentroids(
  { rows, dimensions, routes, routeCount }: NeighbourSettings,
  product: MatrixProduct,
): Float32Array {
  const sums = sumRows(rows, dimensions, routes, routeCount);
  const columns = transpose(sums, routeCount, dimensions);
  const squares = product(sums, columns, routeCount, dimensions, routeCount);
  const dots = product(rows, columns, routes.length, dimensions, routeCount);
  return dots.map((dot, slot) => {
    const route = slot % routeCount;
    const square = squares[route * routeCount + route]!;
    if (routes[Math.floor(slot / routeCount)] !== route) return square > 0 ? dot / Math.sqrt(square) : -1;
    // Without x, a sum S has x·(S − x) = x·S − 1 and ‖S − x‖² = ‖S‖² − 2x·S + 1, since ‖x‖ = 1.
    const rest = square - 2 * dot + 1;
    return rest > 1e-6 ? (dot - 1) / Math.sqrt(rest) : -1;
  });
}

function sumRows(
  rows: Float32Array,
  dimensions: number,
  routes: Int32Array,
  routeCount: number,
): Float32Array {
  const sums = new Float32Array(routeCount * dimensions);
  routes.forEach((route, i) => {
    for (let d = 0; d < dimensions; d++) sums[route * dimensions + d]! += rows[i * dimensions + d]!;
  });
  return sums;
}
