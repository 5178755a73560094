import { medianRatio } from '../../measure/median-ratio.ts';
import { atLeast, atMost, type Bar } from '../../report/bar.ts';
import { indexContenders } from './index-contenders.ts';
import type { MatrixFigures } from './matrix-product.ts';
import type { MemoryFigures } from './measure-memory.ts';
import type { ContenderFigures, SizeFigures } from './measure-size.ts';

const ms = (value: number) => value;

/** @param size of random rows, 384 dimensions. */
export function speedBars({ workload, contenders, readMs }: SizeFigures): Bar[] {
  const native = contenders.filter(({ contender }) => contender.kind === 'native');
  const own = (label: string) => contenders.find(({ contender }) => contender.label === label)!;
  const rows = `${workload.rowCount.toLocaleString('en')} rows`;
  const timesFaster = ({ medianMs }: ContenderFigures) =>
    Math.min(...native.map((other) => medianRatio(other.medianMs, medianMs, ms)));
  const targets = speedTargets[workload.rowCount];
  if (!targets || native.length === 0) return [];
  const bars = [
    atLeast(
      `p50 at ${rows}, fastest native contender / default`,
      targets.default,
      timesFaster(own(indexContenders.default.label)),
    ),
  ];
  if (targets.float32 !== undefined) {
    const value = timesFaster(own(indexContenders.float32.label));
    bars.push(atLeast(`p50 at ${rows}, fastest native contender / float32`, targets.float32, value));
  }
  if (targets.bandwidth !== undefined) {
    const value = medianRatio(readMs, own(indexContenders.int8.label).medianMs, ms);
    bars.push(
      atLeast(`int8 scan of ${rows}, share of the WebAssembly read bandwidth`, targets.bandwidth, value),
    );
  }
  return bars;
}

interface SpeedTargets {
  readonly default: number;
  readonly float32?: number;
  readonly bandwidth?: number;
}

const speedTargets: Readonly<Record<number, SpeedTargets>> = {
  1000: { default: 5, float32: 1.5 },
  10_000: { default: 5, float32: 1.5 },
  100_000: { default: 3, float32: 1, bandwidth: 0.6 },
  1_000_000: { default: 3, bandwidth: 0.6 },
};

export function memoryBars(
  dimensions: number,
  figures: { readonly default: MemoryFigures; readonly int8: MemoryFigures },
): Bar[] {
  return [
    atMost(
      `bytes per row of the default at ${dimensions} dimensions`,
      1.3 * 5 * dimensions,
      figures.default.bytesPerRow,
    ),
    atMost(`bytes per row of int8 at ${dimensions} dimensions`, 1.1 * dimensions, figures.int8.bytesPerRow),
    atMost(
      `peak memory of growth / final memory at ${dimensions} dimensions`,
      1.5,
      figures.default.peakRatio,
    ),
    atMost(
      `rows lost while growing at ${dimensions} dimensions`,
      0,
      figures.default.lost + figures.int8.lost,
    ),
  ];
}

export function kernelBars({ gigaflops, limitGigaflops }: MatrixFigures): Bar[] {
  return [
    atLeast('matrix product 1,500 × 384 × 150, GFLOP/s', 12, gigaflops),
    atLeast('matrix product, share of a loop between registers', 0.6, gigaflops / limitGigaflops),
  ];
}
