import type { Decision, Reason } from '@sr/core';

/**
 * A float32 cosine of a vector with itself can fall short of 1 by rounding. Within this tolerance a
 * score counts as having reached its bar, so that a threshold of 1 lets an exact match pass.
 */
const scoreTolerance = 1e-5;

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
  readonly reason: Extract<Reason, 'semantic_match' | 'below_threshold'>;
}

/**
 * Where a decision is made: the best candidate wins if it reaches its own bar. Where it does not, no
 * weaker one slips through, unless `allowRunnerUp` asks for the best one that reaches its bar.
 * @param ranked best first; empty where there are no routes.
 * @param defaultThreshold reported as the bar where there are no routes.
 */
export function decide<Name extends string>(
  ranked: readonly Candidate<Name>[],
  defaultThreshold: number,
  allowRunnerUp: boolean,
): Verdict<Name> {
  const best = ranked[0];
  if (best === undefined) {
    return {
      route: null,
      confidence: 0,
      threshold: defaultThreshold,
      margin: null,
      reason: 'below_threshold',
    };
  }
  const accepted = allowRunnerUp ? ranked.find(reachesBar) : ranked.slice(0, 1).find(reachesBar);
  const judged = accepted ?? best;
  return {
    route: accepted === undefined ? null : accepted.route,
    confidence: judged.score,
    threshold: judged.threshold,
    margin: marginOf(judged, ranked),
    reason: accepted === undefined ? 'below_threshold' : 'semantic_match',
  };
}

function reachesBar({ score, threshold }: Candidate<string>): boolean {
  return score >= threshold - scoreTolerance;
}

function marginOf(judged: Candidate<string>, ranked: readonly Candidate<string>[]): number | null {
  const rival = ranked.find((candidate) => candidate !== judged);
  return rival === undefined ? null : judged.score - rival.score;
}
