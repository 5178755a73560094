import type { LintFinding } from '../finding.ts';
import { marginOf } from '../loses.ts';
import { toPlace } from '../places.ts';
import { shareAtLeast } from '../robust.ts';
import type { RouteView } from '../route-view.ts';

/** Share of the utterances of both routes that must be confused, at 99 % certainty. */
const tolerableShare = 0.03;
/** However small the routes are: two utterances are two findings of their own. */
const fewestConfused = 3;

/** Pairs of routes whose utterances, each left out in turn, are often nearer to the other route. */
export function findOverlappingRoutes(
  { routes, utterances, standings }: RouteView,
  earlier: readonly LintFinding[],
): readonly LintFinding[] {
  const confused = [...utterances.keys()].filter((i) => (marginOf(standings[i]!) ?? 0) < 0);
  const pairs = Map.groupBy(confused, (i) => pairKey(utterances[i]!.route, standings[i]!.rival!.route));
  const found = [...pairs.values()].flatMap((members) => {
    const first = members[0]!;
    const pair = [utterances[first]!.route, standings[first]!.rival!.route].toSorted((a, b) => a - b);
    const total = pair.reduce((sum, route) => sum + routes[route]!.utterances.length, 0);
    const share = shareAtLeast(members.length, total);
    return members.length < fewestConfused || share <= tolerableShare ? [] : { pair, members, total, share };
  });
  return found
    .filter(
      ({ pair }) =>
        !isDominated(
          earlier,
          pair.map((route) => routes[route]!.name),
        ),
    )
    .toSorted((a, b) => b.share - a.share)
    .map(({ pair, members, total }): LintFinding => {
      const [one, other] = pair.map((route) => routes[route]!.name);
      return {
        rule: 'overlapping_routes',
        severity: 'warning',
        routes: [one!, other!],
        utterances: members.map((i) => toPlace(utterances[i]!)),
        message: `${one} and ${other} overlap: ${members.length} of their ${total} utterances are nearer to the other route.`,
        remedy: `Move these utterances where they belong, join the routes, or give each a description that says what makes the difference.`,
        numbers: { confused: members.length, utterances: total },
      };
    });
}

function pairKey(a: number, b: number): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** A route that never wins against its rival overlaps with it; said once. */
function isDominated(earlier: readonly LintFinding[], names: readonly string[]): boolean {
  return earlier.some(
    ({ rule, routes }) => rule === 'never_wins' && names.every((name) => routes.includes(name)),
  );
}
