import { medianRatio } from '../../measure/median-ratio.ts';
import { atLeast, atMost, type Bar } from '../../report/bar.ts';
import { decisionsPerSecond, eventLoopDelayP99, type Load } from './load.ts';
import {
  blockP50,
  cpuMsPerDecision,
  outsideModelP50,
  overallPercentile,
  type Measured,
} from './lone-caller.ts';

export interface LatencyContenders {
  readonly worker: Measured;
  readonly inline: Measured;
  readonly default: Measured;
  readonly naive: Measured;
  readonly naiveOneThread: Measured;
  readonly aurelio: Measured | undefined;
}

export function loneCallerBars(contenders: LatencyContenders): Bar[] {
  const { worker, inline, naive, naiveOneThread, aurelio } = contenders;
  return [
    atLeast(
      'p50, naive with default threads / @sr through the worker',
      1.5,
      medianRatio(naive.blocks, worker.blocks, blockP50),
    ),
    atLeast(
      'p99, naive with default threads / @sr through the worker',
      2.5,
      overallPercentile(naive.blocks, 99) / overallPercentile(worker.blocks, 99),
    ),
    atLeast(
      'p50, naive with one thread / @sr inline',
      2,
      medianRatio(naiveOneThread.blocks, inline.blocks, blockP50),
    ),
    atMost(
      'CPU time per decision, @sr through the worker / naive with default threads',
      0.5,
      medianRatio(worker.blocks, naive.blocks, cpuMsPerDecision),
    ),
    ...(aurelio
      ? [
          atLeast(
            'p50, aurelio semantic-router / @sr through the worker',
            5,
            medianRatio(aurelio.blocks, worker.blocks, blockP50),
          ),
        ]
      : []),
    atMost('share of time outside the model at p50, @sr inline', 0.1, outsideModelP50(inline.blocks)),
    atMost(
      'share of time outside the model at p50, @sr through the worker',
      0.25,
      outsideModelP50(worker.blocks),
    ),
  ];
}

/** @param loads of ours through the worker, for 1, 8 and 32 callers. */
export function loadBars(loads: readonly Load[]): Bar[] {
  const blocks = (callers: number) => loads.find((load) => load.callers === callers)!.blocks;
  return [
    atMost(
      'event-loop delay p99 in ms while 8 callers route, @sr through the worker',
      5,
      eventLoopDelayP99(blocks(8)),
    ),
    atLeast(
      'decisions per second, 32 callers / 1 caller, @sr through the worker',
      1.7,
      medianRatio(blocks(32), blocks(1), decisionsPerSecond),
    ),
  ];
}
