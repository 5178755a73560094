import type { Evaluation } from '@sr/engine';
import { alignRows } from './align-rows.ts';

const worstRoutes = 10;
const topConfusions = 10;
const none = '(none)';

/** An evaluation for people: overall figures, worst routes, top confusions, latency. */
export function formatEvaluation(evaluation: Evaluation): string {
  const { cases, inScope, outOfScope } = evaluation;
  const sections = [
    [`${cases} cases: ${inScope} in scope, ${outOfScope} out of scope`],
    overall(evaluation),
    worst(evaluation),
    confusions(evaluation),
    latency(evaluation),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function overall(evaluation: Evaluation): string[] {
  const { accuracy, top1, inScopeAccuracy, outOfScopeRecall, auroc, fpr95, macroF1, ece } = evaluation;
  return alignRows(
    ['left', 'right', 'left'],
    [
      ['accuracy', percent(accuracy), 'all cases; none is right where no route should match'],
      ['top-1', percent(top1), 'in scope, best route, whatever the threshold says'],
      ['in-scope accuracy', percent(inScopeAccuracy), 'in scope, as decided'],
      ['out-of-scope recall', percent(outOfScopeRecall), 'out of scope, decided as none'],
      ['AUROC', percent(auroc), 'in scope is more confident than out of scope'],
      ['FPR95', percent(fpr95), 'out of scope accepted where 95 % of in scope are; lower is better'],
      ['macro F1', percent(macroF1), 'mean over routes and none'],
      ['calibration error', percent(ece), 'distance of confidence from accuracy; lower is better'],
    ],
  );
}

function worst({ perRoute }: Evaluation): string[] {
  const routes = Object.entries(perRoute).sort(([, a], [, b]) => (a.f1 ?? 0) - (b.f1 ?? 0));
  const rows = routes
    .slice(0, worstRoutes)
    .map(([name, { cases, precision, recall, f1 }]) => [
      name,
      String(cases),
      percent(precision),
      percent(recall),
      percent(f1),
    ]);
  return alignRows(
    ['left', 'right', 'right', 'right', 'right'],
    [['worst routes', 'cases', 'precision', 'recall', 'F1'], ...rows],
  );
}

function confusions({ confusions: all }: Evaluation): string[] {
  if (all.length === 0) return [];
  const rows = all
    .slice(0, topConfusions)
    .map(({ expected, decided, count }) => [expected ?? none, decided ?? none, String(count)]);
  return alignRows(['left', 'left', 'right'], [['expected', 'decided instead', 'cases'], ...rows]);
}

function latency({ latencyMs }: Evaluation): string[] {
  const rows = Object.entries(latencyMs).map(([step, { p50, p99 }]) => [
    step,
    p50.toFixed(2),
    p99.toFixed(2),
  ]);
  return alignRows(['left', 'right', 'right'], [['milliseconds', 'p50', 'p99'], ...rows]);
}

function percent(share: number | null): string {
  return share === null ? '—' : `${(share * 100).toFixed(1)} %`;
}
