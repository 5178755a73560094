import type { Decision } from '@sr/core';
import 'vitest';

export { routeMatchers, type MatchedRouter } from './route-matchers.ts';

/** The names of a router's routes, where its type knows them. */
type RouteNameOf<Router> = Router extends { route(text: string): Promise<Decision<infer Name>> }
  ? Name
  : string;

declare module 'vitest' {
  // Merges with Vitest's own, so the type parameters have to be the same, R among them.
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    /** Whether a router decides the text for the route; null: for none. After `expect.extend(routeMatchers)`. */
    toRoute(text: string, route: RouteNameOf<T> | null): Promise<void>;
  }
}
