import type { Confusion, RouteEvaluation } from '../evaluation.ts';
import { isRight, type Outcome } from '../outcome.ts';

/** Precision, recall and F1 of each route. */
export function measureEachRoute(
  outcomes: readonly Outcome[],
  routeNames: readonly string[],
): Record<string, RouteEvaluation> {
  const counts = countRoutes(outcomes);
  return Object.fromEntries(
    routeNames.map((name) => {
      const { cases, decided, right } = counts.get(name) ?? noCounts;
      const precision = ratio(right, decided);
      const recall = ratio(right, cases);
      return [name, { cases, decided, precision, recall, f1: ratio(2 * right, decided + cases) }];
    }),
  );
}

/**
 * Mean F1 of the routes that were expected or decided. "None" is one of them where it was expected:
 * deciding for no route is only right or wrong where there are such cases to find.
 */
export function measureMacroF1(outcomes: readonly Outcome[]): number | null {
  const counts = countRoutes(outcomes);
  if (counts.get(null)?.cases === 0) counts.delete(null);
  const f1s = [...counts.values()].map(({ cases, decided, right }) => (2 * right) / (decided + cases));
  return f1s.length === 0 ? null : f1s.reduce((sum, f1) => sum + f1, 0) / f1s.length;
}

/** Wrong decisions by expected and decided route, most frequent first. */
export function findConfusions(outcomes: readonly Outcome[]): Confusion[] {
  const found = new Map<string, Confusion & { positions: number[] }>();
  outcomes.forEach((outcome, position) => {
    if (isRight(outcome)) return;
    const { expected, decided } = outcome;
    const key = JSON.stringify([expected, decided]);
    const confusion = found.get(key);
    if (confusion === undefined) found.set(key, { expected, decided, count: 1, positions: [position] });
    else confusion.positions.push(position);
  });
  return [...found.values()]
    .map((confusion) => ({ ...confusion, count: confusion.positions.length }))
    .sort((a, b) => b.count - a.count);
}

interface RouteCounts {
  readonly cases: number;
  readonly decided: number;
  readonly right: number;
}

const noCounts: RouteCounts = { cases: 0, decided: 0, right: 0 };

function countRoutes(outcomes: readonly Outcome[]): Map<string | null, RouteCounts> {
  const counts = new Map<string | null, { cases: number; decided: number; right: number }>();
  const countsOf = (route: string | null) => {
    const known = counts.get(route);
    if (known !== undefined) return known;
    const fresh = { ...noCounts };
    counts.set(route, fresh);
    return fresh;
  };
  for (const outcome of outcomes) {
    countsOf(outcome.expected).cases += 1;
    countsOf(outcome.decided).decided += 1;
    if (isRight(outcome)) countsOf(outcome.expected).right += 1;
  }
  return counts;
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
