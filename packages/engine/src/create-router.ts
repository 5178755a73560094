import type { IndexFactory } from '@sr/core';
import { createWasmSimdIndex } from '@sr/index-wasm-simd';
import { checkTexts, checkThreshold } from './check-routes.ts';
import { addRoutes, removeRoutes, replaceRoute } from './edits.ts';
import { autoHead } from './heads/auto/auto-head.ts';
import { createRouteStore, type StoreChangeOptions } from './route-store.ts';
import { rankQuery, routeQuery, type Routing } from './route-query.ts';
import type { Router, RouterSettings } from './router.ts';
import { writeSnapshot } from './snapshot-file.ts';

/**
 * Encodes the utterances of all routes and returns a router that is ready to decide.
 *
 * @throws SR_INVALID_ROUTE, SR_EMPTY_ROUTE, SR_DUPLICATE_ROUTE, SR_DUPLICATE_UTTERANCE: each names the
 *   places; RangeError for a threshold off the head's scale; what the encoder throws.
 */
export function createRouter<const Name extends string>(
  settings: RouterSettings<Name>,
): Promise<Router<Name>> {
  return buildRouter(settings, {});
}

/**
 * A decision asks for the best row of every route. With few rows a route, most of them are scored again
 * after an int8 scan, which is then no gain: float32 at once is as fast in less memory.
 */
const createFloat32Index: IndexFactory = ({ dimensions }) =>
  createWasmSimdIndex({ dimensions, precision: 'float32' });

/** What createRouter and restoreRouter share; `options` carry what a snapshot knows already. */
export async function buildRouter<Name extends string>(
  settings: RouterSettings<Name>,
  options: Pick<StoreChangeOptions, 'known' | 'fittedHead'>,
): Promise<Router<Name>> {
  const {
    encoder,
    head = autoHead(),
    index: createIndex = createFloat32Index,
    routes,
    threshold,
    fallback,
    none = [],
  } = settings;
  if (threshold !== undefined) checkThreshold(threshold, head, 'threshold');
  checkTexts(none, 'none');
  const index = await createIndex({ dimensions: encoder.dimensions });
  const store = createRouteStore<Name>({ encoder, index, head, none });
  await store.change(() => routes, { ...settings, ...options });

  const routing: Routing<Name> = {
    encoder,
    index,
    head,
    threshold: threshold ?? head.defaultThreshold,
    fallback: fallback ?? null,
    currentSet: () => store.current,
  };
  return {
    encoder,
    get routes() {
      return store.current.stored.map(({ route }) => route);
    },
    route: (query, options = {}) => routeQuery(query, routing, options),
    rank: (query, options = {}) => rankQuery(query, routing, options),
    addRoutes: (added, options = {}) => store.change((present) => addRoutes(present, added), options),
    removeRoutes: (names, options = {}) => store.change((present) => removeRoutes(present, names), options),
    replaceRoute: (route, options = {}) => store.change((present) => replaceRoute(present, route), options),
    snapshot: () =>
      writeSnapshot(store.current, { encoder, head, index, threshold, fallback: fallback ?? undefined }),
  };
}
