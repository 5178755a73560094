import { styleText } from 'node:util';
import type { RouterConfig } from '@sr/config';
import type { Decision } from '@sr/core';
import type { OutputStream } from './cli-io.ts';
import { fitText, type Align } from './fit-text.ts';

interface Column {
  readonly title: string;
  readonly width: number;
  readonly align: Align;
}

/** Where the output is no terminal. */
const defaultWidth = 140;
const narrowestText = 16;
/** What the text gets of the space that it shares with the nearest utterance. */
const shareOfText = 0.55;
const widestRoute = 32;
const gap = '  ';

/**
 * A table that grows by one line per decision: widths are fixed at the start, because texts may come one
 * by one from stdin.
 * @returns prints one decision.
 */
export function createDecisionTable(
  config: RouterConfig,
  { explain }: { readonly explain: boolean },
  stdout: OutputStream,
): (text: string, decision: Decision) => void {
  const columns = planColumns(config, explain, stdout.columns ?? defaultWidth);
  const header = fitCells(
    columns,
    columns.map(({ title }) => title),
  ).join(gap);
  stdout.write(`${styleText('bold', header.trimEnd(), { stream: stdout })}\n`);

  return (text, decision) => {
    const [route, ...others] = fitCells(columns, cellsOf(text, decision));
    const style = decision.route === null ? 'yellow' : 'green';
    stdout.write(`${[styleText(style, route!, { stream: stdout }), ...others].join(gap).trimEnd()}\n`);
  };
}

function planColumns({ routes, fallback }: RouterConfig, explain: boolean, width: number): Column[] {
  const longest = Math.max(...routes.map(({ name }) => name.length), noneLabel(fallback ?? null).length);
  const fixed: Column[] = [
    { title: 'route', width: Math.min(longest, widestRoute), align: 'left' },
    { title: 'confidence', width: 10, align: 'right' },
    { title: 'margin', width: 6, align: 'right' },
    { title: 'ms', width: 6, align: 'right' },
  ];
  const taken = fixed.reduce((sum, column) => sum + column.width + gap.length, 0);
  const left = width - taken - (explain ? gap.length : 0);
  const textWidth = Math.max(narrowestText, explain ? Math.ceil(left * shareOfText) : left);
  const text: Column = { title: 'text', width: textWidth, align: 'left' };
  if (!explain) return [...fixed, text];
  const nearestWidth = Math.max(narrowestText, left - textWidth);
  return [...fixed, text, { title: 'nearest utterance', width: nearestWidth, align: 'left' }];
}

function cellsOf(
  text: string,
  { route, model, confidence, margin, timingsMs, evidence }: Decision,
): string[] {
  const { encode, search, decide } = timingsMs;
  return [
    route ?? noneLabel(model),
    confidence.toFixed(2),
    margin?.toFixed(2) ?? '—',
    (encode + search + decide).toFixed(1),
    text,
    evidence?.[0]?.utterance ?? '',
  ];
}

function noneLabel(fallback: string | null): string {
  return fallback === null ? '— none of these' : `— none → ${fallback}`;
}

function fitCells(columns: readonly Column[], cells: readonly string[]): string[] {
  return columns.map(({ width, align }, i) => fitText(cells[i]!, width, align));
}
