import { isAlias, visit, type Document, type Node, type ParsedNode } from 'yaml';
import { syntaxProblems } from './syntax-problems.ts';

/** Why a text cannot be read as YAML, and at which character. */
export interface YamlProblem {
  readonly offset: number;
  readonly message: string;
}

/** What the parser found. Tags that it does not know are warnings to it; to us they are refused. */
export function parserProblems({ errors, warnings }: Document): YamlProblem[] {
  return [...errors, ...warnings].map(({ code, pos: [offset] }) => ({
    offset,
    message: syntaxProblems[code],
  }));
}

/** Aliases without an anchor before them, aliases of what they stand in, and keys that objects cannot have. */
export function nodeProblems(document: Document): YamlProblem[] {
  const problems: YamlProblem[] = [];
  const anchors = new Map<string, Node>();
  const report = (node: unknown, message: string): void => {
    problems.push({ offset: (node as ParsedNode).range[0], message });
  };
  visit(document, {
    Node(_, node, ancestors) {
      if (isAlias(node)) {
        const target = anchors.get(node.source);
        if (target === undefined) report(node, 'no anchor of this name stands before this alias');
        else if (ancestors.includes(target)) report(node, 'an alias cannot stand inside of what it repeats');
      } else if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
    Pair(_, { key }) {
      if (String(key) === '__proto__') report(key, 'a key cannot be called __proto__');
    },
  });
  return problems;
}
