import type { Decision, Encoder, Head, IndexFactory, Route, RouteScore } from '@sr/core';

/** Decides which route a query takes. Safe to share: any number of calls may run at once. */
export interface Router<Name extends string = string> {
  /** The routes as they stand, in the order that decides ties. */
  readonly routes: readonly Route<Name>[];
  readonly encoder: Encoder;

  /**
   * Decides one query.
   * @param query a text, or its embedding: float32, shape [D], any length above 0.
   * @throws TypeError for anything else; SR_INVALID_VECTOR and SR_DIMENSION_MISMATCH for a vector
   *   without direction or of another size; SR_UNKNOWN_ROUTE for a name in `options.routes`.
   */
  route(query: string | Float32Array, options?: RouteOptions<Name>): Promise<Decision<Name>>;

  /** Scores all routes, or those of `options.routes`, best first, without a threshold. */
  rank(query: string | Float32Array, options?: RankOptions<Name>): Promise<readonly RouteScore<Name>[]>;

  /**
   * Adds routes after the present ones. A route that is already there, word for word, is left as it is.
   *
   * Like every change it is atomic: decisions see the routes before or after it, and when it rejects
   * nothing has changed. Changes asked for at the same time are made one after the other.
   */
  addRoutes(routes: readonly Route<Name>[], options?: ChangeOptions): Promise<void>;
  removeRoutes(names: readonly Name[], options?: ChangeOptions): Promise<void>;
  /** Puts a route in the place of the one with its name; only utterances that are new to it are encoded. */
  replaceRoute(route: Route<Name>, options?: ChangeOptions): Promise<void>;

  /**
   * Routes, embeddings, settings and fitted head as one file, for `restoreRouter`.
   * @returns safetensors with JSON metadata: see snapshot-file.ts.
   */
  snapshot(): Promise<Uint8Array<ArrayBuffer>>;
}

export interface RouterParts {
  readonly encoder: Encoder;
  /** Where embeddings are kept and searched; default: SIMD search in WebAssembly memory. */
  readonly index?: IndexFactory;
  /** What turns similarities into scores; default: `autoHead()`. */
  readonly head?: Head;
}

export interface RouterOptions {
  /** The bar for routes without their own, on the head's scale; default: the head's. */
  readonly threshold?: number;
  /** Texts that no route should take; a query that is nearer to one of them than to a route is not for that route. */
  readonly none?: readonly string[];
  /** The model of decisions in which no route is sure enough; null: none, also where a snapshot has one. */
  readonly fallback?: string | null;
}

export interface RouterSettings<Name extends string = string>
  extends RouterParts, RouterOptions, ChangeOptions {
  /** May be empty: every decision is then null until routes are added. */
  readonly routes: readonly Route<Name>[];
}

export interface ChangeOptions {
  readonly signal?: AbortSignal;
  /** Called as utterances are encoded. */
  readonly onProgress?: (progress: Progress) => void;
  /** Called as the head is fitted, with the share done, in [0, 1]. */
  readonly onFitProgress?: (done: number) => void;
  /** Called for each utterance that is longer than the encoder reads, with its place. */
  readonly onTruncated?: (place: string) => void;
}

export interface Progress {
  readonly encoded: number;
  readonly total: number;
}

export interface RankOptions<Name extends string = string> {
  readonly signal?: AbortSignal;
  /** Only these routes. */
  readonly routes?: readonly Name[];
}

export interface RouteOptions<Name extends string = string> extends RankOptions<Name> {
  /** Overrides every other threshold for this call. */
  readonly threshold?: number;
  /** Where the best route misses its bar, take the best one that reaches its own; default false. */
  readonly allowRunnerUp?: boolean;
  /** Add `evidence`: the nearest utterances, word for word. */
  readonly explain?: boolean;
}
