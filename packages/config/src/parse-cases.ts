import { nearestName, type FileIssue } from '@sr/core';
import { z } from 'zod';
import { describeIssues } from './describe-issues.ts';
import { formatPath, type FilePath } from './file-path.ts';
import { invalidFile } from './invalid-file.ts';
import type { LocatedDocument } from './located-document.ts';

/** A query and the route that it should take; null: no route should match. */
export interface Case {
  readonly text: string;
  readonly route: string | null;
}

export interface ParseCasesOptions {
  /** What messages call the file. */
  readonly file: string;
  /** Names that labels may have; not given: any. */
  readonly routes?: readonly string[];
}

const caseSchema = z
  .strictObject(
    {
      text: z.string({ error: 'a text' }),
      // Required: a label that was forgotten must not count as "no route".
      route: z.string({ error: 'the name of a route, or null for none' }).nullable(),
    },
    { error: 'a map with text and route' },
  )
  .meta({ title: 'case' });

/**
 * Checks a cases file: one JSON object per line, as in `{"text": "…", "route": "billing"}`. Blank lines
 * are skipped.
 * @throws SR_CASES_INVALID with every issue and its line.
 */
export function parseCases(text: string, { file, routes }: ParseCasesOptions): Case[] {
  const issues: FileIssue[] = [];
  const cases: Case[] = [];
  text.split('\n').forEach((line, i) => {
    if (line.trim() === '') return;
    const read = readCase(locateLine(line, i + 1), routes);
    if ('text' in read) cases.push(read);
    else issues.push(...read);
  });
  if (issues.length > 0) throw invalidFile('SR_CASES_INVALID', file, issues);
  return cases;
}

function readCase(document: LocatedDocument, routes: readonly string[] | undefined): Case | FileIssue[] {
  if (document.value === undefined) return [noJson(document)];
  const { data, error } = caseSchema.safeParse(document.value);
  if (error) return describeIssues(caseSchema, error.issues, document);
  const { route } = data;
  const isKnown = route === null || routes === undefined || routes.includes(route);
  return isKnown ? data : [unknownRoute(route, routes, document)];
}

function locateLine(line: string, lineNumber: number): LocatedDocument {
  const place = (path: FilePath) => ({ line: lineNumber, column: 1, path: formatPath(path) });
  return { value: parseJson(line), placeOf: place, placeOfKey: place };
}

/** @returns undefined for what is no JSON; the parser's message is not used, because it quotes the text. */
function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function noJson(document: LocatedDocument): FileIssue {
  const message = 'this line is no JSON; expected {"text": "…", "route": "…"}.';
  return { kind: 'syntax', ...document.placeOf([]), message };
}

function unknownRoute(name: string, routes: readonly string[], document: LocatedDocument): FileIssue {
  const nearest = nearestName(name, routes);
  const remedy =
    nearest === undefined ? `expected one of ${routes.join(', ')}.` : `did you mean "${nearest}"?`;
  return {
    kind: 'unknown_name',
    ...document.placeOf(['route']),
    message: `route "${name}" is not a route of the router; ${remedy}`,
    ...(nearest !== undefined && { nearest }),
  };
}
