import { isRight, type Outcome } from '../outcome.ts';
import { midP } from './mid-p.ts';

/** How two runs differ on the same cases. */
export interface OutcomeComparison {
  readonly cases: number;
  /** Positions of cases that were wrong before and are right now. */
  readonly fixed: readonly number[];
  /** Positions of cases that were right before and are wrong now. */
  readonly broken: readonly number[];
  /** Positions of cases that were and are wrong, in different ways. */
  readonly wrongOtherwise: readonly number[];
  /**
   * McNemar's test: how likely a split of fixed and broken at least this uneven would be if both runs
   * were equally good. Mid-p version, two-sided.
   */
  readonly pValue: number;
}

/** @param before and `now`: outcomes of the same cases, in the same order. */
export function compareOutcomes(before: readonly Outcome[], now: readonly Outcome[]): OutcomeComparison {
  if (before.length !== now.length) {
    throw new RangeError(
      `compareOutcomes takes the same cases twice, got ${before.length} and ${now.length}; leave out those that only one run has.`,
    );
  }
  const positions = [...now.keys()];
  const wasRight = (i: number) => isRight(before[i]!);
  const isRightNow = (i: number) => isRight(now[i]!);
  const fixed = positions.filter((i) => !wasRight(i) && isRightNow(i));
  const broken = positions.filter((i) => wasRight(i) && !isRightNow(i));
  const wrongOtherwise = positions.filter(
    (i) => !wasRight(i) && !isRightNow(i) && before[i]!.decided !== now[i]!.decided,
  );
  return { cases: now.length, fixed, broken, wrongOtherwise, pValue: midP(fixed.length, broken.length) };
}
