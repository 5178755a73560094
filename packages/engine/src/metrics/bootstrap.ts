import { figureNames, type FigureName, type Figures, type Interval } from '../evaluation.ts';
import type { Outcome } from '../outcome.ts';
import { measureFigures } from './figures.ts';

const resampleCount = 1000;

/**
 * 95 % intervals by the percentile bootstrap: the figures of 1,000 draws of as many cases, with
 * replacement; from the 2.5th to the 97.5th percentile of them (Efron and Tibshirani, 1993, chapter 13).
 * The draws are the same for the same number of cases. They tell how far other cases of the same kind
 * would move a figure, not how far cases of another kind would.
 * @returns null for a figure that more than half of the draws have no cases for.
 */
export function bootstrapIntervals(outcomes: readonly Outcome[]): Record<FigureName, Interval | null> {
  const drawn = drawFigures(outcomes);
  return Object.fromEntries(
    figureNames.map((name) => [name, interval(drawn.map((figures) => figures[name]))]),
  ) as Record<FigureName, Interval | null>;
}

function drawFigures(outcomes: readonly Outcome[]): Figures[] {
  if (outcomes.length === 0) return [];
  // In order of confidence, since the figures sort by it, and what is sorted is sorted fast.
  const ordered = outcomes.toSorted((a, b) => a.confidence - b.confidence);
  const random = linearCongruential(1);
  return Array.from({ length: resampleCount }, () => {
    const picked = Int32Array.from(ordered, () => Math.floor(random() * ordered.length)).sort();
    return measureFigures(Array.from(picked, (i) => ordered[i]!));
  });
}

function interval(values: readonly (number | null)[]): Interval | null {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (sorted.length * 2 <= values.length) return null;
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!;
  return { low: at(0.025), high: at(0.975) };
}

/** Numbers in [0, 1), the same on every machine: the generator of Numerical Recipes, whose high bits are good enough to draw with. */
function linearCongruential(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
