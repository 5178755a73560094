/** A query and the route that it should take; null: no route should match. */
export interface LabelledCase<Name extends string = string> {
  readonly text: string;
  readonly route: Name | null;
}

/** What `evaluate` measures. Shares are in [0, 1]; null where there is nothing to measure it on. */
export interface Evaluation {
  readonly cases: number;
  readonly inScope: number;
  readonly outOfScope: number;
  /** Share of all cases decided rightly; for out-of-scope cases, null is right. */
  readonly accuracy: number | null;
  /** Share of in-scope cases whose best route is right, whatever the threshold says. */
  readonly top1: number | null;
  /** Share of in-scope cases decided rightly. */
  readonly inScopeAccuracy: number | null;
  /** Share of out-of-scope cases decided as null. */
  readonly outOfScopeRecall: number | null;
  /** Probability that a random in-scope case has more confidence than a random out-of-scope case; ties count half. */
  readonly auroc: number | null;
  /** Share of out-of-scope cases that would be accepted at the bar which accepts 95 % of in-scope cases. */
  readonly fpr95: number | null;
  /** Mean F1 over the routes, and over "none" where there are out-of-scope cases. */
  readonly macroF1: number | null;
  /**
   * Expected calibration error: mean distance between confidence and the share of best routes that are
   * right, over 15 bins of equal width on [0, 1], weighted by cases (Naeini et al., AAAI 2015).
   */
  readonly ece: number | null;
  /** By route name, in the router's order. */
  readonly perRoute: Readonly<Record<string, RouteEvaluation>>;
  /** Wrong decisions by expected and decided route, most frequent first. */
  readonly confusions: readonly Confusion[];
  readonly latencyMs: Readonly<Record<'encode' | 'decide' | 'total', Percentiles>>;
}

export interface RouteEvaluation {
  /** Cases labelled with this route. */
  readonly cases: number;
  /** Cases decided for this route. */
  readonly decided: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

export interface Confusion {
  readonly expected: string | null;
  readonly decided: string | null;
  readonly count: number;
}

/** Milliseconds; 0 without cases. `decide` is everything after encoding. */
export interface Percentiles {
  readonly p50: number;
  readonly p99: number;
}
