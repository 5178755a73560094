import type { Encoder } from '@sr/core';

/** What the command touches of the world around it; `main.ts` hands in the process's, tests their own. */
export interface CliIo {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  /** Aborted with an `Interruption`. */
  readonly signal: AbortSignal;
  /** Milliseconds since some fixed moment. */
  readonly now: () => number;
  /** Takes the place of the encoder that the config names. */
  readonly encoder?: Encoder;
}

export type OutputStream = NodeJS.WritableStream & {
  readonly isTTY?: boolean;
  /** Characters per line, where it is a terminal. */
  readonly columns?: number;
};
