import type { LintFinding } from '../finding.ts';
import { median } from '../robust.ts';
import type { RouteView } from '../route-view.ts';

/** Of the distance that two utterances of one route usually have. */
const shareOfUsualDistance = 1 / 3;
const fewestUtterances = 3;

/** Routes whose utterances are nearly one text: they say little about what else the route should take. */
export function findTooSimilarUtterances({ routes, spreads }: RouteView): readonly LintFinding[] {
  const usual = median(spreads.filter((_, route) => routes[route]!.utterances.length >= fewestUtterances));
  return routes.flatMap(({ name, utterances }, route): LintFinding[] => {
    const spread = spreads[route]!;
    if (utterances.length < fewestUtterances || !(spread < usual * shareOfUsualDistance)) return [];
    return [
      {
        rule: 'too_similar_utterances',
        severity: 'warning',
        routes: [name],
        utterances: [],
        message: `The utterances of ${name} are nearly one text: two of them have a cosine of ${(1 - spread).toFixed(2)}, in other routes usually ${(1 - usual).toFixed(2)}.`,
        remedy: 'Keep one or two, and add what people would say in other words.',
        numbers: { cosine: 1 - spread, usualCosine: 1 - usual },
      },
    ];
  });
}
