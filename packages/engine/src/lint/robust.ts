/** The middle value, the upper one of two; NaN of nothing. */
export function median(values: readonly number[]): number {
  return Float64Array.from(values).sort()[Math.floor(values.length / 2)] ?? NaN;
}

/**
 * Median distance from the median, scaled to the standard deviation of a normal distribution. What is
 * looked for, the few values far off, does not stretch it.
 */
export function robustSpread(values: readonly number[]): number {
  const middle = median(values);
  return 1.4826 * median(values.map((value) => Math.abs(value - middle)));
}

/**
 * The share that is at least behind `count` of `total`, at 99 % certainty (Wilson 1927). Few cases
 * prove little: 1 of 2 gives 0.07, 100 of 200 gives 0.42.
 */
export function shareAtLeast(count: number, total: number): number {
  const z = 2.326;
  const share = count / total;
  const centre = share + (z * z) / (2 * total);
  const spread = z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total));
  return (centre - spread) / (1 + (z * z) / total);
}
