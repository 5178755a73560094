import type { FileIssue } from '@sr/core';
import { checkReferences } from './check-references.ts';
import { describeIssues } from './describe-issues.ts';
import { invalidFile } from './invalid-file.ts';
import type { LocatedDocument } from './located-document.ts';
import { readYaml } from './read-yaml.ts';
import type { RouterConfig } from './router-config.ts';
import { routerSchema } from './router-schema.ts';

export interface ParseOptions {
  /** What messages call the file. */
  readonly file: string;
}

/**
 * Checks a router.yaml, or the same as JSON. Only text is read: no file, no environment, no network.
 * @throws SR_CONFIG_INVALID with every issue and its line and column; a second kind of issues, names
 *   that refer to nothing and duplicates, is looked for once each value by itself is right.
 */
export function parseRouterConfig(text: string, { file }: ParseOptions): RouterConfig {
  return parseLocated(text, file, checkReferences).config;
}

/** @param check looks for what no single value shows. */
export function parseLocated(
  text: string,
  file: string,
  check: (config: RouterConfig, document: LocatedDocument) => readonly FileIssue[],
): { readonly config: RouterConfig; readonly document: LocatedDocument } {
  const document = readYaml(text, file);
  const { data, error } = routerSchema.safeParse(document.value);
  const issues = error
    ? onlyVersion(describeIssues(routerSchema, error.issues, document))
    : check(data, document);
  if (error || issues.length > 0) throw invalidFile('SR_CONFIG_INVALID', file, issues);
  return { config: data, document };
}

/** Where a file is of another version, that is the finding: what else differs follows from it. */
function onlyVersion(issues: readonly FileIssue[]): readonly FileIssue[] {
  const version = issues.filter(({ kind, path }) => kind === 'invalid_value' && path === 'version');
  return version.length > 0 ? version : issues;
}
