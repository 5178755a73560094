import type { Decision } from '@sr/core';

/** What became of a labelled case: all that figures are made of, without any text. */
export interface Outcome {
  /** The label; null: no route should match. */
  readonly expected: string | null;
  readonly decided: string | null;
  /** The route of the best score, accepted or not; null where nothing was scored. */
  readonly best: string | null;
  /** Score of the best route, on the head's scale. */
  readonly confidence: number;
}

/** A labelled case with the decision that it got. */
export interface JudgedCase {
  readonly expected: string | null;
  readonly decision: Decision;
}

export function toOutcome({ expected, decision }: JudgedCase): Outcome {
  return {
    expected,
    decided: decision.route,
    best: decision.scores[0]?.route ?? null,
    confidence: decision.confidence,
  };
}

/** For an out-of-scope case, deciding for no route is right. */
export function isRight({ expected, decided }: Outcome): boolean {
  return decided === expected;
}

export function isBestRight({ expected, best }: Pick<Outcome, 'expected' | 'best'>): boolean {
  return expected !== null && best === expected;
}
