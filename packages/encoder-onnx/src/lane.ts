/** One place where texts are encoded, one batch at a time: this thread or a worker. */
export interface Lane {
  /** @param texts encoded together, padded to the longest. */
  run(texts: readonly string[]): Promise<LaneResult>;
  /** Resolves when the lane has ended, by `close` or by an accident: it takes no more texts. */
  readonly ended: Promise<void>;
  /** Waits for a batch that is running. */
  close(): Promise<void>;
}

export interface LaneResult {
  /** float32, unit length, shape [N, D]. */
  readonly rows: Float32Array;
  /** Positions of the texts that had more tokens than were read. */
  readonly truncated: readonly number[];
  /** Time inside the model, without tokenising and hand-over. */
  readonly modelMs: number;
}
