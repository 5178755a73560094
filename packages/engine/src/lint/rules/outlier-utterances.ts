import type { LintFinding } from '../finding.ts';
import { isReported } from '../is-reported.ts';
import { toPlace } from '../places.ts';
import type { RouteView } from '../route-view.ts';

/**
 * Utterances that are further from their route than most utterances of other routes are. By rank, because how far apart the texts of a route are is the route's own affair.
 */
export function findOutlierUtterances(
  { routes, utterances, standings, strangerBars }: RouteView,
  earlier: readonly LintFinding[],
): readonly LintFinding[] {
  return standings.flatMap(({ own }, i): LintFinding[] => {
    const subject = utterances[i]!;
    const bar = strangerBars[subject.route]!;
    if (own === undefined || !(own.mean < bar) || isReported(earlier, subject)) return [];
    const { name } = routes[subject.route]!;
    return [
      {
        rule: 'outlier_utterance',
        severity: 'warning',
        routes: [name],
        utterances: [toPlace(subject)],
        message: `An utterance of ${name} has little to do with the rest of it: its nearness is ${own.mean.toFixed(2)}, and half of the utterances of other routes reach ${bar.toFixed(2)}.`,
        remedy: `Delete it; or, where it is right, give ${name} more like it.`,
        numbers: { nearness: own.mean, strangers: bar },
      },
    ];
  });
}
