import { styleText } from 'node:util';
import { alignRows } from '../align-rows.ts';
import type { OutputStream } from '../cli-io.ts';
import { fitText } from '../fit-text.ts';
import type { LocatedFinding, LocatedUtterance } from './locate-finding.ts';

const mostUtterances = 8;
const textWidth = 70;

/** Findings for people: errors first, each with its place, the texts that it is about, and what to do. */
export function formatFindings(
  findings: readonly LocatedFinding[],
  file: string,
  stdout: OutputStream,
): string[] {
  const bySeverity = (['error', 'warning'] as const).map((severity) =>
    findings.filter((finding) => finding.severity === severity),
  );
  return bySeverity.flatMap((group) =>
    group.flatMap((finding) => [...formatFinding(finding, file, stdout), '']),
  );
}

/** E.g. `1 error, 3 warnings`. */
export function countFindings(findings: readonly Pick<LocatedFinding, 'severity'>[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const counts = [plural(errors, 'error'), plural(findings.length - errors, 'warning')];
  return counts.filter((count) => !count.startsWith('0')).join(', ') || 'nothing found';
}

export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

function formatFinding(finding: LocatedFinding, file: string, stdout: OutputStream): string[] {
  const { severity, rule, place, message, remedy, utterances } = finding;
  const title = styleText(severity === 'error' ? 'red' : 'yellow', `${severity} ${rule}`, { stream: stdout });
  return [
    `${file}:${place.line}:${place.column} ${title}`,
    `  ${message}`,
    ...formatUtterances(utterances),
    `  → ${remedy}`,
  ];
}

function formatUtterances(utterances: readonly LocatedUtterance[]): string[] {
  if (utterances.length === 0) return [];
  const rows = utterances
    .slice(0, mostUtterances)
    .map(({ line, column, route, text }) => [
      `    ${line}:${column}`,
      route,
      fitText(text, textWidth).trimEnd(),
    ]);
  const left = utterances.length - mostUtterances;
  return [...alignRows(['left', 'left', 'left'], rows), ...(left > 0 ? [`    and ${left} more`] : [])];
}
