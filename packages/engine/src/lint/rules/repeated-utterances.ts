import type { LintFinding } from '../finding.ts';
import { normalizeText } from '../normalize-text.ts';
import { toPlace } from '../places.ts';
import type { RouteView } from '../route-view.ts';

/** Texts that a route has more than once, but for case, spaces and punctuation. */
export function findRepeatedUtterances({ routes, utterances }: RouteView): readonly LintFinding[] {
  const sameText = Map.groupBy(utterances, ({ route, text }) => `${route} ${normalizeText(text)}`);
  return [...sameText.values()]
    .filter((same) => same.length > 1)
    .map(([first, ...repeats]): LintFinding => {
      const { name } = routes[first!.route]!;
      return {
        rule: 'repeated_utterance',
        severity: 'warning',
        routes: [name],
        utterances: [...repeats, first!].map(toPlace),
        message: `${name} has the same text ${repeats.length + 1} times; a repetition shows nothing new.`,
        remedy: 'Delete the repetition, or put the same in other words.',
        numbers: { times: repeats.length + 1 },
      };
    });
}
