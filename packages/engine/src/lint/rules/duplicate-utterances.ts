import type { LintFinding } from '../finding.ts';
import { normalizeText } from '../normalize-text.ts';
import { toPlace } from '../places.ts';
import type { RouteView } from '../route-view.ts';

/** Texts that more than one route has, but for case, spaces and punctuation. */
export function findDuplicateUtterances({ routes, utterances }: RouteView): readonly LintFinding[] {
  const sameText = Map.groupBy(utterances, ({ text }) => normalizeText(text));
  return [...sameText.values()].flatMap((same): LintFinding[] => {
    const onePerRoute = same
      .filter(({ route }, i) => same.findIndex((other) => other.route === route) === i)
      .toReversed(); // the repetition is what surprises
    if (onePerRoute.length < 2) return [];
    const names = onePerRoute.map(({ route }) => routes[route]!.name);
    return [
      {
        rule: 'duplicate_utterance',
        severity: 'error',
        routes: names,
        utterances: onePerRoute.map(toPlace),
        message: `The same text is in ${names.length} routes, ${names.join(' and ')}; nothing could tell them apart by it.`,
        remedy: 'Keep it in the route that should take it, and delete it from the others.',
        numbers: { routes: names.length },
      },
    ];
  });
}
