import type { FittedHead, Route } from '@sr/core';

/** What decisions read: one consistent state of all routes. Never changed, only replaced as a whole. */
export interface RouteSet<Name extends string = string> {
  readonly stored: readonly StoredRoute<Name>[];
  /** Texts that no route should take. */
  readonly none: StoredTexts;
  readonly findText: FindText;
  /** null where there are no routes to score. */
  readonly head: FittedHead | null;
}

/** Texts in the index, in a group of their own. */
export interface StoredTexts {
  readonly group: number;
  readonly texts: readonly string[];
  /** ids[i] is the index id of texts[i]. */
  readonly ids: Int32Array;
}

/** A route with what stands for it in the index: its utterances, and its label where the head reads it. */
export interface StoredRoute<Name extends string = string> extends StoredTexts {
  readonly route: Route<Name>;
  readonly negatives: StoredTexts;
}

/** The group of texts that there are none of. */
export const noGroup = -1;

export const noTexts: StoredTexts = { group: noGroup, texts: [], ids: new Int32Array(0) };

export const emptyRouteSet: RouteSet<never> = {
  stored: [],
  none: noTexts,
  findText: () => undefined,
  head: null,
};

/** @returns the id of the first example that is the query, word for word. */
export type FindText = (text: string) => number | undefined;

/** Built at the first search, since a change may be followed by another before anyone asks. */
export function textFinder(stored: readonly StoredTexts[]): FindText {
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

export function allTexts({ stored, none }: Pick<RouteSet, 'stored' | 'none'>): readonly StoredTexts[] {
  return [...stored, ...stored.map(({ negatives }) => negatives), none];
}

/** One more than the largest group in use. */
export function groupCount(set: RouteSet): number {
  let count = set.none.group + 1;
  for (const { group, negatives } of set.stored) count = Math.max(count, group + 1, negatives.group + 1);
  return count;
}
