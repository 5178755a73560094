import { defaultOutOfScope } from './heads.ts';
import type { RouterConfig } from './router-config.ts';

/** The share of queries that a file expects no route to take; null where its head does not read one. */
export function expectedOutOfScopeOf({
  head,
  expectedOutOfScope = defaultOutOfScope,
}: Pick<RouterConfig, 'head' | 'expectedOutOfScope'>): number | null {
  return head === 'auto' ? expectedOutOfScope : null;
}
