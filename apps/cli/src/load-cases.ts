import { parseCases, type Case, type RouterConfig } from '@sr/config';
import { readInputFile } from './read-input-file.ts';
import { UsageError } from './usage-error.ts';

/** The labelled cases that `--cases` names, at least one. */
export async function loadCases(file: string, { routes }: RouterConfig): Promise<Case[]> {
  const text = (await readInputFile('--cases', file)).toString('utf8');
  const cases = parseCases(text, { file, routes: routes.map(({ name }) => name) });
  if (cases.length === 0) throw new UsageError('--cases', `--cases names ${file}, which holds no case.`);
  return cases;
}
