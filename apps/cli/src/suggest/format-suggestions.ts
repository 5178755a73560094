import { plural } from '../lint/format-findings.ts';
import type { Suggestions } from './suggestions.ts';

/** Suggestions as YAML that can be pasted under `routes:`; all else are comments. */
export function formatSuggestions({ queries, unrouted, routes, label }: Suggestions): string {
  const taken = routes.reduce((sum, { size }) => sum + size, 0);
  const summary = `# ${plural(queries, 'text')}, ${unrouted} without a route; ${plural(routes.length, 'route')} proposed, for ${taken} of them.`;
  const proposals = routes.flatMap(({ name, size, utterances }) => [
    '',
    `  # ${plural(size, 'text')}`,
    `  - name: ${JSON.stringify(name)}`,
    '    utterances:',
    ...utterances.map((text) => `      - ${JSON.stringify(text)}`), // JSON is YAML: no text can break out
  ]);
  const worth = label.map(({ text, route, doubt }) => {
    return `#   ${doubt.toFixed(2)} from another outcome, now ${route ?? 'no route'}: ${JSON.stringify(text)}`;
  });
  const labels = worth.length === 0 ? [] : ['', '# Most worth labelling, for sr eval and sr fit:', ...worth];
  return `${[summary, ...proposals, ...labels].join('\n')}\n`;
}
