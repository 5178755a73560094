import { isBestRight } from '../outcome.ts';
import type { ScoredCase } from './thresholds.ts';

/** Keeps one sure mistake from outweighing all else. */
const surest = 1 - 1e-6;

/** Mean −ln of the probability that was given to what is the case: the best route is right, or it is not. */
export function logLoss(cases: readonly ScoredCase[]): number {
  const losses = cases.map((one) => {
    const probability = isBestRight(one) ? one.confidence : 1 - one.confidence;
    return -Math.log(Math.min(surest, Math.max(1 - surest, probability)));
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / cases.length;
}
