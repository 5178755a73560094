import type { LintFinding } from '../finding.ts';
import { loses } from '../loses.ts';
import { toPlace } from '../places.ts';
import type { RouteView } from '../route-view.ts';

/** Fewer prove nothing: `too_few_utterances` has them. */
const fewestUtterances = 3;

/** Routes whose every utterance, left out, is nearer to another route by its best utterance and by its mean. */
export function findDominatedRoutes({ routes, utterances, standings }: RouteView): readonly LintFinding[] {
  return routes.flatMap(({ name }, route): LintFinding[] => {
    const own = [...utterances.keys()].filter((i) => utterances[i]!.route === route);
    if (own.length < fewestUtterances || !own.every((i) => loses(standings[i]!))) return [];
    const rivals = Map.groupBy(own, (i) => standings[i]!.rival!.route);
    const byCount = [...rivals].toSorted(([, a], [, b]) => b.length - a.length);
    const rivalNames = byCount.map(([rival]) => routes[rival]!.name);
    return [
      {
        rule: 'never_wins',
        severity: 'error',
        routes: [name, ...rivalNames],
        utterances: own.map((i) => toPlace(utterances[i]!)),
        message: `Every utterance of ${name} is nearer to ${rivalNames.join(' or ')} than to the rest of ${name}; texts like them would not go there.`,
        remedy: `Join ${name} with ${rivalNames[0]!}, or replace its utterances by ones that only ${name} should take.`,
        numbers: { utterances: own.length, nearestToRival: byCount[0]![1].length },
      },
    ];
  });
}

/** Routes with a bar above what any of their own utterances reaches when the head has not seen it. */
export function findUnreachableRoutes({ routes, thresholds, reached }: RouteView): readonly LintFinding[] {
  return routes.flatMap(({ name }, route): LintFinding[] => {
    const threshold = thresholds[route];
    const best = reached?.[route] ?? NaN;
    if (threshold === undefined || !(best < threshold)) return [];
    return [
      {
        rule: 'never_wins',
        severity: 'error',
        routes: [name],
        utterances: [],
        message: `${name} must reach ${threshold}, but none of its own utterances, held back from the head, scores more than ${best.toFixed(2)}.`,
        remedy: 'Lower the threshold below that, or measure one on labelled cases with `sr fit`.',
        numbers: { threshold, reached: best },
      },
    ];
  });
}
