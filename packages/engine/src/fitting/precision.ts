import type { FitObjective } from './objective.ts';
import type { ScoredCase } from './thresholds.ts';
import { wilsonInterval } from './wilson.ts';

/** Cases that a route takes. */
export interface AcceptedCounts {
  readonly right: number;
  readonly inScope: number;
  readonly outOfScope: number;
}

export interface Precision {
  /** null where nothing was accepted. */
  readonly share: number | null;
  /** Lower end of its 95 % interval. */
  readonly low: number;
}

/** What the out-of-scope cases stand for. */
export interface OutOfScopeWeight {
  /** What one of them counts, an in-scope case being 1. */
  readonly weight: number;
  /** How many there are, accepted or not. */
  readonly cases: number;
}

/**
 * Who writes cases down thinks of few that are out of scope, and each that is accepted costs precision:
 * they are weighted up to the share that is expected, and never down.
 */
export function weighOutOfScope(
  cases: readonly Pick<ScoredCase, 'expected'>[],
  objective: FitObjective,
): OutOfScopeWeight {
  const outOfScope = cases.filter(({ expected }) => expected === null).length;
  const inScope = cases.length - outOfScope;
  if (objective.kind !== 'precision' || outOfScope === 0) return { weight: 1, cases: outOfScope };
  const share = objective.outOfScope;
  return { weight: Math.max(1, ((share / (1 - share)) * inScope) / outOfScope), cases: outOfScope };
}

/**
 * Wilson's lower bound; where out-of-scope cases are weighted, those of both kinds, put together by
 * square-and-add (Zou and Donner, Statistics in Medicine 2008). A few cases that count for many make
 * the bound low: it is their number that tells how much is known.
 */
export function measurePrecision(
  { right, inScope, outOfScope }: AcceptedCounts,
  { weight, cases }: OutOfScopeWeight,
): Precision {
  const total = inScope + weight * outOfScope;
  if (total === 0) return { share: null, low: 0 };
  if (weight === 1) return { share: right / total, low: wilsonInterval(right, total).low };
  const wrong = inScope - right;
  const moreWrong = inScope * wilsonInterval(wrong, inScope).high - wrong;
  const moreAccepted = weight * (cases * wilsonInterval(outOfScope, cases).high - outOfScope);
  const mostWrong = total - right + Math.hypot(moreWrong, moreAccepted);
  return { share: right / total, low: Math.max(0, 1 - mostWrong / total) };
}
