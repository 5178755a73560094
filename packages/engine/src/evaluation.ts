/** A query and the route that it should take; null: no route should match. */
export interface LabelledCase<Name extends string = string> {
  readonly text: string;
  readonly route: Name | null;
}

/** The names of `Figures`, in the order that they are shown. */
export const figureNames = [
  'accuracy',
  'top1',
  'inScopeAccuracy',
  'outOfScopeRecall',
  'precision',
  'coverage',
  'auroc',
  'fpr95',
  'macroF1',
  'ece',
] as const satisfies readonly (keyof Figures)[];

export type FigureName = (typeof figureNames)[number];

/** Shares in [0, 1]; null where there is nothing to measure one on. */
export interface Figures {
  /** Share of all cases decided rightly; for out-of-scope cases, null is right. */
  readonly accuracy: number | null;
  /** Share of in-scope cases whose best route is right, whatever the threshold says. */
  readonly top1: number | null;
  /** Share of in-scope cases decided rightly. */
  readonly inScopeAccuracy: number | null;
  /** Share of out-of-scope cases decided as null. */
  readonly outOfScopeRecall: number | null;
  /** Share of the cases that a route takes which are decided rightly. */
  readonly precision: number | null;
  /** Share of all cases that a route takes. */
  readonly coverage: number | null;
  /** Probability that a random in-scope case has more confidence than a random out-of-scope case; ties count half. */
  readonly auroc: number | null;
  /** Share of out-of-scope cases that would be accepted at the bar which accepts 95 % of in-scope cases; lower is better. */
  readonly fpr95: number | null;
  /** Mean F1 over the routes that were expected or decided, "none" among them. */
  readonly macroF1: number | null;
  /**
   * Expected calibration error: mean distance between confidence and the share of best routes that are
   * right, over the bins of `reliability`, weighted by cases (Naeini et al., AAAI 2015); lower is better.
   */
  readonly ece: number | null;
}

/** What `evaluate` measures. */
export interface Evaluation extends Figures {
  readonly cases: number;
  readonly inScope: number;
  readonly outOfScope: number;
  /** By route name, in the router's order. */
  readonly perRoute: Readonly<Record<string, RouteEvaluation>>;
  /** Wrong decisions by expected and decided route, most frequent first. */
  readonly confusions: readonly Confusion[];
  readonly latencyMs: Readonly<Record<'encode' | 'decide' | 'total', Percentiles>>;
  /** Bins of equal width on [0, 1], lowest first. */
  readonly reliability: readonly ReliabilityBin[];
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
  /** Of its cases, from 0, in the order that they were decided. */
  readonly positions: readonly number[];
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface ReliabilityBin {
  /** Confidences from here … */
  readonly from: number;
  /** … to here, which belongs to the next bin. */
  readonly to: number;
  readonly cases: number;
  /** Mean confidence of its cases; null without cases. */
  readonly confidence: number | null;
  /** Share of its cases whose best route is right; null without cases. */
  readonly right: number | null;
}

/** Milliseconds; 0 without cases. `decide` is everything after encoding. */
export interface Percentiles {
  readonly p50: number;
  readonly p99: number;
}
