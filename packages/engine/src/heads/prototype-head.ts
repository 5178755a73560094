import type { FittedHead, HeadExamples, HeadState } from '@sr/core';
import { multiplyRow, routeSums } from './route-rows.ts';
import { stateTensor } from './state-tensor.ts';

/**
 * One prototype row per route; a route's score is the dot product of query and prototype.
 * @param prototypes float32, row-major, shape [R, D].
 */
export function prototypeHead(prototypes: Float32Array, routeCount: number, dimensions: number): FittedHead {
  return {
    score: ({ row }) => multiplyRow(prototypes, row, routeCount),
    explain: ({ row }, route) => [
      { part: 'mean example', value: multiplyRow(prototypes, row, routeCount)[route]! },
    ],
    state: { tensors: { prototypes: { data: prototypes, shape: [routeCount, dimensions] } } },
  };
}

export function restorePrototypeHead(state: HeadState, routeCount: number, dimensions: number): FittedHead {
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
