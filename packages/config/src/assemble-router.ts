import type { Encoder } from '@sr/core';
import { createRouter, restoreRouter, type ChangeOptions, type Router } from '@sr/engine';
import { configuredHead } from './configured-head.ts';
import { encoders, type LoadedEncoder } from './encoders.ts';
import type { RouterConfig } from './router-config.ts';

export interface AssembleOptions extends ChangeOptions {
  /** Takes the place of the one that the file names; stays the caller's to dispose of. */
  readonly encoder?: Encoder;
  /** What `router.snapshot()` returned: utterances that it holds are not encoded again. */
  readonly snapshot?: Uint8Array;
}

/** Disposing of it frees what was loaded for it. */
export interface AssembledRouter extends AsyncDisposable {
  readonly router: Router;
}

/**
 * Loads the parts that a file names and puts them together. The file decides everything, a snapshot
 * only spares work.
 * @throws what `createRouter` and `restoreRouter` throw, SR_ENCODER_MISMATCH among it.
 */
export async function assembleRouter(
  config: RouterConfig,
  options: AssembleOptions = {},
): Promise<AssembledRouter> {
  if (options.encoder !== undefined) {
    return {
      router: await buildRouter(config, options.encoder, options),
      [Symbol.asyncDispose]: nothingToDispose,
    };
  }
  const encoder: LoadedEncoder = await encoders[config.encoder]();
  try {
    const router = await buildRouter(config, encoder, options);
    return { router, [Symbol.asyncDispose]: () => Promise.resolve(encoder[Symbol.asyncDispose]()) };
  } catch (error) {
    await encoder[Symbol.asyncDispose]();
    throw error;
  }
}

function buildRouter(config: RouterConfig, encoder: Encoder, options: AssembleOptions): Promise<Router> {
  const head = configuredHead(config);
  const { snapshot, ...changeOptions } = options;
  const settings = {
    ...changeOptions,
    encoder,
    head,
    routes: config.routes,
    none: config.none ?? [],
    // Written out where the file has none, since a snapshot would fill the gap with what it was built with.
    threshold: config.threshold ?? head.defaultThreshold,
    fallback: config.fallback ?? null,
  };
  return snapshot === undefined ? createRouter(settings) : restoreRouter({ ...settings, snapshot });
}

function nothingToDispose(): Promise<void> {
  return Promise.resolve();
}
