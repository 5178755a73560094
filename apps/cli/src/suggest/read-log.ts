import type { Decision } from '@sr/core';
import { readInputFile } from '../read-input-file.ts';
import { UsageError } from '../usage-error.ts';

/** A query of a log; what was decided is there where the log says it. */
export interface LoggedQuery {
  readonly text: string;
  readonly decision?: LoggedDecision;
}

/** What a log has to keep of a decision so that it can be judged. */
export type LoggedDecision = Pick<Decision, 'route' | 'confidence' | 'threshold' | 'margin'>;

/**
 * The queries of a log: of *.jsonl, objects with `text` and what `Decision` holds beside it, of *.txt,
 * one text per line. Blank lines are skipped.
 */
export async function readLog(file: string): Promise<LoggedQuery[]> {
  if (!/\.(jsonl|txt)$/u.test(file)) {
    throw new UsageError('--log', `--log takes a file that ends in .jsonl or .txt, got ${file}.`);
  }
  const lines = (await readInputFile('--log', file)).toString('utf8').split('\n');
  const read = file.endsWith('.txt')
    ? (line: string) => ({ text: line.trim() })
    : (line: string, i: number) => parseLine(line, `${file}:${i + 1}`);
  const queries = lines.flatMap((line, i) => (line.trim() === '' ? [] : read(line, i)));
  if (queries.length === 0) throw new UsageError('--log', `--log names ${file}, which holds no query.`);
  return queries;
}

function parseLine(line: string, place: string): LoggedQuery {
  const { text, route, confidence, threshold, margin } = parseObject(line, place);
  if (typeof text !== 'string' || text.trim() === '') throw wrongLine(place);
  if (typeof confidence !== 'number' || typeof threshold !== 'number') return { text };
  if (route !== null && typeof route !== 'string') return { text };
  return {
    text,
    decision: { route, confidence, threshold, margin: typeof margin === 'number' ? margin : null },
  };
}

function parseObject(line: string, place: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // Said below, without the parser's message, which quotes the text.
  }
  throw wrongLine(place);
}

function wrongLine(place: string): UsageError {
  return new UsageError(
    '--log',
    `${place} must be JSON with a text, as in {"text": "…", "route": null, "confidence": 0.3, "threshold": 0.5}.`,
  );
}
