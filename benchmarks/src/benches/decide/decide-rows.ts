import type { Evaluation } from '@sr/engine';
import { percentile } from '../../measure/percentile.ts';
import type { Row } from '../../report/report.ts';
import type { Conditions } from './judge-conditions.ts';
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

export function conditionRows({ farOutOfScope, misspelt, singleTop1, namesOnly }: Conditions): Row[] {
  return [
    evaluationRow('clinc150 train_10, π = 0.15', farOutOfScope),
    evaluationRow('banking77 train_10, one typo a query', misspelt),
    { part: 'clinc150, one utterance a route', top1: singleTop1 },
    evaluationRow('clinc150, names only', namesOnly),
  ];
}

function evaluationRow(part: string, evaluation: Evaluation): Row {
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
