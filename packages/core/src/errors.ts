import type { FileIssue } from './file-issue.ts';

const brand: unique symbol = Symbol.for('@sr/error');

/**
 * Every failure a caller may branch on, with the facts that travel with it. Places name utterances by
 * position, never by text: errors end up in logs.
 */
export interface SrErrorDetails {
  SR_DIMENSION_MISMATCH: { expected: number; actual: number };
  SR_INVALID_VECTOR: { reason: 'zero' | 'not_finite'; row: number };
  SR_BATCH_TOO_LARGE: { limit: number; actual: number };
  SR_UNKNOWN_ROW: { id: number };
  SR_INDEX_FULL: { limitBytes: number; neededBytes: number };
  SR_DUPLICATE_ROUTE: { name: string; places: readonly [string, string] };
  SR_DUPLICATE_UTTERANCE: { places: readonly [string, string] };
  SR_EMPTY_ROUTE: { name: string; place: string };
  SR_INVALID_ROUTE: { place: string; problem: string };
  SR_UNKNOWN_ROUTE: { name: string; nearest: string | undefined };
  SR_INVALID_SCORE: { head: string; route: string };
  SR_ENCODER_FAILED: { encoder: string; textIndex: number };
  SR_ENCODER_MISMATCH: { expected: string; actual: string };
  SR_UNKNOWN_HEAD: { id: string };
  SR_SNAPSHOT_INVALID: { problem: string };
  SR_SNAPSHOT_VERSION: { supported: string; actual: string };
  SR_MODEL_INVALID: { file: string; problem: string };
  SR_RUNTIME_MISSING: { package: string };
  SR_QUEUE_FULL: { limit: number };
  SR_DISPOSED: { what: string };
  SR_CONFIG_NOT_FOUND: { file: string };
  SR_CONFIG_UNSUPPORTED: { file: string; expected: readonly string[] };
  SR_CONFIG_INVALID: { file: string; issues: readonly FileIssue[] };
  SR_CASES_INVALID: { file: string; issues: readonly FileIssue[] };
}
export type SrErrorCode = keyof SrErrorDetails;

/** A foreseeable failure: its code is stable, its message is not. A caller's mistake is a TypeError or RangeError. */
export class SrError<C extends SrErrorCode = SrErrorCode> extends Error {
  readonly [brand] = true;
  override readonly name = 'SrError';
  readonly code: C;
  readonly details: SrErrorDetails[C];

  constructor(code: C, message: string, details: SrErrorDetails[C], options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.details = details;
  }

  // Two copies of @sr/core may be installed: `instanceof` misses the other's errors, this does not.
  static is<C extends SrErrorCode = SrErrorCode>(value: unknown, code?: C): value is SrError<C> {
    return (
      typeof value === 'object' &&
      value !== null &&
      brand in value &&
      (code === undefined || (value as unknown as SrError).code === code)
    );
  }
}
