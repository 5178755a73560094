import type { Case, RouterConfig } from '@sr/config';
import type { FitFigures, FitObjective, RouterFit } from '@sr/engine';
import { alignRows } from '../align-rows.ts';
import { percent } from '../percent.ts';

export interface FitReport {
  readonly fit: RouterFit;
  readonly objective: FitObjective;
  /** The objective as it was asked for. */
  readonly goal: string;
  readonly config: RouterConfig;
  readonly cases: readonly Case[];
  /** The file that the settings were written to. */
  readonly written: string | null;
}

/** What a fit found, for people: figures, and what became of the file. */
export function formatFit({ fit, objective, goal, config, cases, written }: FitReport): string {
  return `${[
    ...formatFigures(fit),
    ...describeWeights(objective, cases),
    ...(isFailed(fit) ? [] : ['', describeResult(fit, goal)]),
    ...formatChanges(fit, config),
    ...(written === null ? [] : [`Wrote ${written}.`]),
  ].join('\n')}\n`;
}

/** A promise is worth what the cases say about queries that no route should take. */
function describeWeights(objective: FitObjective, cases: readonly Case[]): string[] {
  if (objective.kind !== 'precision') return [];
  const share = cases.filter(({ route }) => route === null).length / cases.length;
  if (share === 0) {
    return ['', 'No case has "route": null: the promise leaves out queries that no route should take.'];
  }
  if (share >= objective.outOfScope) return [];
  return [
    '',
    `Precision counts out-of-scope cases, ${percent(share)} of these, as ${percent(objective.outOfScope)}: that is expectedOutOfScope.`,
  ];
}

/** Whether the objective asks for what these cases cannot give. */
export function isFailed({ result }: RouterFit): boolean {
  return result === 'unattainable' || result === 'nothing_to_reject';
}

/** Why the settings stay or change, in a sentence. */
export function describeResult({ result }: RouterFit, goal: string): string {
  switch (result) {
    case 'improved':
      return `Better for ${goal} on held-out cases:`;
    case 'not_better':
      return `Left as it is: fitting does no better for ${goal} on held-out cases.`;
    case 'unattainable':
      return `Left as it is: with these cases no threshold can promise ${goal}; label more of them, add utterances, or ask for less.`;
    case 'nothing_to_reject':
      return `Left as it is: without cases that no route should take, accepting everything is best for ${goal}; add cases with "route": null.`;
  }
}

function formatFigures({ present, heldOut, training }: RouterFit): string[] {
  const rows: [string, FitFigures | null, string][] = [
    ['as it is', present, ''],
    ['fitted, held out', heldOut, 'each case by settings that were fitted without it'],
    ['fitted, seen', training, 'on the cases fitted on: flatters'],
  ];
  const measured = rows.flatMap(([name, figures, note]) =>
    figures === null ? [] : [[name, ...cellsOf(figures), note]],
  );
  const titles = ['', 'accuracy', 'macro F1', 'precision', 'coverage', 'to the route', ''];
  const isShown = (column: number) =>
    measured.some((row) => row[column] !== '—') && (column !== 5 || present.routeShare !== null);
  const shown = [...titles.keys()].filter(isShown);
  return alignRows(
    shown.map((column) => (column === 0 || column === 6 ? 'left' : 'right')),
    [titles, ...measured].map((row) => shown.map((column) => row[column]!)),
  );
}

function cellsOf({ accuracy, macroF1, precision, coverage, routeShare }: FitFigures): string[] {
  return [accuracy, macroF1, precision, coverage, routeShare].map(percent);
}

function formatChanges({ result, settings }: RouterFit, config: RouterConfig): string[] {
  if (result !== 'improved') return [];
  const { expectedOutOfScope, thresholds } = settings;
  const own = config.routes.map(({ name, threshold }): [string, number | undefined, number | undefined] => [
    `threshold of ${name}`,
    threshold,
    thresholds.routes[name],
  ]);
  const changes: [string, number | undefined, number | undefined][] = [
    ['threshold', config.threshold, thresholds.router],
    ['expectedOutOfScope', config.expectedOutOfScope, expectedOutOfScope ?? config.expectedOutOfScope],
    ...own,
  ];
  return changes
    .filter(([, before, now]) => before !== now)
    .map(([name, before, now]) => `  ${name}: ${before ?? 'none'} → ${now ?? 'none'}`);
}
