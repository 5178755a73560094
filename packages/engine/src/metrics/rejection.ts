import type { Figures } from '../evaluation.ts';

/**
 * How well confidence alone tells in-scope from out-of-scope.
 *
 * AUROC is the Mann-Whitney statistic: the share of (in-scope, out-of-scope) pairs in which the
 * in-scope case has more confidence, ties counting half.
 */
export function measureRejection(
  inScope: readonly number[],
  outOfScope: readonly number[],
): Pick<Figures, 'auroc' | 'fpr95'> {
  if (inScope.length === 0 || outOfScope.length === 0) return { auroc: null, fpr95: null };
  const sortedIn = inScope.toSorted((a, b) => a - b);
  const sortedOut = outOfScope.toSorted((a, b) => a - b);
  const bar = sortedIn[sortedIn.length - Math.ceil(0.95 * sortedIn.length)]!;
  return {
    auroc: countWins(sortedIn, sortedOut) / (inScope.length * outOfScope.length),
    fpr95: outOfScope.filter((confidence) => confidence >= bar).length / outOfScope.length,
  };
}

/** Pairs in which the value of the first list is the larger one, ties counting half; both lists ascend. */
function countWins(first: readonly number[], second: readonly number[]): number {
  let wins = 0;
  let below = 0;
  let notAbove = 0;
  for (const value of first) {
    while (below < second.length && second[below]! < value) below++;
    while (notAbove < second.length && second[notAbove]! <= value) notAbove++;
    wins += (below + notAbove) / 2;
  }
  return wins;
}
