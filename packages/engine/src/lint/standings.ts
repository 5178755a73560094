import type { Neighbours } from './neighbours.ts';
import type { Nearness, Neighbour, RivalNearness, Standing } from './route-view.ts';

/** @param routes N routes, 0 … routeCount − 1. */
export function rankStandings(
  neighbours: Neighbours,
  routes: Int32Array,
  routeCount: number,
): readonly Standing[] {
  return Array.from(routes, (own, utterance) => {
    const slots = Array.from({ length: routeCount }, (_, route) => utterance * routeCount + route);
    const others = slots.filter((_, route) => route !== own);
    return {
      own: nearness(neighbours, slots[own]!),
      rival: findRival(neighbours, others, routeCount),
      nearestElsewhere: findNearest(neighbours, others),
    };
  });
}

function nearness({ best, centroid, nearest }: Neighbours, slot: number): Nearness | undefined {
  if (nearest[slot] === -1) return undefined;
  return { best: best[slot]!, centroid: centroid[slot]!, mean: (best[slot]! + centroid[slot]!) / 2 };
}

function findRival(
  neighbours: Neighbours,
  slots: readonly number[],
  routeCount: number,
): RivalNearness | undefined {
  let rival: RivalNearness | undefined;
  for (const slot of slots) {
    const candidate = nearness(neighbours, slot);
    if (candidate === undefined || candidate.mean <= (rival?.mean ?? -Infinity)) continue;
    rival = { ...candidate, route: slot % routeCount, utterance: neighbours.nearest[slot]! };
  }
  return rival;
}

function findNearest({ best, nearest }: Neighbours, slots: readonly number[]): Neighbour | undefined {
  const [first, ...rest] = slots;
  if (first === undefined) return undefined;
  const slot = rest.reduce((least, other) => (best[other]! > best[least]! ? other : least), first);
  return { utterance: nearest[slot]!, cosine: best[slot]! };
}
