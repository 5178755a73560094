import type { Percentiles } from '../evaluation.ts';

/** Nearest-rank percentiles of values in any order. */
export function percentiles(values: readonly number[]): Percentiles {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (percent: number) => sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0;
  return { p50: at(50), p99: at(99) };
}
