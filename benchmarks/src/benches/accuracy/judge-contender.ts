import type { LabelledCase } from '@sr/engine';
import type { Contender } from '../../process/contenders.ts';
import { startContender } from '../../process/start-contender.ts';
import type { Dataset } from '../../workloads/dataset.ts';

export interface ContenderFigures {
  /** Share of in-scope cases decided rightly without a threshold. */
  readonly top1: number;
  /** Share of all cases decided rightly at the threshold; null is right for out-of-scope cases. */
  readonly overall: number;
}

/** Lowest cosine: nothing is refused. */
const noThreshold = -1;
const casesPerBlock = 500;

export async function judgeContender(
  contender: Contender,
  dataset: Dataset,
  threshold: number,
): Promise<ContenderFigures> {
  const inScope = dataset.cases.filter(({ route }) => route !== null);
  return {
    top1: await shareRight(contender, dataset, inScope, noThreshold),
    overall: await shareRight(contender, dataset, dataset.cases, threshold),
  };
}

async function shareRight(
  { command }: Contender,
  { routes }: Dataset,
  cases: readonly LabelledCase[],
  threshold: number,
): Promise<number> {
  await using running = await startContender(command, { routes, threshold });
  let right = 0;
  for (let start = 0; start < cases.length; start += casesPerBlock) {
    const part = cases.slice(start, start + casesPerBlock);
    const decided = await running.run({ warmUp: [], texts: part.map(({ text }) => text), callers: 1 });
    right += part.filter(({ route }, i) => route === decided.routes[i]).length;
  }
  return right / cases.length;
}
