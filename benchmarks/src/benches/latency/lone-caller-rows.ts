import { medianRatio } from '../../measure/median-ratio.ts';
import { median } from '../../measure/percentile.ts';
import type { Row } from '../../report/report.ts';
import { installSizes } from './install-sizes.ts';
import type { LatencyContenders } from './latency-bars.ts';
import {
  blockP50,
  cpuMsPerDecision,
  outsideModelP50,
  overallPercentile,
  type Measured,
} from './lone-caller.ts';

const bytesPerMiB = 2 ** 20;

export function loneCallerRows(contenders: LatencyContenders): Row[] {
  const { worker, inline, naive, naiveOneThread, aurelio } = contenders;
  const sizes = installSizes();
  const row = (measured: Measured, installedBytes: number) => loneCallerRow(measured, worker, installedBytes);
  return [
    row(worker, sizes.ours),
    row(inline, sizes.ours),
    row(contenders.default, sizes.ours),
    row(naive, sizes.naive),
    row(naiveOneThread, sizes.naive),
    ...(aurelio ? [row(aurelio, sizes.aurelio)] : []),
  ];
}

/** @param reference whose p50 is 1 in the column of ratios. */
function loneCallerRow(
  { contender, running, blocks }: Measured,
  reference: Measured,
  installedBytes: number,
): Row {
  const { memory } = blocks.at(-1);
  const outsideModel = outsideModelP50(blocks);
  return {
    contender: contender.label,
    callers: 1,
    p50Ms: overallPercentile(blocks, 50),
    p99Ms: overallPercentile(blocks, 99),
    p50Ratio: medianRatio(blocks, reference.blocks, blockP50),
    cpuMsPerDecision: median(blocks.map(cpuMsPerDecision)),
    outsideModelP50: Number.isNaN(outsideModel) ? null : outsideModel,
    loadMs: running.loadMs,
    residentMiB: memory.residentBytes / bytesPerMiB,
    peakMiB: memory.peakBytes / bytesPerMiB,
    installedMiB: installedBytes / bytesPerMiB,
  };
}
