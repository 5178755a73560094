import type { FittedHead, HeadExamples, HeadState } from '@sr/core';
import { routeSums } from './route-sums.ts';
import { createRowProducts } from './row-products.ts';
import { stateTensor } from './state-tensor.ts';

/**
 * One prototype row per route; a route's score is the dot product of query and prototype.
 * @param prototypes float32, row-major, shape [R, D].
 */
export async function prototypeHead(
  prototypes: Float32Array,
  routeCount: number,
  dimensions: number,
): Promise<FittedHead> {
  const products = await createRowProducts(prototypes, dimensions);
  return {
    score: ({ row }) => products(row),
    explain: ({ row }, route) => [{ part: 'mean example', value: products(row)[route]! }],
    state: { tensors: { prototypes: { data: prototypes, shape: [routeCount, dimensions] } } },
  };
}

export function restorePrototypeHead(
  state: HeadState,
  routeCount: number,
  dimensions: number,
): Promise<FittedHead> {
  const prototypes = stateTensor(state, 'prototypes', Float32Array, routeCount * dimensions);
  return prototypeHead(prototypes, routeCount, dimensions);
}

/** Mean row of each route, shape [R, D]. */
export function routeMeans(examples: HeadExamples): Float32Array {
  const { routes, routeNames, dimensions } = examples;
  const counts = new Int32Array(routeNames.length);
  for (const route of routes) counts[route]! += 1;
  return Float32Array.from(routeSums(examples), (sum, i) => sum / counts[Math.floor(i / dimensions)]!);
}
