import { percentile } from '../../measure/percentile.ts';
import { atLeast, atMost, type Bar } from '../../report/bar.ts';
import type { DatasetName, TrainingSplit } from '../../workloads/dataset.ts';
import type { Conditions } from './judge-conditions.ts';
import type { JudgedSplit } from './judge-split.ts';
import type { Monotonicity } from './measure-monotonicity.ts';
import type { VectorTimes } from './time-vector-decisions.ts';

export interface Decided {
  readonly split: (dataset: DatasetName, split: TrainingSplit) => JudgedSplit;
  readonly conditions: Conditions;
  readonly monotonicity: Monotonicity;
  /** One entry per size, in the order of `sizes.vectors`. */
  readonly vectorTimes: readonly VectorTimes[];
}

/** What has to hold with no option set. */
export function decideBars(decided: Decided): Bar[] {
  const { conditions, monotonicity, vectorTimes } = decided;
  const { farOutOfScope, misspelt, singleTop1, namesOnly } = conditions;
  const figure = (
    dataset: DatasetName,
    split: TrainingSplit,
    name: 'top1' | 'accuracy' | 'auroc' | 'fpr95' | 'ece',
  ) => decided.split(dataset, split).evaluation[name] ?? NaN;
  const fitSeconds = (dataset: DatasetName, split: TrainingSplit) =>
    decided.split(dataset, split).fit.cpuSeconds;
  const [p50Of150, p50Of1000] = vectorTimes.map(({ decisionsMs }) => percentile(decisionsMs, 50));
  return [
    atLeast('CLINC150 10 a route, top-1', 0.91, figure('clinc150', 'train_10', 'top1')),
    atLeast('CLINC150 10 a route, overall', 0.82, figure('clinc150', 'train_10', 'accuracy')),
    atLeast('CLINC150 10 a route, overall at π = 0.15', 0.845, farOutOfScope.accuracy ?? NaN),
    atLeast('CLINC150 10 a route, AUROC', 0.958, figure('clinc150', 'train_10', 'auroc')),
    atMost('CLINC150 10 a route, FPR95', 0.21, figure('clinc150', 'train_10', 'fpr95')),
    atMost('CLINC150 10 a route, ECE', 0.08, figure('clinc150', 'train_10', 'ece')),
    atLeast('CLINC150 5 a route, top-1', 0.884, figure('clinc150', 'train_5', 'top1')),
    atLeast('CLINC150 all, top-1', 0.952, figure('clinc150', 'train', 'top1')),
    atLeast('CLINC150 all, AUROC', 0.97, figure('clinc150', 'train', 'auroc')),
    atLeast('BANKING77 5 a route, top-1', 0.825, figure('banking77', 'train_5', 'top1')),
    atLeast('BANKING77 10 a route, top-1', 0.868, figure('banking77', 'train_10', 'top1')),
    atLeast('BANKING77 all, top-1', 0.934, figure('banking77', 'train', 'top1')),
    atLeast('BANKING77 10 a route, one typo a query, top-1', 0.785, misspelt.top1 ?? NaN),
    atLeast('CLINC150 one utterance a route, top-1', 0.77, singleTop1),
    atLeast('CLINC150 names only, top-1', 0.67, namesOnly.top1 ?? NaN),
    atMost('share of routes whose recall a correct ninth utterance lowers', 0.1, monotonicity.lowered),
    atMost('fit of CLINC150 10 a route, seconds of CPU', 8, fitSeconds('clinc150', 'train_10')),
    atMost('fit of BANKING77 10 a route, seconds of CPU', 3, fitSeconds('banking77', 'train_10')),
    atMost('fit of CLINC150 all, seconds of CPU', 120, fitSeconds('clinc150', 'train')),
    atMost('decision with a given vector, 150 routes × 10, ms p50', 0.1, p50Of150!),
    atMost('decision with a given vector, 1,000 routes × 20, ms p50', 1, p50Of1000!),
  ];
}
