import { SrError, type SrErrorCode } from '@sr/core';
import type { LaneResult } from './lane.ts';

/** What a worker says: once that it is ready, then one reply to each batch, which is sent as an array of texts. */
export type WorkerReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly result: LaneResult }
  | { readonly kind: 'failed'; readonly failure: WorkerFailure };

/** An error as it crosses threads: a structured clone would lose the class, its code and its details. */
export interface WorkerFailure {
  readonly code: SrErrorCode | undefined;
  readonly message: string;
  readonly details: unknown;
  readonly cause: string | undefined;
}

export function toWorkerFailure(error: unknown): WorkerFailure {
  const message = error instanceof Error ? error.message : String(error);
  const cause = error instanceof Error && error.cause instanceof Error ? String(error.cause) : undefined;
  if (!SrError.is(error)) return { code: undefined, message, details: undefined, cause };
  return { code: error.code, message, details: error.details, cause };
}

export function fromWorkerFailure({ code, message, details, cause }: WorkerFailure): Error {
  const options = cause === undefined ? {} : { cause };
  return code === undefined
    ? new Error(message, options)
    : new SrError(code, message, details as never, options);
}
