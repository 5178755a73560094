import type { Head } from '@sr/core';
import { loadMatrixKernels } from '@sr/simd-cosine';
import { exampleTexts } from '../example-texts.ts';
import { encodeExamples } from './encode-examples.ts';
import type { LintSettings } from './lint-routes.ts';
import { measureNeighbours } from './neighbours.ts';
import { reachedScores } from './reached-scores.ts';
import { median } from './robust.ts';
import type { PlacedUtterance, RouteView } from './route-view.ts';
import { rankStandings } from './standings.ts';
import { measureStrangerBars } from './stranger-bars.ts';
import { takeRows } from '../take-rows.ts';

/** Encodes and compares: all of lint that takes time. */
export async function prepareView(settings: LintSettings & { readonly head: Head }): Promise<RouteView> {
  const { routes, head, signal } = settings;
  const examples = await encodeExamples(settings);
  // Utterances come first in the examples of a route, then its label.
  const isUtterance = exampleTexts(routes, head).flatMap((texts, route) =>
    texts.map((_, i) => i < routes[route]!.utterances.length),
  );
  const rows = takeRows(
    examples.rows,
    examples.dimensions,
    [...isUtterance.keys()].filter((i) => isUtterance[i]),
  );
  const thresholds = routes.map((route) => route.threshold ?? settings.threshold);
  const isBarSet = thresholds.some((threshold) => threshold !== undefined);
  return {
    routes,
    ...(await compareUtterances(routes, rows, examples.dimensions)),
    readsLabels: head.readsLabels ?? false,
    thresholds,
    reached: isBarSet ? await reachedScores(examples, isUtterance, head, signal) : undefined,
  };
}

async function compareUtterances(
  routes: LintSettings['routes'],
  rows: Float32Array,
  dimensions: number,
): Promise<Pick<RouteView, 'utterances' | 'standings' | 'strangerBars' | 'spreads'>> {
  const utterances = routes.flatMap((route, i) =>
    route.utterances.map((text, j): PlacedUtterance => ({ route: i, utterance: j, text })),
  );
  const utteranceRoutes = Int32Array.from(utterances, ({ route }) => route);
  const { multiply } = await loadMatrixKernels();
  const neighbours = measureNeighbours(
    { rows, dimensions, routes: utteranceRoutes, routeCount: routes.length },
    multiply,
  );
  return {
    utterances,
    standings: rankStandings(neighbours, utteranceRoutes, routes.length),
    strangerBars: measureStrangerBars(neighbours, utteranceRoutes, routes.length),
    spreads: neighbours.pairs.map((cosines) => 1 - median(cosines)),
  };
}
