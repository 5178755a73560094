import type { Encoder, Head } from '@sr/core';
import { centroidHead, createRouter, evaluate, maxHead, meanHead } from '@sr/engine';
import type { Dataset } from '../../workloads/dataset.ts';

export interface HeadFigures {
  readonly head: string;
  /** Share of in-scope cases decided rightly without a threshold. */
  readonly top1: number;
  /** Share of all cases decided rightly at the threshold; null is right for out-of-scope cases. */
  readonly overall: number;
  readonly auroc: number | null;
  readonly fpr95: number | null;
}

const heads: readonly Head[] = [maxHead, meanHead, centroidHead];

/** Lowest score of every head: nothing is refused. */
const noThreshold = -1;

/** Every head through `evaluate`, once at the threshold and once without. */
export async function judgeHeads(
  encoder: Encoder,
  { routes, cases }: Dataset,
  threshold: number,
): Promise<HeadFigures[]> {
  const figures: HeadFigures[] = [];
  for (const head of heads) {
    const judge = async (bar: number) =>
      evaluate(await createRouter({ encoder, routes, head, threshold: bar }), cases);
    const { inScopeAccuracy } = await judge(noThreshold);
    const { accuracy, auroc, fpr95 } = await judge(threshold);
    figures.push({ head: head.id, top1: inScopeAccuracy!, overall: accuracy!, auroc, fpr95 });
  }
  return figures;
}
