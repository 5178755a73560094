import {
  compareOutcomes,
  figureNames,
  measureFigures,
  type FigureName,
  type Outcome,
  type OutcomeComparison,
} from '@sr/engine';
import type { SavedOutcome, SavedRun } from './saved-run.ts';

/** How this run differs from a saved one on the cases that both have. Positions are those of this run. */
export interface RunComparison extends OutcomeComparison {
  /** Cases that only the saved run has, their text or label having changed since. */
  readonly onlyBefore: number;
  readonly onlyNow: number;
  readonly figures: Readonly<Record<FigureName, { before: number | null; now: number | null }>>;
  /** What was decided before, for each position that is named. */
  readonly decidedBefore: Readonly<Record<number, string | null>>;
}

export function compareRuns(baseline: SavedRun, outcomes: readonly SavedOutcome[]): RunComparison {
  const saved = new Map(baseline.outcomes.map((outcome) => [outcome.id, outcome]));
  const shared = [...outcomes.keys()].filter((i) => saved.has(outcomes[i]!.id));
  const now = shared.map((i) => outcomes[i]!);
  const before = now.map(({ id }) => saved.get(id)!);
  const { fixed, broken, wrongOtherwise, ...comparison } = compareOutcomes(before, now);
  const changed = [...fixed, ...broken, ...wrongOtherwise];
  const toPosition = (i: number) => shared[i]!;
  return {
    ...comparison,
    fixed: fixed.map(toPosition),
    broken: broken.map(toPosition),
    wrongOtherwise: wrongOtherwise.map(toPosition),
    onlyBefore: saved.size - new Set(now.map(({ id }) => id)).size,
    onlyNow: outcomes.length - shared.length,
    figures: compareFigures(before, now),
    decidedBefore: Object.fromEntries(changed.map((i) => [toPosition(i), before[i]!.decided])),
  };
}

function compareFigures(before: readonly Outcome[], now: readonly Outcome[]): RunComparison['figures'] {
  const [figuresBefore, figuresNow] = [measureFigures(before), measureFigures(now)];
  return Object.fromEntries(
    figureNames.map((name) => [name, { before: figuresBefore[name], now: figuresNow[name] }]),
  ) as RunComparison['figures'];
}
