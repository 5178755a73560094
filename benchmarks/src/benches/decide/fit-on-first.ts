import type { Head, HeadExamples } from '@sr/core';

/**
 * The head, fitted on the first so many examples of each route. What a decision costs depends on routes,
 * dimensions and the rows in the index, not on how many examples the weights were learned from; what a
 * fit costs does.
 */
export function fitOnFirst(head: Head, perRoute: number): Head {
  return { ...head, fit: (examples, options) => head.fit(takeFirst(examples, perRoute), options) };
}

function takeFirst(examples: HeadExamples, perRoute: number): HeadExamples {
  const { rows, dimensions, texts, routes, routeNames, negatives } = examples;
  const seen = routeNames.map(() => 0);
  const taken = [...routes.keys()].filter((i) => seen[routes[i]!]!++ < perRoute);
  const takenRows = new Float32Array(taken.length * dimensions);
  taken.forEach((from, to) => {
    takenRows.set(rows.subarray(from * dimensions, (from + 1) * dimensions), to * dimensions);
  });
  return {
    rows: takenRows,
    dimensions,
    texts: taken.map((i) => texts[i]!),
    routes: Int32Array.from(taken, (i) => routes[i]!),
    routeNames,
    negatives,
  };
}
