import { execFileSync } from 'node:child_process';
import { paths } from '../paths.ts';

/** The commit that is checked out, with `-dirty` where files differ from it; `unknown` outside of a clone. */
export function describeCommit(): string {
  try {
    return `${git('rev-parse', 'HEAD')}${git('status', '--porcelain') === '' ? '' : '-dirty'}`;
  } catch {
    return 'unknown';
  }
}

function git(...parameters: string[]): string {
  return execFileSync('git', parameters, { cwd: paths.repository, encoding: 'utf8' }).trim();
}
