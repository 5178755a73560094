import type { Route } from '@sr/core';

/** What a fit in a process of its own needs, as it is handed over. */
export interface FitOrder {
  /** Id of the encoder that made the rows. */
  readonly encoder: string;
  readonly dimensions: number;
  readonly routes: readonly Route[];
  /** Utterances and names in words. */
  readonly texts: readonly string[];
  /** float32, unit length, shape [N, D]; row i belongs to texts[i]. */
  readonly rows: Float32Array;
}

export interface Fit {
  /** Of all threads, compiler and garbage collector included: what it takes on one core. */
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  /** Highest resident set of the process, Node and the rows included. */
  readonly peakBytes: number;
  /** The router that was made. */
  readonly snapshot: Uint8Array;
}
