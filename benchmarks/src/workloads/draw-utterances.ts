import type { Route } from '@sr/core';
import { shuffle, type Random } from '../measure/random.ts';

/** So many utterances of each route, drawn without replacement; all of a route that has fewer. */
export function drawUtterances(routes: readonly Route[], perRoute: number, random: Random): Route[] {
  return routes.map((route) => ({
    ...route,
    utterances: shuffle(route.utterances, random).slice(0, perRoute),
  }));
}
