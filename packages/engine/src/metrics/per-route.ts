import type { JudgedCase } from '../evaluate.ts';
import type { Confusion, Evaluation, RouteEvaluation } from '../evaluation.ts';

/** Precision, recall and F1 of each route, their mean, and what was taken for what. */
export function measureRoutes(
  judged: readonly JudgedCase[],
  routeNames: readonly string[],
): Pick<Evaluation, 'macroF1' | 'perRoute' | 'confusions'> {
  const measured = new Map(routeNames.map((name) => [name as string | null, measureRoute(judged, name)]));
  const perRoute = Object.fromEntries(measured) as Record<string, RouteEvaluation>;
  if (judged.some(({ expected }) => expected === null)) measured.set(null, measureRoute(judged, null));
  const f1s = [...measured.values()].map(({ f1 }) => f1).filter((f1) => f1 !== null);
  return {
    macroF1: f1s.length === 0 ? null : f1s.reduce((sum, f1) => sum + f1, 0) / f1s.length,
    perRoute,
    confusions: countConfusions(judged),
  };
}

function measureRoute(judged: readonly JudgedCase[], name: string | null): RouteEvaluation {
  const labelled = judged.filter(({ expected }) => expected === name);
  const right = labelled.filter(({ decision }) => decision.route === name).length;
  const decided = judged.filter(({ decision }) => decision.route === name).length;
  return {
    cases: labelled.length,
    decided,
    precision: ratio(right, decided),
    recall: ratio(right, labelled.length),
    f1: ratio(2 * right, decided + labelled.length),
  };
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function countConfusions(judged: readonly JudgedCase[]): Confusion[] {
  const counts = new Map<string, Confusion & { count: number }>();
  for (const { expected, decision } of judged) {
    if (decision.route === expected) continue;
    const key = JSON.stringify([expected, decision.route]);
    const confusion = counts.get(key) ?? { expected, decided: decision.route, count: 0 };
    confusion.count += 1;
    counts.set(key, confusion);
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}
