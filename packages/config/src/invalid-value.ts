import { nearestName, type FileIssue, type FilePlace } from '@sr/core';
import type { z } from 'zod';

/** A value that is not what the schema expects. It is told by its kind and never quoted. */
export function invalidValue(
  issue: z.core.$ZodIssue,
  value: unknown,
  place: FilePlace,
  title: string,
): FileIssue {
  const expected = issue.message;
  const complaint = `${place.path || `a ${title}`} must be ${expected}${actual(issue, value)}`;
  const nearest = nearestChoice(issue, value);
  const common = { kind: 'invalid_value', ...place, expected } as const;
  if (nearest !== undefined)
    return { ...common, nearest, message: `${complaint}; did you mean "${nearest}"?` };
  return {
    ...common,
    message: `${complaint}${isUnquotedText(expected, value) ? '; put the text in quotes' : ''}.`,
  };
}

function actual({ code }: z.core.$ZodIssue, value: unknown): string {
  const isOutOfRange = code === 'too_small' || code === 'too_big';
  if (typeof value === 'number' && isOutOfRange) return `, got ${value}`;
  const isRightKind = isOutOfRange || (typeof value === 'string' && code !== 'invalid_type');
  return isRightKind ? '' : `, got ${kindOf(value)}`;
}

function nearestChoice(issue: z.core.$ZodIssue, value: unknown): string | undefined {
  const hasChoice = issue.code === 'invalid_value' && issue.values.length > 1;
  return hasChoice && typeof value === 'string' ? nearestName(value, issue.values.map(String)) : undefined;
}

// `- What is this: a thing` is a map to YAML, and `- 42` a number.
function isUnquotedText(expected: string, value: unknown): boolean {
  return (
    expected.startsWith('a text') && ['object', 'number', 'boolean'].includes(typeof value) && value !== null
  );
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  return typeof value === 'string' ? 'a text' : `a ${typeof value}`;
}
