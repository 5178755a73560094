import type { ScoreScale } from '@sr/core';
import { fitThreshold } from './fit-threshold.ts';
import type { ScoredCase } from './thresholds.ts';

/** Fewer cases whose best route it is than this say nothing about one route. */
const fewestCases = 30;
/** How many cases the router's threshold counts for beside a route's own. */
const routerWeight = 60;

/**
 * Thresholds of single routes, for accuracy. Each is drawn towards the router's, the more so the fewer
 * cases it rests on: unshrunk ones follow the accidents of their cases.
 */
export function fitRouteThresholds(
  cases: readonly ScoredCase[],
  router: number,
  scale: ScoreScale,
): Record<string, number> {
  const byRoute = Map.groupBy(cases, ({ best }) => best);
  const fitted = [...byRoute].flatMap(([route, own]): [string, number][] => {
    if (route === null || own.length < fewestCases) return [];
    const threshold = fitThreshold(own, { kind: 'accuracy' }, scale) ?? router;
    const shrunk = (own.length * threshold + routerWeight * router) / (own.length + routerWeight);
    return [[route, Number(shrunk.toFixed(3))]];
  });
  return Object.fromEntries(fitted.filter(([, threshold]) => threshold !== router));
}
