import type { Route } from '@sr/core';
import { duplicateRoute, routePlace } from './check-routes.ts';
import { unknownRoute } from './unknown-route.ts';

/** Adding a route that is there already, word for word, changes nothing. */
export function addRoutes<Name extends string>(
  present: readonly Route<Name>[],
  added: readonly Route<Name>[],
): readonly Route<Name>[] {
  const positionOf = new Map(present.map(({ name }, position) => [name, position]));
  const fresh = added.filter((route, i) => {
    const position = positionOf.get(route.name);
    if (position === undefined) return true;
    if (JSON.stringify(present[position]) === JSON.stringify(route)) return false;
    throw duplicateRoute(
      route.name,
      `${routePlace(position)} of the router`,
      `${routePlace(i)} of those to add`,
    );
  });
  return [...present, ...fresh];
}

export function removeRoutes<Name extends string>(
  present: readonly Route<Name>[],
  names: readonly Name[],
): readonly Route<Name>[] {
  const doomed = new Set<string>(names);
  const kept = present.filter(({ name }) => !doomed.delete(name));
  for (const name of doomed) throw unknownRoute(name, present);
  return kept;
}

export function replaceRoute<Name extends string>(
  present: readonly Route<Name>[],
  route: Route<Name>,
): readonly Route<Name>[] {
  const position = present.findIndex(({ name }) => name === route.name);
  if (position === -1) throw unknownRoute(route.name, present);
  return present.with(position, route);
}
