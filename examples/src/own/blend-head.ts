import type { FittedHead, Head, HeadExamples } from '@sr/core';

/** A route's score: halfway between its best utterance (`max`) and the direction of its mean (`centroid`). */
export const blendHead: Head = {
  contract: 'head/1',
  id: 'blend',
  scale: 'cosine',
  defaultThreshold: 0.5,
  fit: (examples) => blend(centroids(examples), examples.dimensions),
  restore: ({ tensors }, _routeCount, dimensions) =>
    blend(Float32Array.from(tensors.centroids!.data), dimensions),
};

/** @param centroids float32, unit length, shape [R, D]: all that this head has learned. */
function blend(centroids: Float32Array, dimensions: number): FittedHead {
  return {
    score: ({ row, bestSimilarity }) =>
      bestSimilarity.map((best, route) => (best + dot(centroids, route * dimensions, row)) / 2),
    state: {
      tensors: { centroids: { data: centroids, shape: [centroids.length / dimensions, dimensions] } },
    },
  };
}

function centroids({ rows, routes, routeNames, dimensions }: HeadExamples): Float32Array {
  const sums = new Float32Array(routeNames.length * dimensions);
  rows.forEach((value, i) => {
    const route = routes[Math.floor(i / dimensions)]!;
    sums[route * dimensions + (i % dimensions)]! += value;
  });
  for (let start = 0; start < sums.length; start += dimensions) {
    const sum = sums.subarray(start, start + dimensions);
    const norm = Math.sqrt(dot(sum, 0, sum));
    sum.forEach((value, i) => (sum[i] = value / norm));
  }
  return sums;
}

function dot(matrix: Float32Array, start: number, row: Float32Array): number {
  return row.reduce((sum, value, i) => sum + value * matrix[start + i]!, 0);
}
