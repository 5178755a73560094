import type { FileIssue, FilePlace } from '@sr/core';
import { LineCounter, parseDocument, type Document } from 'yaml';
import { formatPath, type FilePath } from './file-path.ts';
import { findNode } from './find-node.ts';
import { invalidFile } from './invalid-file.ts';
import type { LocatedDocument } from './located-document.ts';
import { nodeProblems, parserProblems, type YamlProblem } from './yaml-problems.ts';

/** How often one anchor may be repeated, nested aliases multiplied: no small file becomes a large value. */
const maxAliasCount = 100;

const yamlOptions = {
  // Written out, since a `%YAML 1.1` directive in the text would change them.
  schema: 'core',
  resolveKnownTags: false,
  merge: false,
  stringKeys: true,
  prettyErrors: false, // they quote the text
  logLevel: 'error',
} as const;

/**
 * Parses YAML 1.2, and so JSON. Nothing that the text names is imported or run: tags are refused.
 * @throws SR_CONFIG_INVALID.
 */
export function readYaml(text: string, file: string): LocatedDocument {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { ...yamlOptions, lineCounter });
  const place = (offset: number, path: FilePath): FilePlace => {
    const { line, col } = lineCounter.linePos(offset);
    return { line, column: col, path: formatPath(path) };
  };
  const refuse = (problems: readonly YamlProblem[]): void => {
    if (problems.length === 0) return;
    const issues = problems.map(({ offset, message }): FileIssue => ({
      kind: 'syntax',
      message: `${message}.`,
      ...place(offset, []),
    }));
    throw invalidFile('SR_CONFIG_INVALID', file, issues);
  };

  refuse(parserProblems(document));
  refuse(nodeProblems(document));
  const { value, problems } = toValue(document);
  refuse(problems);
  return {
    value,
    placeOf: (path) => place(findNode(document, path).valueOffset, path),
    placeOfKey: (path) => place(findNode(document, path).keyOffset, path),
  };
}

function toValue(document: Document): { value: unknown; problems: YamlProblem[] } {
  try {
    return { value: document.toJS({ maxAliasCount }), problems: [] };
  } catch (error) {
    // Everything else that toJS refuses has been reported by nodeProblems.
    if (!(error instanceof ReferenceError)) throw error;
    const message = `an anchor is repeated by more than ${maxAliasCount} aliases, nested ones multiplied; write the values out`;
    return { value: undefined, problems: [{ offset: 0, message }] };
  }
}
