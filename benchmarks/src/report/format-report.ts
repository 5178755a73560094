import type { Bar } from './bar.ts';
import type { Report, Row } from './report.ts';

/** The report as text for people. */
export function formatReport(report: Report): string {
  const { bench, commit, quick, machine, versions, protocol, rows, bars } = report;
  return [
    `bench ${bench} at ${commit}${quick ? ' (quick: the figures say nothing)' : ''}`,
    Object.values(machine).join(', '),
    Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', '),
    '',
    ...protocol.map((sentence) => `- ${sentence}`),
    '',
    ...formatTable(rows),
    '',
    ...bars.map(formatBar),
    '',
  ].join('\n');
}

function formatBar({ name, value, op, target, ok }: Bar): string {
  return `${ok ? 'ok    ' : 'MISSED'}  ${name}: ${formatNumber(value)} ${op} ${target}`;
}

function formatTable(rows: readonly Row[]): string[] {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = [columns, ...rows.map((row) => columns.map((column) => formatCell(row[column])))];
  const widths = columns.map((_, i) => Math.max(...cells.map((line) => line[i]!.length)));
  const isNumeric = columns.map((column) => rows.every((row) => typeof row[column] !== 'string'));
  return cells.map((line) =>
    line
      .map((cell, i) => (isNumeric[i] ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
      .join('  ')
      .trimEnd(),
  );
}

function formatCell(value: string | number | null | undefined): string {
  return typeof value === 'number' ? formatNumber(value) : (value ?? '');
}

function formatNumber(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toPrecision(4);
}
