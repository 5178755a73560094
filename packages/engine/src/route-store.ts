import type { Encoder, FittedHead, Head, Route, VectorIndex } from '@sr/core';
import { checkRoutes } from './check-routes.ts';
import { encodeAdded, type KnownRows } from './encode-added.ts';
import { planExamples } from './plan-examples.ts';
import { planChange, type ChangePlan, type PlannedTexts } from './plan-change.ts';
import { emptyRouteSet, textFinder, type RouteSet, type StoredTexts } from './route-set.ts';
import type { ChangeOptions } from './router.ts';

export interface RouteStore<Name extends string> {
  readonly current: RouteSet<Name>;
  /** Replaces the routes by what `edit` makes of them. Changes queue up; each is atomic. */
  change(edit: Edit<Name>, options: StoreChangeOptions): Promise<void>;
}

export type Edit<Name extends string> = (routes: readonly Route<Name>[]) => readonly Route<Name>[];

export interface StoreChangeOptions extends ChangeOptions {
  readonly known?: KnownRows;
  /** A head that was fitted on exactly these routes before; spares fitting. */
  readonly fittedHead?: FittedHead;
}

type Awaitable<T> = T | Promise<T>;

export interface StoreParts {
  readonly encoder: Encoder;
  readonly index: VectorIndex;
  readonly head: Head;
  /** Texts that no route should take. */
  readonly none: readonly string[];
}

/**
 * Owns the index and keeps it in step with the routes. A change encodes and fits first, while the old
 * set goes on answering, and then commits index and set in one synchronous step: no decision can run
 * in between.
 */
export function createRouteStore<Name extends string>(parts: StoreParts): RouteStore<Name> {
  const { encoder, index, head, none } = parts;
  let current: RouteSet<Name> = emptyRouteSet;
  let lastChange: Promise<void> = Promise.resolve();

  async function makeChange(edit: Edit<Name>, options: StoreChangeOptions): Promise<void> {
    const routes = edit(current.stored.map(({ route }) => route));
    checkRoutes(routes, head);
    const plan = planChange(current, routes, none, head);
    const rows = await encodeAdded(encoder, plan.added, options);
    const fittedHead = routes.length === 0 ? null : await fit(plan, rows, options);
    options.signal?.throwIfAborted();
    commit(plan, rows, fittedHead);
  }

  function fit(
    plan: ChangePlan<Name>,
    rows: Float32Array,
    options: StoreChangeOptions,
  ): Awaitable<FittedHead> {
    const { fittedHead, signal, onFitProgress: onProgress } = options;
    return (
      fittedHead ??
      head.fit(planExamples(plan, rows, index), {
        ...(signal && { signal }),
        ...(onProgress && { onProgress }),
      })
    );
  }

  // The only place where what decisions see is changed. `add` may throw (no memory left), so it comes first.
  function commit(plan: ChangePlan<Name>, rows: Float32Array, fittedHead: FittedHead | null): void {
    const newIds = index.add(
      rows,
      plan.added.map(({ group }) => group),
    );
    index.remove(plan.removed);
    const store = ({ group, texts, sources }: PlannedTexts): StoredTexts => ({
      group,
      texts,
      ids: Int32Array.from(sources, (source) => ('id' in source ? source.id : newIds[source.added]!)),
    });
    const stored = plan.routes.map((planned) => ({
      route: planned.route,
      ...store(planned),
      negatives: store(planned.negatives),
    }));
    current = { stored, none: store(plan.none), findText: textFinder(stored), head: fittedHead };
  }

  return {
    get current() {
      return current;
    },
    change(edit, options) {
      const change = lastChange.then(() => makeChange(edit, options));
      lastChange = change.catch(() => undefined); // reported to its own caller; the next one starts afresh
      return change;
    },
  };
}
