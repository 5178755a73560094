import { SrError, type SrErrorCode } from '@sr/core';
import { CommanderError } from 'commander';
import { CheckFailed } from './check-failed.ts';
import type { CliIo } from './cli-io.ts';
import { Interruption } from './interruption.ts';
import { UsageError } from './usage-error.ts';

interface Failure {
  readonly exitCode: 1 | 2;
  readonly code: string;
  readonly message: string;
  readonly details: object;
}

/** What whoever called can put right: the files that they named. */
const wrongUse: ReadonlySet<SrErrorCode> = new Set([
  'SR_CONFIG_NOT_FOUND',
  'SR_CONFIG_UNSUPPORTED',
  'SR_CONFIG_INVALID',
  'SR_CASES_INVALID',
  'SR_ENCODER_MISMATCH',
  'SR_SNAPSHOT_INVALID',
  'SR_SNAPSHOT_VERSION',
]);

/**
 * Writes what went wrong to stderr: a message for people, or one line of JSON.
 * @returns the exit code.
 */
export function reportFailure(error: unknown, json: boolean, io: CliIo): number {
  if (io.signal.reason instanceof Interruption) return io.signal.reason.exitCode;
  if (error instanceof CommanderError && error.exitCode === 0) return 0; // --help and --version
  if (error instanceof CommanderError && error.code === 'commander.help') return 2; // no command: help has been printed

  const { exitCode, code, message, details } = toFailure(error);
  io.stderr.write(json ? `${JSON.stringify({ error: { code, message, details } })}\n` : `sr: ${message}\n`);
  return exitCode;
}

function toFailure(error: unknown): Failure {
  if (error instanceof CommanderError) {
    const message = `${error.message.replace(/^error: /u, '')}; see sr --help.`;
    return { exitCode: 2, code: 'SR_USAGE', message, details: {} };
  }
  if (error instanceof UsageError) {
    return { exitCode: 2, code: 'SR_USAGE', message: error.message, details: { option: error.option } };
  }
  if (error instanceof CheckFailed) {
    const { message, details } = error;
    return { exitCode: 1, code: 'SR_CHECK_FAILED', message, details };
  }
  if (SrError.is(error)) {
    const { code, message, details } = error;
    return { exitCode: wrongUse.has(code) ? 2 : 1, code, message, details };
  }
  if (isSystemError(error)) return { exitCode: 1, code: 'SR_SYSTEM', message: error.message, details: {} };
  // Anything else is a bug of ours: the stack is what a report needs.
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { exitCode: 1, code: 'SR_INTERNAL', message, details: {} };
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
