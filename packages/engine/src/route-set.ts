import type { FittedHead, Route } from '@sr/core';

/** What decisions read: one consistent state of all routes. Never changed, only replaced as a whole. */
export interface RouteSet<Name extends string = string> {
  readonly stored: readonly StoredRoute<Name>[];
  /** null where there are no routes to score. */
  readonly head: FittedHead | null;
}

export interface StoredRoute<Name extends string = string> {
  readonly route: Route<Name>;
  /** The route's group in the index. */
  readonly group: number;
  /** What stands for the route in the index: its utterances, and its label where the head reads it. */
  readonly texts: readonly string[];
  /** ids[i] is the index id of texts[i]. */
  readonly ids: Int32Array;
}

/** One more than the largest group in use. */
export function groupCount(stored: readonly StoredRoute[]): number {
  return stored.reduce((count, { group }) => Math.max(count, group + 1), 0);
}
