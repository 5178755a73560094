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

/** @returns the dot product of `row` with each row of `matrix`, shape [rowCount]. */
export function multiplyRow(matrix: Float32Array, row: Float32Array, rowCount: number): Float32Array {
  const products = new Float32Array(rowCount);
  for (let r = 0, start = 0; r < rowCount; r++, start += row.length) {
    let sum = 0;
    for (let i = 0; i < row.length; i++) sum += matrix[start + i]! * row[i]!;
    products[r] = sum;
  }
  return products;
}
