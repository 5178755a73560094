import type { Interval } from '../evaluation.ts';

/** Of the standard normal distribution, for two-sided 95 %. */
const z = 1.96;

/** Wilson's 95 % interval of a share (Journal of the American Statistical Association 1927); all of [0, 1] without trials. */
export function wilsonInterval(successes: number, trials: number): Interval {
  if (trials === 0) return { low: 0, high: 1 };
  const share = successes / trials;
  const centre = share + (z * z) / (2 * trials);
  const spread = z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  const scale = 1 + (z * z) / trials;
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
}
