import type { LintFinding } from '../finding.ts';
import { isReported } from '../is-reported.ts';
import { toPlace } from '../places.ts';
import { median, robustSpread } from '../robust.ts';
import type { RouteView } from '../route-view.ts';

/** Further from the middle of its route than so many usual spreads. */
const spreads = 5;

/**
 * Utterances that are unusually far from the rest of their route, and no nearer to it than texts
 * usually are to a route that they do not belong to.
 */
export function findOutlierUtterances(
  { routes, utterances, standings }: RouteView,
  earlier: readonly LintFinding[],
): readonly LintFinding[] {
  const stranger = median(standings.flatMap(({ rival }) => rival?.mean ?? []));
  const own = standings.map((standing) => standing.own?.mean ?? NaN);
  const middles = routes.map((_, route) => median(own.filter((_, i) => utterances[i]!.route === route)));
  const deviations = own.map((mean, i) => mean - middles[utterances[i]!.route]!);
  const usual = robustSpread(deviations.filter((deviation) => !Number.isNaN(deviation)));
  return deviations.flatMap((deviation, i): LintFinding[] => {
    const subject = utterances[i]!;
    const isFar = deviation < -spreads * usual && own[i]! < stranger;
    if (!isFar || isReported(earlier, subject)) return [];
    const { name } = routes[subject.route]!;
    return [
      {
        rule: 'outlier_utterance',
        severity: 'warning',
        routes: [name],
        utterances: [toPlace(subject)],
        message: `An utterance of ${name} has little to do with the rest of it: its nearness is ${own[i]!.toFixed(2)}, theirs is usually ${middles[subject.route]!.toFixed(2)}.`,
        remedy: `Delete it; or, where it is right, give ${name} more like it.`,
        numbers: { nearness: own[i]!, usualNearness: middles[subject.route]!, spreads: -deviation / usual },
      },
    ];
  });
}
