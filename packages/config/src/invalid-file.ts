import { SrError, type FileIssue } from '@sr/core';

/** All issues of a file as one error, in the order of the file; its message has one line per issue. */
export function invalidFile(
  code: 'SR_CONFIG_INVALID' | 'SR_CASES_INVALID',
  file: string,
  issues: readonly FileIssue[],
): SrError {
  const ordered = issues.toSorted((a, b) => a.line - b.line || a.column - b.column);
  const lines = ordered.map(({ line, column, message }) => `${file}:${line}:${column} ${message}`);
  return new SrError(code, lines.join('\n'), { file, issues: ordered });
}
