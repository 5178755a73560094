import type { Encoder } from '@sr/core';
import { evaluate, restoreRouter, type Evaluation } from '@sr/engine';
import type { TrainingSplit } from '../../workloads/dataset.ts';
import type { Workload } from './workload.ts';
import { fitAlone } from './fit-alone.ts';
import type { Fit } from './fit-order.ts';

/** A router of one training file: what it took to fit, and what it decides. */
export interface JudgedSplit {
  readonly fit: Omit<Fit, 'snapshot'>;
  readonly evaluation: Evaluation;
}

/**
 * Fits the default router and judges it on the cases.
 * @param rows of all texts, as `encoder` gives them.
 */
export async function judgeSplit(
  encoder: Encoder,
  rows: ReadonlyMap<string, Float32Array>,
  { splits, cases }: Workload,
  split: TrainingSplit,
): Promise<JudgedSplit> {
  const { snapshot, ...fit } = await fitAlone(encoder, splits.get(split)!.routes, rows);
  const router = await restoreRouter({ encoder, snapshot });
  return { fit, evaluation: await evaluate(router, cases) };
}
