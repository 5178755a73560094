import type { Encoder, Head, Route } from '@sr/core';
import { autoHead } from '../heads/auto/auto-head.ts';
import type { Progress } from '../router.ts';
import type { LintFinding } from './finding.ts';
import { lintRules } from './lint-rules.ts';
import { prepareView } from './prepare-view.ts';

export interface LintSettings {
  readonly encoder: Encoder;
  /** As for `createRouter`, but for texts that several routes have: they are a finding. */
  readonly routes: readonly Route[];
  /** The head that is going to decide; default: `autoHead()`. Asked only whether thresholds can be reached. */
  readonly head?: Head;
  /** The bar for routes without their own, where one has been set. */
  readonly threshold?: number;
  /** What `router.snapshot()` returned: utterances that it holds are not encoded. */
  readonly snapshot?: Uint8Array;
  readonly signal?: AbortSignal;
  /** Called as utterances are encoded. */
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * Looks for what makes routes hard to tell apart, before anybody asks a query. Nothing has a fixed
 * bar: a distance is judged by the distances that these routes, in this encoder, usually have.
 *
 * Where a threshold is set, the head is fitted five times, to learn what it can reach.
 * @throws SR_ENCODER_MISMATCH where another encoder made the snapshot; what the encoder and the head throw.
 */
export async function lintRoutes({
  head = autoHead(),
  ...settings
}: LintSettings): Promise<readonly LintFinding[]> {
  const view = await prepareView({ ...settings, head });
  return lintRules.reduce<readonly LintFinding[]>(
    (earlier, check) => [...earlier, ...check(view, earlier)],
    [],
  );
}
