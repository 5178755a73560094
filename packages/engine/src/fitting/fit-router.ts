import type { Outcome } from '../outcome.ts';
import type { FitRequest, FitSettings } from './fit-request.ts';
import { bestTrial } from './hold-out.ts';
import { canPromise, isKept, measureFit, meritOf, type FitFigures, type FitObjective } from './objective.ts';
import { applyThresholds, hasOutOfScope, type ScoredCase } from './thresholds.ts';

export interface RouterFit {
  /** `unattainable`: no threshold meets the objective; `nothing_to_reject`: see `fitRouter`. */
  readonly result: 'improved' | 'not_better' | 'unattainable' | 'nothing_to_reject';
  /** What to use; the present settings unless `improved`. */
  readonly settings: FitSettings;
  /** With the present settings. */
  readonly present: FitFigures;
  /** With settings that were fitted without the case in question; null where nothing could be fitted. */
  readonly heldOut: FitFigures | null;
  /** On the cases that the settings were fitted on: flatters them. */
  readonly training: FitFigures | null;
}

/** Fewer cases than this decide nothing. */
export const fewestFitCases = 20;

/**
 * Fits thresholds, and with several candidates π, on labelled cases that are scored already: nothing is
 * encoded, and the same cases give the same result. All settings are judged on cases that they were not
 * fitted on; only whether routes get thresholds of their own is chosen by those very figures, which
 * flatters them by the better of two. Where that is no better than what is there, it stays.
 *
 * Without a case that no route should take, accepting everything is always best for accuracy: such
 * cases cannot set a threshold.
 * @throws RangeError for fewer than 20 cases.
 */
export function fitRouter(request: FitRequest): RouterFit {
  const { candidates, present, objective } = request;
  const asItIs = candidates[0]!;
  if (asItIs.cases.length < fewestFitCases) {
    throw new RangeError(
      `fitRouter takes at least ${fewestFitCases} cases, got ${asItIs.cases.length}; label more.`,
    );
  }
  const outcomes = applyThresholds(asItIs.cases, present);
  const kept = {
    settings: { expectedOutOfScope: asItIs.expectedOutOfScope, thresholds: present },
    present: measureFit(outcomes, objective),
    heldOut: null,
    training: null,
  };
  if (!canReject(asItIs.cases, objective)) return { result: 'nothing_to_reject', ...kept };
  const trial = bestTrial(request);
  if (trial === null) return { result: 'unattainable', ...kept };

  const { heldOut, fitted } = trial;
  const figures = {
    heldOut: measureFit(heldOut, objective),
    training: measureFit(fitted.outcomes, objective),
  };
  if (!isBetter(heldOut, outcomes, objective)) return { result: 'not_better', ...kept, ...figures };
  return { result: 'improved', ...kept, ...figures, settings: fitted.settings };
}

/**
 * Held-out cases show by themselves whether a promise holds on others. What is there was perhaps fitted on
 * these cases: it has to keep the promise with room to spare.
 */
function isBetter(
  heldOut: readonly Outcome[],
  present: readonly Outcome[],
  objective: FitObjective,
): boolean {
  return (
    meritOf(heldOut, objective, isKept(heldOut, objective)) >
    meritOf(present, objective, canPromise(present, objective))
  );
}

function canReject(cases: readonly ScoredCase[], { kind }: FitObjective): boolean {
  return kind === 'precision' || kind === 'share' || hasOutOfScope(cases);
}
