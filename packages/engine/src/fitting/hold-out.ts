import type { Outcome } from '../outcome.ts';
import type { FitCandidate, FitRequest, FitSettings } from './fit-request.ts';
import { fitRouteThresholds } from './fit-route-thresholds.ts';
import { fitThreshold } from './fit-threshold.ts';
import { logLoss } from './log-loss.ts';
import { isKept, meritOf } from './objective.ts';
import { applyThresholds, hasOutOfScope, type ScoredCase } from './thresholds.ts';

const foldCount = 5;

export interface Trial {
  /** What becomes of each case with settings that were fitted without its fold. */
  readonly heldOut: readonly Outcome[];
  /** By all cases. */
  readonly fitted: { readonly settings: FitSettings; readonly outcomes: readonly Outcome[] };
}

/** The way of fitting whose held-out outcomes are best; of equally good ones the simpler. */
export function bestTrial(request: FitRequest): Trial | null {
  const ways = request.objective.kind === 'accuracy' ? [false, true] : [false];
  const trials = ways.map((perRoute) => tryWay(request, perRoute)).filter((trial) => trial !== null);
  const merit = ({ heldOut }: Trial) =>
    meritOf(heldOut, request.objective, isKept(heldOut, request.objective));
  return trials.reduce<Trial | null>(
    (best, trial) => (best === null || merit(trial) > merit(best) ? trial : best),
    null,
  );
}

function tryWay(request: FitRequest, perRoute: boolean): Trial | null {
  const { cases } = request.candidates[0]!;
  const folds = foldsOf(cases);
  const heldOut: Outcome[] = [];
  for (let fold = 0; fold < foldCount; fold++) {
    const seen = fitOn(request, (i) => folds[i] !== fold, perRoute);
    if (seen === null) return null;
    folds.forEach((other, i) => {
      if (other === fold) heldOut[i] = seen.outcomes[i]!;
    });
  }
  const fitted = fitOn(request, () => true, perRoute);
  return fitted && { heldOut, fitted };
}

/** Settings by the cases of some positions, and what becomes of all cases with them. */
function fitOn(
  request: FitRequest,
  isSeen: (position: number) => boolean,
  perRoute: boolean,
): Trial['fitted'] | null {
  const { present, objective, scale } = request;
  const { expectedOutOfScope, cases } = bestCandidate(request, isSeen);
  const seen = cases.filter((_, i) => isSeen(i));
  const threshold = fitThreshold(seen, objective, scale);
  if (threshold === null) return null;
  const thresholds =
    objective.kind === 'share'
      ? { ...present, routes: { ...present.routes, [objective.route]: threshold } }
      : { router: threshold, routes: perRoute ? fitRouteThresholds(seen, threshold, scale) : {} };
  return { settings: { expectedOutOfScope, thresholds }, outcomes: applyThresholds(cases, thresholds) };
}

/** The one whose probabilities the cases fit best. The threshold cannot choose: each can be moved to suit it. */
function bestCandidate(
  { candidates, objective }: FitRequest,
  isSeen: (position: number) => boolean,
): FitCandidate {
  const asItIs = candidates[0]!;
  // A promise takes π for what is to come, not for what these cases happen to hold.
  const isPromise = objective.kind === 'precision' || objective.kind === 'share';
  if (isPromise || !hasOutOfScope(asItIs.cases)) return asItIs;
  const losses = candidates.map(({ cases }) => logLoss(cases.filter((_, i) => isSeen(i))));
  return candidates[losses.indexOf(Math.min(...losses))]!;
}

/** Folds that hold each label in equal parts. */
function foldsOf(cases: readonly ScoredCase[]): number[] {
  const byLabel = [...cases.keys()].sort((a, b) => compare(cases[a]!.expected, cases[b]!.expected) || a - b);
  const folds: number[] = [];
  byLabel.forEach((position, rank) => (folds[position] = rank % foldCount));
  return folds;
}

function compare(a: string | null, b: string | null): number {
  if (a === b) return 0;
  return (a ?? '') < (b ?? '') ? -1 : 1;
}
