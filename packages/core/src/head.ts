/**
 * Turns a query into one score per route. A head is fitted on the utterances of all routes; what it
 * has learned is data and goes into the snapshot. Proof of conformance: `headContract` in @sr/testkit.
 */
export interface Head {
  readonly contract: 'head/1';
  /** E.g. `max`. A snapshot holds the state of one head id and is restored by the same. */
  readonly id: string;
  /** What its scores are; thresholds are on the same scale. */
  readonly scale: ScoreScale;
  /** The bar for acceptance where neither call, route nor router sets one. */
  readonly defaultThreshold: number;
  /**
   * Whether a route's description, or the words of its name where it has none, is an example to learn
   * from like its utterances; default false.
   */
  readonly readsLabels?: boolean;
  /** Same examples, same result: a head that draws random numbers seeds them. */
  fit(examples: HeadExamples, options?: FitOptions): FittedHead | Promise<FittedHead>;
  /** The inverse of `FittedHead.state`, for routes and dimensions as they were at `fit`. */
  restore(state: HeadState, routeCount: number, dimensions: number): FittedHead | Promise<FittedHead>;
}

/** A cosine, or the probability that the route is right. */
export type ScoreScale = 'cosine' | 'probability';

/** Lowest and highest score of each scale. */
export const scoreRanges: Readonly<Record<ScoreScale, readonly [lowest: number, highest: number]>> = {
  cosine: [-1, 1],
  probability: [0, 1],
};

/** N examples, which are utterances and where asked for labels, of R routes, in route order. */
export interface HeadExamples {
  /** float32, unit length, shape [N, D]. Belongs to the engine: read, do not keep. */
  readonly rows: Float32Array;
  /** D. */
  readonly dimensions: number;
  /** N texts. */
  readonly texts: readonly string[];
  /** N route positions, each 0 … R − 1. */
  readonly routes: Int32Array;
  /** R names, in route order. */
  readonly routeNames: readonly string[];
  readonly negatives: HeadNegatives;
}

/** M texts that are not what some route is about. */
export interface HeadNegatives {
  /** float32, unit length, shape [M, D]. */
  readonly rows: Float32Array;
  /** M texts. */
  readonly texts: readonly string[];
  /** M positions: the route that the text is near but not in, or −1 where no route should take it. */
  readonly routes: Int32Array;
}

export interface FitOptions {
  readonly signal?: AbortSignal;
  /** Called with the share done, in [0, 1]. */
  readonly onProgress?: (done: number) => void;
}

export interface FittedHead {
  /** @returns one score per route, in route order, finite, within the scale's range; a fresh array. */
  score(query: HeadQuery): Float32Array;
  /**
   * Why `route` got its score. The values add up to the score of a cosine head, and to its log-odds
   * ln(p / (1 − p)) where scores are probabilities; empty where there is nothing to take apart.
   * @param rival the strongest other route, or undefined where there is none.
   */
  explain?(query: HeadQuery, route: number, rival: number | undefined): readonly ScorePart[];
  readonly state: HeadState;
}

export interface ScorePart {
  /** A word or two, e.g. `nearest example`. */
  readonly part: string;
  /** Above 0 it speaks for the route. */
  readonly value: number;
}

export interface HeadQuery {
  /** float32, unit length, shape [D]. */
  readonly row: Float32Array;
  /** Undefined where the caller gave a vector. */
  readonly text: string | undefined;
  /** Best cosine of the query with any utterance of each route, shape [R]. */
  readonly bestSimilarity: Float32Array;
}

/** What a snapshot keeps of a fitted head. */
export interface HeadState {
  readonly tensors: Readonly<Record<string, Tensor>>;
}

export interface Tensor {
  /** Row-major; as many elements as the product of `shape`. */
  readonly data: Float32Array | Int32Array;
  readonly shape: readonly number[];
}
