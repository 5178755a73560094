import { encoders, type LoadedEncoder } from './encoders.ts';
import type { RouterConfig } from './router-config.ts';

/** The encoder that a file names; dispose of it. */
export function loadEncoder({ encoder }: Pick<RouterConfig, 'encoder'>): Promise<LoadedEncoder> {
  return encoders[encoder]();
}
