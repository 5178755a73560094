import type { Case } from '@sr/config';
import { figureNames, type Evaluation, type FigureName, type Interval } from '@sr/engine';
import { alignRows } from '../align-rows.ts';
import { fitText } from '../fit-text.ts';
import { percent } from '../percent.ts';

const worstRoutes = 10;
const topConfusions = 10;
const exampleWidth = 60;
const none = '(none)';

const figureNotes: Readonly<Record<FigureName, readonly [title: string, note: string]>> = {
  accuracy: ['accuracy', 'all cases; none is right where no route should match'],
  top1: ['top-1', 'in scope, best route, whatever the threshold says'],
  inScopeAccuracy: ['in-scope accuracy', 'in scope, as decided'],
  outOfScopeRecall: ['out-of-scope recall', 'out of scope, decided as none'],
  precision: ['precision', 'taken by a route, rightly'],
  coverage: ['coverage', 'all cases, taken by a route'],
  auroc: ['AUROC', 'in scope is more confident than out of scope'],
  fpr95: ['FPR95', 'out of scope accepted where 95 % of in scope are; lower is better'],
  macroF1: ['macro F1', 'mean over routes and none'],
  ece: ['calibration error', 'distance of confidence from accuracy; lower is better'],
};

export type Intervals = Readonly<Record<FigureName, Interval | null>>;

/** An evaluation for people, as sections: figures, worst routes, confusions, reliability, latency. */
export function formatEvaluation(
  evaluation: Evaluation,
  intervals: Intervals,
  cases: readonly Case[],
): string[][] {
  const { inScope, outOfScope } = evaluation;
  return [
    [`${evaluation.cases} cases: ${inScope} in scope, ${outOfScope} out of scope`],
    formatFigures(evaluation, intervals),
    formatWorst(evaluation),
    formatConfusions(evaluation, cases),
    formatReliability(evaluation),
    formatLatency(evaluation),
  ].filter((lines) => lines.length > 0);
}

export function titleOf(figure: FigureName): string {
  return figureNotes[figure][0];
}

function formatFigures(evaluation: Evaluation, intervals: Intervals): string[] {
  const rows = figureNames.map((name) => [
    titleOf(name),
    percent(evaluation[name]),
    formatInterval(intervals[name]),
    figureNotes[name][1],
  ]);
  return alignRows(['left', 'right', 'left', 'left'], [['', '', '95 % interval', ''], ...rows]);
}

function formatInterval(interval: Interval | null): string {
  if (interval === null) return '';
  return `${(interval.low * 100).toFixed(1)} to ${(interval.high * 100).toFixed(1)}`;
}

function formatWorst({ perRoute }: Evaluation): string[] {
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

function formatConfusions({ confusions }: Evaluation, cases: readonly Case[]): string[] {
  if (confusions.length === 0) return [];
  const rows = confusions
    .slice(0, topConfusions)
    .map(({ expected, decided, count, positions }) => [
      expected ?? none,
      decided ?? none,
      String(count),
      fitText(cases[positions[0]!]!.text, exampleWidth),
    ]);
  return alignRows(
    ['left', 'left', 'right', 'left'],
    [['expected', 'decided instead', 'cases', 'for example'], ...rows],
  );
}

function formatReliability({ reliability }: Evaluation): string[] {
  const rows = reliability
    .filter((bin) => bin.cases > 0)
    .map(({ from, to, cases, confidence, right }) => [
      `${from.toFixed(2)} to ${to.toFixed(2)}`,
      String(cases),
      percent(confidence),
      percent(right),
    ]);
  return alignRows(
    ['left', 'right', 'right', 'right'],
    [['confidence', 'cases', 'mean', 'best route right'], ...rows],
  );
}

function formatLatency({ latencyMs }: Evaluation): string[] {
  const rows = Object.entries(latencyMs).map(([step, { p50, p99 }]) => [
    step,
    p50.toFixed(2),
    p99.toFixed(2),
  ]);
  return alignRows(['left', 'right', 'right'], [['milliseconds', 'p50', 'p99'], ...rows]);
}
