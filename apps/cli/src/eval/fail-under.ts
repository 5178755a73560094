import { nearestName } from '@sr/core';
import { figureNames, type FigureName, type Figures } from '@sr/engine';
import { CheckFailed } from '../check-failed.ts';
import { UsageError } from '../usage-error.ts';

/** What a figure has to reach. */
export interface Bar {
  readonly figure: FigureName;
  /** A share, in [0, 1]. */
  readonly value: number;
}

const lowerIsBetter: ReadonlySet<FigureName> = new Set(['fpr95', 'ece']);

/** Reads `metric=value`, the argument of `--fail-under`, and adds it to those before it. */
export function collectBar(argument: string, bars: readonly Bar[]): Bar[] {
  const [name = '', text = ''] = argument.split('=');
  const figure = figureNames.find((known) => known === name);
  if (figure === undefined) throw unknownFigure(name);
  const value = text.trim() === '' ? NaN : Number(text);
  if (!(value >= 0 && value <= 1)) {
    throw new UsageError(
      '--fail-under',
      `--fail-under takes a share from 0 to 1, as in ${figure}=0.9; got ${JSON.stringify(argument)}.`,
    );
  }
  return [...bars, { figure, value }];
}

/** @throws CheckFailed with every bar that is missed; a figure that could not be measured misses its bar. */
export function checkBars(figures: Figures, bars: readonly Bar[]): void {
  const missed = bars
    .map((bar) => ({ ...bar, actual: figures[bar.figure] }))
    .filter(({ figure, value, actual }) => !isReached(figure, value, actual));
  if (missed.length === 0) return;
  const lines = missed.map(({ figure, value, actual }) => {
    const side = lowerIsBetter.has(figure) ? 'at most' : 'at least';
    const got = actual === null ? 'these cases have nothing to measure it on' : `got ${actual.toFixed(4)}`;
    return `${figure} must be ${side} ${value}, ${got}`;
  });
  throw new CheckFailed(`--fail-under: ${lines.join('; ')}.`, { missed });
}

function isReached(figure: FigureName, value: number, actual: number | null): boolean {
  if (actual === null) return false;
  return lowerIsBetter.has(figure) ? actual <= value : actual >= value;
}

function unknownFigure(name: string): UsageError {
  const nearest = nearestName(name, figureNames);
  const remedy =
    nearest === undefined ? `expected one of ${figureNames.join(', ')}` : `did you mean "${nearest}"?`;
  return new UsageError(
    '--fail-under',
    `--fail-under takes metric=value; ${JSON.stringify(name)} is no metric; ${remedy}`,
  );
}
