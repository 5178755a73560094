import type { LintFinding } from '../finding.ts';
import { isReported } from '../is-reported.ts';
import { loses, marginOf } from '../loses.ts';
import { toPlace } from '../places.ts';
import { robustSpread } from '../robust.ts';
import type { RouteView } from '../route-view.ts';

/**
 * Utterances that are clearly nearer to another route: by its best utterance, by its mean, and by more
 * than margins usually differ. Where 2 % of the labels in CLINC150's and BANKING77's training files (10 a
 * route, and all) were exchanged at random, it named 50 to 63 % of those, with the other rules on
 * utterances 79 to 88 %, and 0.2 to 1.7 % of the rest, many of which are wrong in the files.
 */
export function findMisplacedUtterances(
  view: RouteView,
  earlier: readonly LintFinding[],
): readonly LintFinding[] {
  const { routes, utterances, standings } = view;
  const clear = -robustSpread(standings.flatMap((standing) => marginOf(standing) ?? []));
  return standings.flatMap((standing, i): LintFinding[] => {
    const margin = marginOf(standing) ?? 0;
    const subject = utterances[i]!;
    if (!loses(standing) || !(margin < clear) || isReported(earlier, subject)) return [];
    const rival = standing.rival!;
    const names = [subject.route, rival.route].map((route) => routes[route]!.name);
    // Near nothing it is an outlier; near a route that never wins it is where it should be.
    if (rival.mean < memberNearness(view, rival.route) || neverWins(names[1]!, earlier)) return [];
    return [
      {
        rule: 'misplaced_utterance',
        severity: 'warning',
        routes: names,
        utterances: [subject, utterances[rival.utterance]!].map(toPlace),
        message: `An utterance of ${names[0]!} is clearly nearer to ${names[1]!}: ${rival.mean.toFixed(2)} against ${standing.own!.mean.toFixed(2)}.`,
        remedy: `Move it to ${names[1]!}; or, where it is right, give ${names[0]!} more like it.`,
        numbers: { margin, clearMargin: clear, ownBest: standing.own!.best, rivalBest: rival.best },
      },
    ];
  });
}

function neverWins(name: string, earlier: readonly LintFinding[]): boolean {
  return earlier.some(({ rule, routes }) => rule === 'never_wins' && routes[0] === name);
}

/** What three of four utterances of a route, each left out, reach: a text that does not belongs nowhere. */
function memberNearness({ utterances, standings }: RouteView, route: number): number {
  const members = standings.filter((_, i) => utterances[i]!.route === route);
  const sorted = members.map(({ own }) => own?.mean ?? Infinity).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 4)]!;
}
