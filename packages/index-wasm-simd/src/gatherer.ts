/** A part of a chunk whose rows have been scored: rows `first` … `end` − 1 of the chunk at an address. */
export interface ScoredRows {
  readonly chunk: number;
  /** Address of the chunk's rows for rescoring, where there are such. */
  readonly rows: number;
  readonly first: number;
  readonly end: number;
  /** Address of the scores, see `Kernels`. */
  readonly scores: number;
}

/** What a search is after: made of the scores of one query, chunk by chunk. Addresses are in bytes. */
export interface Gatherer {
  /** What it keeps between chunks for a query, a multiple of 16. */
  readonly stateBytes: number;
  /** Where its result begins in that state, once it has finished. */
  readonly resultOffset: number;
  start(state: number): void;
  /** @param query as the `Scorer` stored it. */
  take(rows: ScoredRows, state: number, query: number): void;
  /** @returns entries of the result. */
  finish(state: number, query: number): number;
}
