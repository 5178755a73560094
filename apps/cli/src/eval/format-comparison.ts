import type { Case } from '@sr/config';
import { figureNames, type JudgedCase } from '@sr/engine';
import { alignRows } from '../align-rows.ts';
import { fitText } from '../fit-text.ts';
import { percent } from '../percent.ts';
import type { RunComparison } from './compare-runs.ts';
import { titleOf } from './format-evaluation.ts';

const shownChanges = 10;
const textWidth = 60;

/** What changed since a saved run, for people, as sections. */
export function formatComparison(
  comparison: RunComparison,
  cases: readonly Case[],
  judged: readonly JudgedCase[],
  file: string,
): string[][] {
  const { fixed, broken, wrongOtherwise } = comparison;
  const changes = (title: string, positions: readonly number[]) =>
    formatChanges(title, positions, comparison, cases, judged);
  return [
    formatSummary(comparison, file),
    formatFigures(comparison),
    changes('fixed', fixed),
    changes('broken', broken),
    changes('wrong in another way', wrongOtherwise),
  ].filter((lines) => lines.length > 0);
}

function formatSummary(comparison: RunComparison, file: string): string[] {
  const { cases, fixed, broken, onlyBefore, onlyNow, pValue } = comparison;
  const verdict = pValue < 0.05 ? 'unlikely to be chance' : 'may well be chance';
  return [
    `Compared with ${file}: ${cases} cases in both, ${onlyBefore} only there, ${onlyNow} only here`,
    `${fixed.length} fixed, ${broken.length} broken; McNemar's test, mid-p: p = ${pValue.toPrecision(2)}, ${verdict}`,
  ];
}

function formatFigures({ figures }: RunComparison): string[] {
  const rows = figureNames.map((name) => {
    const { before, now } = figures[name];
    return [titleOf(name), percent(before), percent(now)];
  });
  return alignRows(['left', 'right', 'right'], [['in both', 'before', 'now'], ...rows]);
}

function formatChanges(
  title: string,
  positions: readonly number[],
  { decidedBefore }: RunComparison,
  cases: readonly Case[],
  judged: readonly JudgedCase[],
): string[] {
  if (positions.length === 0) return [];
  const rows = positions
    .slice(0, shownChanges)
    .map((i) => [
      fitText(cases[i]!.text, textWidth),
      nameOf(cases[i]!.route),
      nameOf(decidedBefore[i]!),
      nameOf(judged[i]!.decision.route),
    ]);
  const more = positions.length - rows.length;
  return [
    ...alignRows(['left', 'left', 'left', 'left'], [[title, 'expected', 'before', 'now'], ...rows]),
    ...(more > 0 ? [`and ${more} more`] : []),
  ];
}

function nameOf(route: string | null): string {
  return route ?? '(none)';
}
