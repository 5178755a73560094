import type { Head } from '@sr/core';
import { heads } from './heads.ts';
import type { RouterConfig } from './router-config.ts';

/** The head that a file names, with its settings; not fitted yet. */
export function configuredHead({
  head,
  expectedOutOfScope,
}: Pick<RouterConfig, 'head' | 'expectedOutOfScope'>): Head {
  return heads[head](expectedOutOfScope === undefined ? {} : { expectedOutOfScope });
}
