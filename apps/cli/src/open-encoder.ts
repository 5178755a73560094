import { loadEncoder, type RouterConfig } from '@sr/config';
import type { Encoder } from '@sr/core';
import type { CliIo } from './cli-io.ts';

/** Disposing of it frees what was loaded for it. */
export interface OpenedEncoder extends AsyncDisposable {
  readonly encoder: Encoder;
}

/** The encoder alone, for commands that decide nothing. */
export async function openEncoder(config: Pick<RouterConfig, 'encoder'>, io: CliIo): Promise<OpenedEncoder> {
  if (io.encoder) return { encoder: io.encoder, [Symbol.asyncDispose]: () => Promise.resolve() };
  const encoder = await loadEncoder(config);
  return { encoder, [Symbol.asyncDispose]: () => Promise.resolve(encoder[Symbol.asyncDispose]()) };
}
