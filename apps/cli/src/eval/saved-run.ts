import { createHash } from 'node:crypto';
import type { Case } from '@sr/config';
import { figureNames, toOutcome, type Evaluation, type JudgedCase, type Outcome } from '@sr/engine';
import { readInputFile } from '../read-input-file.ts';
import { UsageError } from '../usage-error.ts';
import { writeFileAtomically } from '../write-file-atomically.ts';

/** What `--save` writes and `--baseline` reads: outcomes and figures, and no text. */
export interface SavedRun {
  readonly format: 'sr-eval/1';
  readonly figures: Readonly<Record<string, number | null>>;
  readonly outcomes: readonly SavedOutcome[];
}

export interface SavedOutcome extends Outcome {
  /** Of text and label: finds the same case in another run, wherever it stands there. */
  readonly id: string;
}

export function identifyOutcomes(cases: readonly Case[], judged: readonly JudgedCase[]): SavedOutcome[] {
  return cases.map((labelled, i) => ({ id: idOf(labelled), ...toOutcome(judged[i]!) }));
}

export async function saveRun(
  file: string,
  evaluation: Evaluation,
  outcomes: readonly SavedOutcome[],
): Promise<void> {
  const figures = Object.fromEntries(figureNames.map((name) => [name, evaluation[name]]));
  const run: SavedRun = { format: 'sr-eval/1', figures, outcomes };
  await writeFileAtomically(file, Buffer.from(`${JSON.stringify(run)}\n`));
}

/** @throws UsageError where the file is no saved run. */
export async function loadRun(file: string): Promise<SavedRun> {
  const text = (await readInputFile('--baseline', file)).toString('utf8');
  const run = parseJson(text);
  if (isSavedRun(run)) return run;
  throw new UsageError(
    '--baseline',
    `--baseline names ${file}, which is not what sr eval --save writes; save it again.`,
  );
}

function isSavedRun(value: unknown): value is SavedRun {
  const { format, outcomes } = (value ?? {}) as Partial<SavedRun>;
  return format === 'sr-eval/1' && Array.isArray(outcomes) && outcomes.every(isSavedOutcome);
}

function isSavedOutcome(value: unknown): value is SavedOutcome {
  const { id, expected, decided, best, confidence } = (value ?? {}) as Partial<SavedOutcome>;
  const isName = (name: unknown) => name === null || typeof name === 'string';
  return (
    typeof id === 'string' &&
    [expected, decided, best].every(isName) &&
    typeof confidence === 'number' &&
    Number.isFinite(confidence)
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function idOf({ text, route }: Case): string {
  return createHash('sha256')
    .update(JSON.stringify([text, route]))
    .digest('hex')
    .slice(0, 16);
}
