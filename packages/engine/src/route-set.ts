import type { FittedHead, Route } from '@sr/core';

/** What decisions read: one consistent state of all routes. Never changed, only replaced as a whole. */
export interface RouteSet<Name extends string = string> {
  readonly stored: readonly StoredRoute<Name>[];
  readonly findText: FindText;
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

/** @returns the id of the first text that is the query, word for word. */
export type FindText = (text: string) => number | undefined;

/** Built at the first search, since a change may be followed by another before anyone asks. */
export function textFinder(stored: readonly StoredRoute[]): FindText {
  let idOf: Map<string, number> | undefined;
  return (text) => {
    idOf ??= new Map(
      stored
        .toReversed()
        .flatMap(({ texts, ids }) => texts.map((known, i) => [known, ids[i]!] as const).reverse()),
    );
    return idOf.get(text);
  };
}

/** One more than the largest group in use. */
export function groupCount(stored: readonly StoredRoute[]): number {
  return stored.reduce((count, { group }) => Math.max(count, group + 1), 0);
}
