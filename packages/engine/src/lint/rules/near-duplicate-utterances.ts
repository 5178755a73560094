import type { LintFinding } from '../finding.ts';
import { isReported } from '../is-reported.ts';
import { toPlace } from '../places.ts';
import { median } from '../robust.ts';
import type { RouteView } from '../route-view.ts';

/** Of the distance that an utterance usually has to the nearest one of its own route. */
const shareOfUsualDistance = 1 / 3;

/** Pairs across routes that are far nearer to each other than utterances of one route usually are. */
export function findNearDuplicateUtterances(
  { routes, utterances, standings }: RouteView,
  earlier: readonly LintFinding[],
): readonly LintFinding[] {
  const usual = median(standings.flatMap(({ own }) => (own === undefined ? [] : 1 - own.best)));
  return standings.flatMap(({ nearestElsewhere }, i): LintFinding[] => {
    if (nearestElsewhere === undefined) return [];
    const { utterance: j, cosine } = nearestElsewhere;
    const isMutual = standings[j]!.nearestElsewhere?.utterance === i;
    if (!(1 - cosine < usual * shareOfUsualDistance) || (isMutual && j > i)) return [];
    const pair = [utterances[i]!, utterances[j]!];
    const names = pair.map(({ route }) => routes[route]!.name);
    const ofBoth = earlier.filter((finding) => names.every((name) => finding.routes.includes(name)));
    if (pair.some((utterance) => isReported(ofBoth, utterance))) return [];
    return [
      {
        rule: 'near_duplicate_utterance',
        severity: 'warning',
        routes: names,
        utterances: pair.map(toPlace),
        message: `Nearly the same text is in ${names.join(' and ')}: their cosine is ${cosine.toFixed(2)}, that of neighbours in one route is usually ${(1 - usual).toFixed(2)}.`,
        remedy: 'Keep it in the route that should take it, or say in each what makes the difference.',
        numbers: { cosine, usualCosine: 1 - usual },
      },
    ];
  });
}
