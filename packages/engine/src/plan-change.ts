import type { Head, Route } from '@sr/core';
import { routePlace } from './check-routes.ts';
import { exampleTexts } from './example-texts.ts';
import type { StoredRoute } from './route-set.ts';

/** What has to happen to the index so that it holds the next routes. */
export interface ChangePlan<Name extends string> {
  readonly routes: readonly PlannedRoute<Name>[];
  /** Texts without an id yet, in the order of `routes`. */
  readonly added: readonly AddedText[];
  /** Ids that no route keeps. */
  readonly removed: readonly number[];
}

export interface PlannedRoute<Name extends string> {
  readonly route: Route<Name>;
  readonly group: number;
  readonly texts: readonly string[];
  /** Per text: the id that it has already, if any. */
  readonly keptIds: readonly (number | undefined)[];
}

export interface AddedText {
  readonly text: string;
  readonly group: number;
  /** For messages, e.g. `routes[2].utterances[0]`. */
  readonly place: string;
}

/** Routes are matched by name, their texts word for word: what is there already keeps its id and its row. */
export function planChange<Name extends string>(
  before: readonly StoredRoute<Name>[],
  next: readonly Route<Name>[],
  head: Head,
): ChangePlan<Name> {
  const byName = new Map(before.map((stored) => [stored.route.name, stored]));
  const freeGroup = freeGroups(next.flatMap(({ name }) => byName.get(name)?.group ?? []));
  const added: AddedText[] = [];
  const removed = new Set(before.flatMap(({ ids }) => Array.from(ids)));

  const textsOf = exampleTexts(next, head);
  const routes = next.map((route, position) => {
    const texts = textsOf[position]!;
    const stored = byName.get(route.name);
    const group = stored?.group ?? freeGroup();
    const takeId = idsByText(stored);
    const keptIds = texts.map((text, i) => {
      const id = takeId(text);
      if (id === undefined) added.push({ text, group, place: textPlace(position, route, i) });
      else removed.delete(id);
      return id;
    });
    return { route, group, texts, keptIds };
  });
  return { routes, added, removed: [...removed] };
}

// An id stands for one text, also where a route repeats itself: each is handed out once.
function idsByText(stored: StoredRoute | undefined): (text: string) => number | undefined {
  const ids = new Map<string, number[]>();
  stored?.texts.forEach((text, i) => {
    const sameText = ids.get(text);
    if (sameText === undefined) ids.set(text, [stored.ids[i]!]);
    else sameText.push(stored.ids[i]!);
  });
  return (text) => ids.get(text)?.shift();
}

function textPlace(position: number, { utterances }: Route, i: number): string {
  return `${routePlace(position)}.${i < utterances.length ? `utterances[${i}]` : 'description'}`;
}

function freeGroups(used: readonly number[]): () => number {
  const taken = new Set(used);
  let group = -1;
  return () => {
    do group += 1;
    while (taken.has(group));
    return group;
  };
}
