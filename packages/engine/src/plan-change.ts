import type { Head, Route } from '@sr/core';
import { routePlace } from './check-routes.ts';
import { exampleTexts } from './example-texts.ts';
import { allTexts, noGroup, noTexts, type RouteSet, type StoredTexts } from './route-set.ts';

/** What has to happen to the index so that it holds the next texts. */
export interface ChangePlan<Name extends string> {
  readonly routes: readonly PlannedRoute<Name>[];
  readonly none: PlannedTexts;
  /** Texts that have no row in the index yet. */
  readonly added: readonly AddedText[];
  /** Ids that nobody keeps. */
  readonly removed: readonly number[];
}

export interface PlannedTexts {
  readonly group: number;
  readonly texts: readonly string[];
  /** sources[i] is where the row of texts[i] comes from. */
  readonly sources: readonly RowSource[];
}

export interface PlannedRoute<Name extends string> extends PlannedTexts {
  readonly route: Route<Name>;
  readonly negatives: PlannedTexts;
}

/** An id in the index, or a position in `added`. */
export type RowSource = { readonly id: number } | { readonly added: number };

export interface AddedText {
  readonly text: string;
  readonly group: number;
  /** For messages, e.g. `routes[2].utterances[0]`. */
  readonly place: string;
}

/** Routes are matched by name, their texts word for word: what is there already keeps its id and its row. */
export function planChange<Name extends string>(
  before: RouteSet<Name>,
  next: readonly Route<Name>[],
  none: readonly string[],
  head: Head,
): ChangePlan<Name> {
  const byName = new Map(before.stored.map((stored) => [stored.route.name, stored]));
  const kept = next.flatMap(({ name }) => byName.get(name) ?? []);
  const freeGroup = freeGroups([...kept, ...kept.map(({ negatives }) => negatives), before.none]);
  const added: AddedText[] = [];
  const removed = new Set(allTexts(before).flatMap(({ ids }) => Array.from(ids)));

  const planTexts = (
    stored: StoredTexts,
    texts: readonly string[],
    place: (i: number) => string,
  ): PlannedTexts => {
    if (texts.length === 0) return { group: noGroup, texts, sources: [] };
    const group = stored.group === noGroup ? freeGroup() : stored.group;
    const takeId = idsByText(stored);
    const sources = texts.map((text, i): RowSource => {
      const id = takeId(text);
      if (id === undefined) return { added: added.push({ text, group, place: place(i) }) - 1 };
      removed.delete(id);
      return { id };
    });
    return { group, texts, sources };
  };

  const textsOf = exampleTexts(next, head);
  const routes = next.map((route, position) => {
    const stored = byName.get(route.name);
    const place = routePlace(position);
    return {
      route,
      ...planTexts(stored ?? noTexts, textsOf[position]!, (i) =>
        i < route.utterances.length ? `${place}.utterances[${i}]` : `${place}.description`,
      ),
      negatives: planTexts(
        stored?.negatives ?? noTexts,
        route.negatives ?? [],
        (i) => `${place}.negatives[${i}]`,
      ),
    };
  });
  return { routes, none: planTexts(before.none, none, (i) => `none[${i}]`), added, removed: [...removed] };
}

// An id stands for one text, also where a route repeats itself: each is handed out once.
function idsByText(stored: StoredTexts): (text: string) => number | undefined {
  const ids = new Map<string, number[]>();
  stored.texts.forEach((text, i) => {
    const sameText = ids.get(text);
    if (sameText === undefined) ids.set(text, [stored.ids[i]!]);
    else sameText.push(stored.ids[i]!);
  });
  return (text) => ids.get(text)?.shift();
}

function freeGroups(used: readonly StoredTexts[]): () => number {
  const taken = new Set(used.map(({ group }) => group));
  let group = noGroup;
  return () => {
    do group += 1;
    while (taken.has(group));
    return group;
  };
}
