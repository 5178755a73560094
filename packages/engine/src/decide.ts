import type { Decision, Reason, ScoreScale } from '@sr/core';

/**
 * A float32 cosine of a vector with itself can fall short of 1 by rounding. Within this tolerance a
 * score counts as having reached its bar, so that a threshold of 1 lets an exact match pass.
 */
export const scoreTolerance = 1e-5;

export interface Candidate<Name extends string> {
  readonly route: Name;
  readonly score: number;
  readonly similarity: number;
  /** The bar that this route has to reach. */
  readonly threshold: number;
}

/** The part of a decision that follows from scores and bars alone. */
export interface Verdict<Name extends string> extends Pick<
  Decision<Name>,
  'route' | 'confidence' | 'threshold' | 'margin'
> {
  readonly reason: Extract<Reason, 'semantic_match' | 'below_threshold' | 'ambiguous'>;
}

export interface DecisionRules {
  /** Reported as the bar where there are no routes. */
  readonly defaultThreshold: number;
  /** Where the best candidate misses its bar, take the best one that reaches its own. */
  readonly allowRunnerUp: boolean;
  readonly scale: ScoreScale;
}

/**
 * Where a decision is made: the best candidate wins if it reaches its own bar. Where it does not, no
 * weaker one slips through, unless the rules allow it.
 * @param ranked best first; empty where there are no routes.
 */
export function decide<Name extends string>(
  ranked: readonly Candidate<Name>[],
  { defaultThreshold, allowRunnerUp, scale }: DecisionRules,
): Verdict<Name> {
  const [best, second] = ranked;
  if (best === undefined) {
    const reason = 'below_threshold';
    return { route: null, confidence: 0, threshold: defaultThreshold, margin: null, reason };
  }
  const accepted = (allowRunnerUp ? ranked : [best]).find(reachesBar);
  const judged = accepted ?? best;
  const rival = judged === best ? second : best;
  return {
    route: accepted?.route ?? null,
    confidence: judged.score,
    threshold: judged.threshold,
    margin: rival === undefined ? null : judged.score - rival.score,
    reason: accepted ? 'semantic_match' : isTorn(best, second, scale) ? 'ambiguous' : 'below_threshold',
  };
}

/** Sure that it is one of two, but not which. Cosines cannot say so: they do not add up. */
function isTorn(best: Candidate<string>, second: Candidate<string> | undefined, scale: ScoreScale): boolean {
  return scale === 'probability' && best.score + (second?.score ?? 0) >= best.threshold;
}

function reachesBar({ score, threshold }: Candidate<string>): boolean {
  return score >= threshold - scoreTolerance;
}
