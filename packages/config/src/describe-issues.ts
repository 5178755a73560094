import type { FileIssue } from '@sr/core';
import type { z } from 'zod';
import { formatPath, sibling, valueAt, type FilePath } from './file-path.ts';
import { invalidValue } from './invalid-value.ts';
import { keysAt } from './keys-at.ts';
import type { LocatedDocument } from './located-document.ts';
import { unknownKey } from './unknown-key.ts';

/** What a schema found, as issues of the file: who, expected, actual, remedy. Texts are never quoted. */
export function describeIssues(
  schema: z.ZodType,
  issues: readonly z.core.$ZodIssue[],
  document: LocatedDocument,
): FileIssue[] {
  const described = issues.flatMap((issue) => describeIssue(schema, issue, document));
  // A key that is misspelt is missing as well; one issue is enough.
  const misspelt = new Set(
    described.map(({ kind, nearest, path }) => kind === 'unknown_key' && nearest && sibling(path, nearest)),
  );
  return described.filter(({ kind, path }) => !(kind === 'missing_key' && misspelt.has(path)));
}

function describeIssue(schema: z.ZodType, issue: z.core.$ZodIssue, document: LocatedDocument): FileIssue[] {
  const path = issue.path as FilePath;
  if (issue.code === 'unrecognized_keys') {
    const owner = keysAt(schema, path);
    return issue.keys.map((key) => unknownKey(owner, path, key, document));
  }
  const value = valueAt(document.value, path);
  if (value === undefined && path.length > 0) return [missingKey(path, issue.message, document)];
  return [invalidValue(issue, value, document.placeOf(path), keysAt(schema, []).title)];
}

function missingKey(path: FilePath, expected: string, document: LocatedDocument): FileIssue {
  const place = { ...document.placeOf(path.slice(0, -1)), path: formatPath(path) };
  return {
    kind: 'missing_key',
    ...place,
    message: `${place.path} is missing; it must be ${expected}.`,
    expected,
  };
}
