import type { Evaluation } from '../evaluation.ts';

/**
 * How well confidence alone tells in-scope from out-of-scope.
 *
 * AUROC is the Mann-Whitney statistic: the share of (in-scope, out-of-scope) pairs in which the
 * in-scope case has more confidence, ties counting half.
 */
export function measureRejection(
  inScope: readonly number[],
  outOfScope: readonly number[],
): Pick<Evaluation, 'auroc' | 'fpr95'> {
  if (inScope.length === 0 || outOfScope.length === 0) return { auroc: null, fpr95: null };
  const sortedOut = outOfScope.toSorted((a, b) => a - b);
  const wins = inScope.reduce((sum, confidence) => {
    const below = countBelow(sortedOut, confidence, false);
    const belowOrEqual = countBelow(sortedOut, confidence, true);
    return sum + (below + belowOrEqual) / 2;
  }, 0);

  const bar = inScope.toSorted((a, b) => b - a)[Math.ceil(0.95 * inScope.length) - 1]!;
  return {
    auroc: wins / (inScope.length * outOfScope.length),
    fpr95: (outOfScope.length - countBelow(sortedOut, bar, false)) / outOfScope.length,
  };
}

/** How many of the ascending `sorted` are below `value`, or not above it where `orEqual`. */
function countBelow(sorted: readonly number[], value: number, orEqual: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value || (orEqual && sorted[middle] === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
