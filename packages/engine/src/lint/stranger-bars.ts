import type { Neighbours } from './neighbours.ts';
import { median } from './robust.ts';

/** How near to each route utterances of other routes usually are; NaN where there are none. */
export function measureStrangerBars(
  { best, centroid }: Neighbours,
  routes: Int32Array,
  routeCount: number,
): readonly number[] {
  return Array.from({ length: routeCount }, (_, route) => {
    const strangers = [...routes.keys()].filter((i) => routes[i] !== route);
    const slots = strangers.map((i) => i * routeCount + route);
    return median(slots.map((slot) => (best[slot]! + centroid[slot]!) / 2));
  });
}
