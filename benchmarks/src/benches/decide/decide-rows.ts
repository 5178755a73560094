import type { Evaluation } from '@sr/engine';
import { percentile } from '../../measure/percentile.ts';
import type { Row } from '../../report/report.ts';
import type { JudgedSplit } from './judge-split.ts';
import type { VectorTimes } from './time-vector-decisions.ts';

const bytesPerMiB = 2 ** 20;

export function splitRow(part: string, { fit, evaluation }: JudgedSplit): Row {
  return {
    ...evaluationRow(part, evaluation),
    fitCpuSeconds: fit.cpuSeconds,
    fitWallSeconds: fit.wallSeconds,
    fitPeakMiB: fit.peakBytes / bytesPerMiB,
  };
}

export function evaluationRow(part: string, evaluation: Evaluation): Row {
  const { top1, accuracy, auroc, fpr95, ece } = evaluation;
  return { part, top1, overall: accuracy, auroc, fpr95, ece };
}

export function vectorRow(part: string, { decisionsMs, searchesMs }: VectorTimes): Row {
  return {
    part,
    decideP50Ms: percentile(decisionsMs, 50),
    decideP99Ms: percentile(decisionsMs, 99),
    searchP50Ms: percentile(searchesMs, 50),
  };
}
