import { nearestName, SrError, type Decision } from '@sr/core';

/** What a matcher needs of a router: `createRouter` gives it. */
export interface MatchedRouter {
  readonly routes: readonly { readonly name: string }[];
  route(text: string, options: { readonly explain: true }): Promise<Decision>;
}

interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/** Matchers for Vitest, and for any runner whose `expect.extend` takes Jest's shape. */
export const routeMatchers = {
  /**
   * `await expect(router).toRoute('Where is my invoice?', 'billing')`; null: no route should take it.
   * @throws SR_UNKNOWN_ROUTE for a name that the router does not have: `not.toRoute` would hold for ever.
   */
  async toRoute(router: MatchedRouter, text: string, route: string | null): Promise<MatcherResult> {
    checkRouter(router);
    checkName(route, router.routes);
    const decision = await router.route(text, { explain: true });
    const pass = decision.route === route;
    return { pass, message: () => describe(text, route, decision, pass) };
  },
};

function describe(text: string, route: string | null, decision: Decision, isNegated: boolean): string {
  const { confidence, threshold, reason, evidence = [] } = decision;
  const expected = route === null ? 'no route' : `the route "${route}"`;
  const lines = [
    `expected ${JSON.stringify(text)} ${isNegated ? 'not ' : ''}to take ${expected}`,
    `  decided: ${decision.route === null ? 'no route' : `"${decision.route}"`} (${reason})`,
    `  confidence of the best route: ${confidence.toFixed(3)}, threshold: ${threshold}`,
    '  nearest utterances:',
    ...evidence.map(
      (near) => `    ${near.similarity.toFixed(3)} "${near.route}": ${JSON.stringify(near.utterance)}`,
    ),
  ];
  return lines.join('\n');
}

function checkRouter(value: unknown): void {
  const { route, routes } = (value ?? {}) as Partial<MatchedRouter>;
  if (typeof route === 'function' && Array.isArray(routes)) return;
  throw new TypeError(
    `toRoute takes a router, as in expect(router).toRoute(text, route), got ${value === null ? 'null' : typeof value}; a promise of one has to be awaited.`,
  );
}

function checkName(name: string | null, routes: MatchedRouter['routes']): void {
  const names = routes.map((route) => route.name);
  if (name === null || names.includes(name)) return;
  const nearest = nearestName(name, names);
  const remedy = nearest === undefined ? `expected one of ${names.join(', ')}` : `did you mean "${nearest}"?`;
  const message = `toRoute got "${name}", which is not a route of the router; ${remedy}`;
  throw new SrError('SR_UNKNOWN_ROUTE', message, { name, nearest });
}
