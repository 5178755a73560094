import type { IndexFactory } from '@sr/core';
import { createRouter, maxHead } from '@sr/engine';
import { createRecallEncoder } from '../../workloads/recall-encoder.ts';
import type { SyntheticRoutes } from '../../workloads/synthetic-routes.ts';

export interface IndexFigures {
  /** createRouter with all routes, without what encoding took. */
  readonly addMs: number;
  /** addRoutes with one more route. */
  readonly addOneMs: number;
  /** Decisions with a given vector, in the order of the queries. */
  readonly decisionsMs: readonly number[];
}

/** A router of many routes over one index, from building to deciding. */
export async function measureIndex(
  index: IndexFactory,
  { routes, rows, queries }: SyntheticRoutes,
): Promise<IndexFigures> {
  const [last, ...others] = routes.toReversed();
  const dimensions = queries[0]!.length;
  const encoder = createRecallEncoder({ id: 'synthetic', dimensions, rows });
  const [addMs, router] = await timed(() =>
    createRouter({ encoder, index, head: maxHead, routes: others.reverse() }),
  );
  const encodeMs = encoder.encodeMs;
  const [addOneMs] = await timed(() => router.addRoutes([last!]));

  for (const query of queries.slice(0, 20)) await router.route(query); // so that it is compiled
  const decisionsMs: number[] = [];
  for (const query of queries) decisionsMs.push((await timed(() => router.route(query)))[0]);
  return { addMs: addMs - encodeMs, addOneMs, decisionsMs };
}

async function timed<T>(run: () => Promise<T>): Promise<[ms: number, result: T]> {
  const start = performance.now();
  const result = await run();
  return [performance.now() - start, result];
}
