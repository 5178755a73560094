import { nearestName, SrError, type Route } from '@sr/core';

export function unknownRoute(name: string, routes: readonly Route[]): SrError {
  const names = routes.map((route) => route.name);
  const nearest = nearestName(name, names);
  const remedy =
    nearest === undefined ? `the router has ${names.length} routes` : `did you mean "${nearest}"?`;
  return new SrError('SR_UNKNOWN_ROUTE', `No route is called "${name}"; ${remedy}`, { name, nearest });
}
