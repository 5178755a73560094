import type { FittedHead, Head, HeadExamples } from '@sr/core';
import { takeRows } from '../take-rows.ts';

const foldCount = 5;

/**
 * What each route scores at best for an utterance of its own that the head has not learned from.
 * @param isUtterance which examples may be held back; labels are always learned from.
 * @returns one score per route; NaN for a route whose one example could not be held back.
 */
export async function reachedScores(
  examples: HeadExamples,
  isUtterance: readonly boolean[],
  head: Head,
  signal: AbortSignal | undefined,
): Promise<readonly number[]> {
  const folds = assignFolds(examples, isUtterance);
  const reached = examples.routeNames.map(() => NaN);
  for (let fold = 0; fold < foldCount; fold++) {
    const held = [...folds.keys()].filter((i) => folds[i] === fold);
    if (held.length === 0) continue;
    const seen = select(
      examples,
      [...folds.keys()].filter((i) => folds[i] !== fold),
    );
    const fitted = await head.fit(seen, signal && { signal });
    for (const i of held) {
      const route = examples.routes[i]!;
      const score = scoreExample(fitted, examples, i, seen)[route]!;
      reached[route] = Math.max(score, reached[route]! || -Infinity); // NaN at first
    }
  }
  return reached;
}

/** The utterances of a route in turn; −1 for what is never held back. */
function assignFolds({ routes, routeNames }: HeadExamples, isUtterance: readonly boolean[]): number[] {
  const sizes = routeNames.map(() => 0);
  for (const route of routes) sizes[route]! += 1;
  const next = routeNames.map((_, route) => route); // so that small routes do not all crowd the first fold
  return Array.from(routes, (route, i) =>
    isUtterance[i] && sizes[route]! > 1 ? next[route]!++ % foldCount : -1,
  );
}

function select(examples: HeadExamples, positions: readonly number[]): HeadExamples {
  return {
    ...examples,
    rows: takeRows(examples.rows, examples.dimensions, positions),
    texts: positions.map((i) => examples.texts[i]!),
    routes: Int32Array.from(positions, (i) => examples.routes[i]!),
  };
}

function scoreExample(
  fitted: FittedHead,
  { rows, dimensions, texts }: HeadExamples,
  example: number,
  seen: HeadExamples,
): Float32Array {
  const row = rows.subarray(example * dimensions, (example + 1) * dimensions);
  const bestSimilarity = new Float32Array(seen.routeNames.length).fill(-1);
  seen.routes.forEach((route, other) => {
    let cosine = 0;
    for (let d = 0; d < dimensions; d++) cosine += row[d]! * seen.rows[other * dimensions + d]!;
    bestSimilarity[route] = Math.max(bestSimilarity[route]!, cosine);
  });
  return fitted.score({ row, text: texts[example], bestSimilarity });
}
