import { interleave } from '../../measure/interleave.ts';
import { percentile } from '../../measure/percentile.ts';
import type { Random } from '../../measure/random.ts';
import type { Contender } from '../../process/contenders.ts';
import type { BlockResult } from '../../process/protocol.ts';
import type { RunningContender } from '../../process/start-contender.ts';
import type { BlockTexts } from './draw-blocks.ts';

/** A contender that runs, with what it has answered: one block per round. */
export interface Measured {
  readonly contender: Contender;
  readonly running: RunningContender;
  readonly blocks: BlockResult[];
}

/** Every contender decides the same texts, block by block, in turn. */
export async function measureLoneCaller(
  measured: readonly Measured[],
  blocks: readonly BlockTexts[],
  random: Random,
): Promise<void> {
  await interleave(measured, blocks.length, random, async (one, round) => {
    one.blocks.push(await one.running.run({ ...blocks[round]!, callers: 1 }));
  });
}

export function blockP50({ latenciesMs }: BlockResult): number {
  return percentile(latenciesMs, 50);
}

export function cpuMsPerDecision({ cpuMs, latenciesMs }: BlockResult): number {
  return cpuMs / latenciesMs.length;
}

/** Over all rounds: a block is too short to have a 99th percentile of its own. */
export function overallPercentile(blocks: readonly BlockResult[], percent: number): number {
  return percentile(
    blocks.flatMap(({ latenciesMs }) => latenciesMs),
    percent,
  );
}

/** Median over decisions; NaN where the contender cannot tell. */
export function outsideModelP50(blocks: readonly BlockResult[]): number {
  return percentile(
    blocks.flatMap(({ outsideModel = [] }) => outsideModel),
    50,
  );
}
