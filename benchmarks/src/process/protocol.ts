import type { EventLoopDelay } from '../measure/watch-event-loop.ts';

/*
 * How the bench speaks to a contender, which runs in a process of its own, so that memory, CPU time and
 * threads are its own: JSON lines, one answer to each request. First `SubjectSettings`, answered by
 * `Ready`; then any number of `Block`, each answered by `BlockResult`; the end of stdin is the end.
 */

export interface Ready {
  /** From the start of the load until the first decision was possible. */
  readonly loadMs: number;
}

export interface Block {
  /** Decided first, without being measured: the caches hold another contender's data by now. */
  readonly warmUp: readonly string[];
  readonly texts: readonly string[];
  /** How many decisions are asked for at a time. */
  readonly callers: number;
}

export interface BlockResult {
  /** Of texts[i]; null: no route. */
  readonly routes: readonly (string | null)[];
  /** From the call to the decision, in the order of `texts`. */
  readonly latenciesMs: readonly number[];
  /**
   * The share of each decision's time that was spent outside the model, in [0, 1]; with one caller only,
   * and of subjects that can tell.
   */
  readonly outsideModel?: readonly number[];
  readonly wallMs: number;
  /** User and system time of the whole process, worker threads included. */
  readonly cpuMs: number;
  /** Of the thread that asks for decisions; with more than one caller only. */
  readonly eventLoopDelay?: EventLoopDelay;
  /** Resident memory after the block, and the most that the process ever had. */
  readonly memory: { readonly residentBytes: number; readonly peakBytes: number };
}
