import type { HeadExamples } from '@sr/core';

/**
 * Sum of the rows of each route, shape [R, D]. In double precision, so that the order of utterances
 * does not show in the result.
 */
export function routeSums({ rows, routes, routeNames, dimensions }: HeadExamples): Float64Array {
  const sums = new Float64Array(routeNames.length * dimensions);
  routes.forEach((route, example) => {
    for (let i = 0; i < dimensions; i++) sums[route * dimensions + i]! += rows[example * dimensions + i]!;
  });
  return sums;
}
