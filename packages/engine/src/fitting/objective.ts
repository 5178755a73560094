import { measureMacroF1 } from '../metrics/per-route.ts';
import { isRight, type Outcome } from '../outcome.ts';
import { measurePrecision, weighOutOfScope, type AcceptedCounts } from './precision.ts';

/** What thresholds are fitted for. */
export type FitObjective =
  | { readonly kind: 'accuracy' }
  | { readonly kind: 'macroF1' }
  /** Of the queries that a route takes, at least this share is right; as many as possible are taken. */
  | {
      readonly kind: 'precision';
      readonly atLeast: number;
      /** It has to hold where at least this share of queries is out of scope; 0: as many as among the cases. */
      readonly outOfScope: number;
    }
  /** Of these cases, the route takes at most this share. */
  | { readonly kind: 'share'; readonly atMost: number; readonly route: string };

/** Shares of outcomes, in [0, 1]. */
export interface FitFigures {
  readonly accuracy: number;
  readonly macroF1: number;
  /** Share of accepted cases that are right, weighted as the objective asks; null where none is accepted. */
  readonly precision: number | null;
  /** Share of cases that a route takes. */
  readonly coverage: number;
  /** Share of cases that the objective's route takes; null for objectives without one. */
  readonly routeShare: number | null;
}

export function measureFit(outcomes: readonly Outcome[], objective: FitObjective): FitFigures {
  const accepted = outcomes.filter(({ decided }) => decided !== null);
  const share = (part: number) => part / outcomes.length;
  return {
    accuracy: share(outcomes.filter(isRight).length),
    macroF1: measureMacroF1(outcomes)!,
    precision: measurePrecision(countAccepted(accepted), weighOutOfScope(outcomes, objective)).share,
    coverage: share(accepted.length),
    routeShare: objective.kind === 'share' ? share(takenBy(objective.route, accepted)) : null,
  };
}

/** How well outcomes meet an objective; higher is better. A promise that is kept counts more than all else. */
export function meritOf(
  outcomes: readonly Outcome[],
  objective: FitObjective,
  keepsPromise: boolean,
): number {
  const { accuracy, macroF1, precision, coverage, routeShare } = measureFit(outcomes, objective);
  switch (objective.kind) {
    case 'accuracy':
      return accuracy;
    case 'macroF1':
      return macroF1;
    case 'precision':
      return keepsPromise ? 1 + coverage : (precision ?? 0);
    case 'share':
      return keepsPromise ? 1 + accuracy : 1 - routeShare!;
  }
}

/** Whether these very outcomes are as was promised; true of objectives that promise nothing. */
export function isKept(outcomes: readonly Outcome[], objective: FitObjective): boolean {
  const { precision, routeShare } = measureFit(outcomes, objective);
  if (objective.kind === 'precision') return precision !== null && precision >= objective.atLeast;
  return objective.kind !== 'share' || routeShare! <= objective.atMost;
}

/** Whether outcomes let us promise a precision of others: the end of the 95 % interval, and not only the share, is high enough. */
export function canPromise(outcomes: readonly Outcome[], objective: FitObjective): boolean {
  if (objective.kind !== 'precision') return isKept(outcomes, objective);
  const accepted = outcomes.filter(({ decided }) => decided !== null);
  const weight = weighOutOfScope(outcomes, objective);
  return measurePrecision(countAccepted(accepted), weight).low >= objective.atLeast;
}

function takenBy(route: string, accepted: readonly Outcome[]): number {
  return accepted.filter(({ decided }) => decided === route).length;
}

function countAccepted(accepted: readonly Outcome[]): AcceptedCounts {
  const outOfScope = accepted.filter(({ expected }) => expected === null).length;
  return { right: accepted.filter(isRight).length, inScope: accepted.length - outOfScope, outOfScope };
}
