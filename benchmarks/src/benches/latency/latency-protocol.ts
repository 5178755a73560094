import type { LatencySizes } from './sizes.ts';

export function latencyProtocol({ lone, load }: LatencySizes, seed: number): string[] {
  return [
    'CLINC150, 150 routes of 10 utterances, threshold 0.5; texts of the test split, drawn with seed ' +
      `${seed}; text in, decision out.`,
    'Every contender runs in a process of its own from built files; only one works at a time.',
    `One caller: ${lone.rounds} rounds; in each, all contenders decide the same ${lone.blockSize} texts in an order ` +
      `drawn anew, ${lone.warmUp} more before them unmeasured.`,
    `Many callers: ${load.rounds} rounds of ${load.blockSize} texts, 1, 8 and 32 at a time, interleaved likewise.`,
    'Bars on p50, CPU time and throughput are medians of the ratios of each round; p99 is taken over all rounds.',
    'CPU time is that of the process, all threads included. Event-loop delay: a timer of 1 ms, its own ' +
      'interval subtracted; the median of the rounds.',
    'Outside the model: the share of a decision that is not spent in the run of the ONNX session.',
  ];
}
