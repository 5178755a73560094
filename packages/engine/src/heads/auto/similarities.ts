import type { HeadExamples } from '@sr/core';
import { type MatrixProduct, transpose } from './matrix.ts';

/** How near each example is to each route, by examples other than itself. */
export interface ExampleSimilarities {
  /** Best cosine with an example of another fold, shape [N, R]; −1 where there is none. */
  readonly bestOfOtherFolds: Float32Array;
  /** ½(cosine with the centroid + best cosine), itself left out of both, shape [N, R]; −1 where there is none. */
  readonly nearness: Float32Array;
}

/** Examples per block, so that the matrix of all similarities never has to exist. */
const blockSize = 256;

export function exampleSimilarities(
  examples: HeadExamples,
  folds: Int32Array,
  sums: Float32Array,
  product: MatrixProduct,
): ExampleSimilarities {
  const { rows, dimensions, routes, routeNames } = examples;
  const count = routes.length;
  const routeCount = routeNames.length;
  const rowsTransposed = transpose(rows, count, dimensions);
  const bestOfOtherFolds = new Float32Array(count * routeCount).fill(-1);
  const best = new Float32Array(count * routeCount).fill(-1);
  for (let start = 0; start < count; start += blockSize) {
    const block = rows.subarray(start * dimensions, (start + blockSize) * dimensions);
    const blockRows = block.length / dimensions;
    const cosines = product(block, rowsTransposed, blockRows, dimensions, count);
    for (let i = 0; i < blockRows; i++) {
      const example = start + i;
      for (let other = 0; other < count; other++) {
        if (other === example) continue;
        const cosine = cosines[i * count + other]!;
        const slot = example * routeCount + routes[other]!;
        if (cosine > best[slot]!) best[slot] = cosine;
        if (folds[other] !== folds[example] && cosine > bestOfOtherFolds[slot]!)
          bestOfOtherFolds[slot] = cosine;
      }
    }
  }
  return { bestOfOtherFolds, nearness: addCentroids(examples, sums, best, product) };
}

/** @returns best cosine and nearness of rows that are no examples, each of shape [M, R]. */
export function similaritiesOf(
  rows: Float32Array,
  { rows: exampleRows, dimensions, routes, routeNames }: HeadExamples,
  centroids: Float32Array,
  product: MatrixProduct,
): { readonly best: Float32Array; readonly nearness: Float32Array } {
  const count = rows.length / dimensions;
  const routeCount = routeNames.length;
  const cosines = product(
    rows,
    transpose(exampleRows, routes.length, dimensions),
    count,
    dimensions,
    routes.length,
  );
  const directions = product(
    rows,
    transpose(centroids, routeCount, dimensions),
    count,
    dimensions,
    routeCount,
  );
  const best = new Float32Array(count * routeCount).fill(-1);
  cosines.forEach((cosine, i) => {
    const slot = Math.floor(i / routes.length) * routeCount + routes[i % routes.length]!;
    best[slot] = Math.max(best[slot]!, cosine);
  });
  return { best, nearness: best.map((cosine, i) => (cosine + directions[i]!) / 2) };
}

/** Turns best cosines into nearness, in place. */
function addCentroids(
  { rows, dimensions, routes, routeNames }: HeadExamples,
  sums: Float32Array,
  best: Float32Array,
  product: MatrixProduct,
): Float32Array {
  const count = routes.length;
  const routeCount = routeNames.length;
  const squares = Float64Array.from({ length: routeCount }, (_, r) => {
    return sums
      .subarray(r * dimensions, (r + 1) * dimensions)
      .reduce((total, value) => total + value * value, 0);
  });
  const dots = product(rows, transpose(sums, routeCount, dimensions), count, dimensions, routeCount);
  for (let example = 0; example < count; example++) {
    for (let r = 0; r < routeCount; r++) {
      const slot = example * routeCount + r;
      // Without x, a sum S has x·(S − x) = x·S − 1 and ‖S − x‖² = ‖S‖² − 2x·S + 1, since ‖x‖ = 1.
      const isOwn = routes[example] === r;
      const dot = dots[slot]! - (isOwn ? 1 : 0);
      const square = squares[r]! - (isOwn ? 2 * dots[slot]! - 1 : 0);
      const centroid = square > 1e-6 ? dot / Math.sqrt(square) : -1;
      best[slot] = (best[slot]! + centroid) / 2;
    }
  }
  return best;
}
