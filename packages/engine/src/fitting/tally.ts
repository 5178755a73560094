import type { FitObjective } from './objective.ts';
import { measurePrecision, weighOutOfScope } from './precision.ts';
import type { ScoredCase } from './thresholds.ts';

/** Keeps the merit of an objective up to date while cases are accepted one by one, each in constant time. */
export interface Tally {
  accept(one: ScoredCase): void;
  /** −Infinity where the objective is not met. */
  readonly merit: number;
}

/** @param cases all cases, none of them accepted yet. */
export function createTally(cases: readonly ScoredCase[], objective: FitObjective): Tally {
  switch (objective.kind) {
    case 'accuracy':
      return tallyAccuracy(cases);
    case 'macroF1':
      return tallyMacroF1(cases);
    case 'precision':
      return tallyPrecision(cases, objective);
    case 'share':
      return tallyShare(cases.length, objective);
  }
}

function tallyAccuracy(cases: readonly ScoredCase[]): Tally {
  let right = cases.filter(({ expected }) => expected === null).length;
  return {
    accept({ expected, best }) {
      if (expected === best) right += 1;
      else if (expected === null) right -= 1;
    },
    get merit() {
      return right / cases.length;
    },
  };
}

/** The most cases accepted of which enough are right, with the certainty of Wilson's lower bound. */
function tallyPrecision(
  cases: readonly ScoredCase[],
  objective: Extract<FitObjective, { kind: 'precision' }>,
): Tally {
  const weight = weighOutOfScope(cases, objective);
  const accepted = { right: 0, inScope: 0, outOfScope: 0 };
  return {
    accept({ expected, best }) {
      accepted[expected === null ? 'outOfScope' : 'inScope'] += 1;
      if (expected === best) accepted.right += 1;
    },
    get merit() {
      const isEnough = measurePrecision(accepted, weight).low >= objective.atLeast;
      return isEnough ? accepted.inScope + accepted.outOfScope : -Infinity;
    },
  };
}

/** The most cases that the route may take. */
function tallyShare(total: number, { route, atMost }: Extract<FitObjective, { kind: 'share' }>): Tally {
  let taken = 0;
  return {
    accept({ best }) {
      if (best === route) taken += 1;
    },
    get merit() {
      return taken <= atMost * total ? taken : -Infinity;
    },
  };
}

interface RouteCounts {
  cases: number;
  decided: number;
  right: number;
}

function tallyMacroF1(cases: readonly ScoredCase[]): Tally {
  const counts = new Map<string | null, RouteCounts>();
  for (const { expected } of cases) countsOf(counts, expected).cases += 1;
  const none = counts.get(null);
  if (none !== undefined) Object.assign(none, { decided: cases.length, right: none.cases });
  let sum = [...counts.values()].reduce((total, one) => total + f1Of(one), 0);
  let measured = counts.size;

  function update(route: RouteCounts, decided: number, right: number): void {
    const wasMeasured = route.cases + route.decided > 0;
    sum -= f1Of(route);
    route.decided += decided;
    route.right += right;
    sum += f1Of(route);
    if (!wasMeasured) measured += 1;
  }

  return {
    accept({ expected, best }) {
      update(countsOf(counts, best), 1, Number(expected === best));
      if (none !== undefined) update(none, -1, -Number(expected === null));
    },
    get merit() {
      return sum / measured;
    },
  };
}

function countsOf(counts: Map<string | null, RouteCounts>, route: string | null): RouteCounts {
  const known = counts.get(route) ?? { cases: 0, decided: 0, right: 0 };
  counts.set(route, known);
  return known;
}

function f1Of({ cases, decided, right }: RouteCounts): number {
  return cases + decided === 0 ? 0 : (2 * right) / (cases + decided);
}
