import { median } from './percentile.ts';

/** The median over rounds of figure(numerator) ÷ figure(denominator), both from the same round. */
export function medianRatio<T>(
  numerators: readonly T[],
  denominators: readonly T[],
  figure: (item: T) => number,
): number {
  return median(numerators.map((item, round) => figure(item) / figure(denominators[round]!)));
}
