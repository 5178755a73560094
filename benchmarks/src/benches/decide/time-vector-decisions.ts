import { autoHead, createRouter } from '@sr/engine';
import { createRecallEncoder } from '../../workloads/recall-encoder.ts';
import { makeSyntheticRoutes } from '../../workloads/synthetic-routes.ts';
import { fitOnFirst } from './fit-on-first.ts';
import type { VectorSizes } from './sizes.ts';

const dimensions = 384;

/** Milliseconds, one entry per decision. */
export interface VectorTimes {
  /** From the call to its decision. */
  readonly decisionsMs: readonly number[];
  /** Of those, in the index. */
  readonly searchesMs: readonly number[];
}

/** Decides given vectors, one after the other. */
export async function timeVectorDecisions(sizes: VectorSizes, seed: number): Promise<VectorTimes> {
  const { routes, rows, queries } = makeSyntheticRoutes({
    routeCount: sizes.routes,
    utterancesPerRoute: sizes.utterances,
    queryCount: sizes.warmUp + sizes.queries,
    dimensions,
    seed,
  });
  const router = await createRouter({
    encoder: createRecallEncoder({ id: 'synthetic', dimensions, rows }),
    head: fitOnFirst(autoHead(), sizes.fitted),
    // A label that is an utterance is no further example: the index holds as many rows as `sizes` says.
    routes: routes.map((route) => ({ ...route, description: route.utterances[0]! })),
  });
  for (const query of queries.slice(0, sizes.warmUp)) await router.route(query);
  const decisionsMs: number[] = [];
  const searchesMs: number[] = [];
  for (const query of queries.slice(sizes.warmUp)) {
    const start = performance.now();
    const { timingsMs } = await router.route(query);
    decisionsMs.push(performance.now() - start);
    searchesMs.push(timingsMs.search);
  }
  return { decisionsMs, searchesMs };
}
