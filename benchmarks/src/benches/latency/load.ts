import { interleave } from '../../measure/interleave.ts';
import { median } from '../../measure/percentile.ts';
import type { Random } from '../../measure/random.ts';
import type { BlockResult } from '../../process/protocol.ts';
import type { RunningContender } from '../../process/start-contender.ts';
import type { Row } from '../../report/report.ts';
import type { BlockTexts } from './draw-blocks.ts';
import { overallPercentile } from './lone-caller.ts';

/** A contender under a number of callers, with one block per round. */
export interface Load {
  readonly label: string;
  readonly running: RunningContender;
  readonly callers: number;
  readonly blocks: BlockResult[];
}

export async function measureLoad(
  loads: readonly Load[],
  blocks: readonly BlockTexts[],
  random: Random,
): Promise<void> {
  await interleave(loads, blocks.length, random, async (load, round) => {
    load.blocks.push(await load.running.run({ ...blocks[round]!, callers: load.callers }));
  });
}

export function decisionsPerSecond({ latenciesMs, wallMs }: BlockResult): number {
  return latenciesMs.length / (wallMs / 1000);
}

/** The typical round's: percentiles of histograms cannot be merged. NaN with one caller. */
export function eventLoopDelayP99(blocks: readonly BlockResult[]): number {
  return median(blocks.flatMap(({ eventLoopDelay }) => eventLoopDelay?.p99Ms ?? []));
}

export function loadRow({ label, callers, blocks }: Load): Row {
  const longestDelays = blocks.flatMap(({ eventLoopDelay }) => eventLoopDelay?.maxMs ?? []);
  return {
    contender: label,
    callers,
    p50Ms: overallPercentile(blocks, 50),
    p99Ms: overallPercentile(blocks, 99),
    decisionsPerSecond: median(blocks.map(decisionsPerSecond)),
    ...(longestDelays.length > 0 && {
      eventLoopDelayP99Ms: eventLoopDelayP99(blocks),
      eventLoopDelayMaxMs: Math.max(...longestDelays),
    }),
  };
}
