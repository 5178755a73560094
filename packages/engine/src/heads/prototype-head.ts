import { SrError, type FittedHead, type HeadExamples, type HeadState } from '@sr/core';

/**
 * One prototype row per route; a route's score is the dot product of query and prototype.
 * @param prototypes float32, row-major, shape [R, D].
 */
export function prototypeHead(prototypes: Float32Array, routeCount: number, dimensions: number): FittedHead {
  return {
    score: ({ row }) => multiply(prototypes, row, routeCount),
    state: { tensors: { prototypes: { data: prototypes, shape: [routeCount, dimensions] } } },
  };
}

export function restorePrototypeHead(state: HeadState, routeCount: number, dimensions: number): FittedHead {
  const data = state.tensors.prototypes?.data;
  if (data?.length !== routeCount * dimensions) {
    const problem = `prototypes must hold ${routeCount} × ${dimensions} elements, got ${data?.length ?? 'none'}`;
    throw new SrError('SR_SNAPSHOT_INVALID', `The snapshot's head is damaged: ${problem}; build it again.`, {
      problem,
    });
  }
  return prototypeHead(data, routeCount, dimensions);
}

/**
 * Mean row of each route, shape [R, D]. Summed in double precision, so that the order of utterances
 * does not show in the result.
 */
export function routeMeans({ rows, routes, routeNames, dimensions }: HeadExamples): Float32Array {
  const sums = new Float64Array(routeNames.length * dimensions);
  const counts = new Float64Array(routeNames.length);
  routes.forEach((route, example) => {
    counts[route]! += 1;
    for (let i = 0; i < dimensions; i++) sums[route * dimensions + i]! += rows[example * dimensions + i]!;
  });
  return Float32Array.from(sums, (sum, i) => sum / counts[Math.floor(i / dimensions)]!);
}

function multiply(matrix: Float32Array, row: Float32Array, rowCount: number): Float32Array {
  const products = new Float32Array(rowCount);
  for (let r = 0, start = 0; r < rowCount; r++, start += row.length) {
    let sum = 0;
    for (let i = 0; i < row.length; i++) sum += matrix[start + i]! * row[i]!;
    products[r] = sum;
  }
  return products;
}
