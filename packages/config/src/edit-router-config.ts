import { isAlias, parseDocument, type Document, type YAMLMap, type YAMLSeq } from 'yaml';
import { parseRouterConfig, type ParseOptions } from './parse-router-config.ts';
import { applySplices, setNumber } from './set-number.ts';

/** What `sr fit` writes. */
export interface RouterEdits {
  readonly threshold: number;
  /** null: as it is. */
  readonly expectedOutOfScope: number | null;
  /** All thresholds of routes, by name: a route that is not among them loses its own. */
  readonly routeThresholds: Readonly<Record<string, number>>;
}

/**
 * Writes settings into the text of a router.yaml, or of the same as JSON. Only the numbers change, and
 * what has to stand beside them: comments, order, quotes and layout stay as somebody wrote them.
 * @throws SR_CONFIG_INVALID where the text, or the text with these settings, is no valid router.
 */
export function editRouterConfig(text: string, edits: RouterEdits, options: ParseOptions): string {
  const { threshold, expectedOutOfScope, routeThresholds } = edits;
  const { routes } = parseRouterConfig(text, options);
  const document = parseDocument(text);
  const top = document.contents as YAMLMap;
  const routeNodes = (resolve(top.get('routes', true), document) as YAMLSeq).items;
  const besideEncoder = ['head', 'encoder'];
  const edited = applySplices(text, [
    ...setNumber(text, top, 'threshold', threshold, besideEncoder),
    ...(expectedOutOfScope === null
      ? []
      : setNumber(text, top, 'expectedOutOfScope', expectedOutOfScope, besideEncoder)),
    ...routes.flatMap(({ name }, i) =>
      setNumber(text, resolve(routeNodes[i], document) as YAMLMap, 'threshold', routeThresholds[name], [
        'name',
      ]),
    ),
  ]);
  parseRouterConfig(edited, options);
  return edited;
}

function resolve(node: unknown, document: Document): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}
