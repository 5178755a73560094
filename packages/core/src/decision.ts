import type { ScorePart } from './head.ts';
import type { Reason } from './reason.ts';

/** Which route, which model, how sure, and why. Plain JSON; holds no text unless `explain` was asked for. */
export interface Decision<Name extends string = string> {
  /** Unique per decision. */
  readonly id: string;
  /** null: no route is sure enough. */
  readonly route: Name | null;
  /** The route's model, or the router's fallback where no route matched; null where none is named. */
  readonly model: string | null;
  /** Score of the best route, accepted or not, on the head's scale; 0 where nothing was scored. */
  readonly confidence: number;
  /** The bar that the best route had to reach. */
  readonly threshold: number;
  /** Distance from the best score to the runner-up's; null with fewer than two routes. */
  readonly margin: number | null;
  readonly reason: Reason;
  /** One entry for each route that could have been chosen, best first. */
  readonly scores: readonly RouteScore<Name>[];
  readonly timingsMs: DecisionTimings;
  /** Id of the encoder whose rows were compared. */
  readonly encoder: string;
  /** Present where the text was longer than the encoder reads. */
  readonly truncated?: true;
  /**
   * Present where `explain` was asked for: the utterances nearest to the query, best first, and in any
   * case the nearest of the best route and of its rival.
   */
  readonly evidence?: readonly Evidence<Name>[];
  /** Present where `explain` was asked for and there is a route to explain. */
  readonly explanation?: Explanation<Name>;
}

/** Why the best route got its score, and what would have changed the decision. */
export interface Explanation<Name extends string = string> {
  readonly route: Name;
  /** The strongest other route. */
  readonly rival: Name | null;
  /**
   * Parts that add up to the route's score, or to its log-odds ln(p / (1 − p)) where scores are
   * probabilities. Empty for a score that has no parts: that of an example asked word for word, of a
   * vetoed route, or of a head that does not explain.
   */
  readonly parts: readonly ScorePart[];
  /** The route is taken at any threshold up to this one. */
  readonly acceptedUpTo: number;
  /** How much the score may fall, or the rival's rise, before the rival is best; null without a rival. */
  readonly rivalWinsBy: number | null;
}

export interface RouteScore<Name extends string = string> {
  readonly route: Name;
  /** On the head's scale. */
  readonly score: number;
  /** Best cosine with any utterance of the route, in [−1, 1]. */
  readonly similarity: number;
}

export interface Evidence<Name extends string = string> {
  readonly route: Name;
  readonly utterance: string;
  /** Cosine with the query, in [−1, 1]. */
  readonly similarity: number;
  /** The bar of the utterance's route. */
  readonly threshold: number;
  /** The route's score minus that bar: at 0 or above, the route would be accepted. */
  readonly margin: number;
}

/** Milliseconds per step; 0 for a step that did not run. */
export interface DecisionTimings {
  readonly encode: number;
  readonly search: number;
  readonly decide: number;
}
