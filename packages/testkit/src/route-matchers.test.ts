import type { Decision } from '@sr/core';
import { describe, expect, expectTypeOf, it, type Assertion } from 'vitest';
import { routeMatchers } from './vitest.ts';

expect.extend(routeMatchers);

/** Takes what begins with a route's name for it, and nothing else. */
const router = {
  routes: [{ name: 'billing' as const }, { name: 'coding' as const }],
  route(text: string): Promise<Decision<'billing' | 'coding'>> {
    const found = router.routes.find(({ name }) => text.startsWith(name))?.name ?? null;
    return Promise.resolve({
      id: 'd',
      route: found,
      model: null,
      confidence: found === null ? 0.2 : 0.9,
      threshold: 0.5,
      margin: null,
      reason: found === null ? 'below_threshold' : 'semantic_match',
      scores: [],
      timingsMs: { encode: 0, search: 0, decide: 0 },
      encoder: 'none',
      evidence: [
        { route: 'billing', utterance: 'where is my invoice', similarity: 0.81, threshold: 0.5, margin: 0.4 },
      ],
    });
  },
};

describe('toRoute', () => {
  it('passes where the router decides so, null being none', async () => {
    await expect(router).toRoute('billing please', 'billing');
    await expect(router).toRoute('hello', null);
    await expect(router).not.toRoute('billing please', 'coding');
    await expect(router).not.toRoute('billing please', null);
  });

  it('shows decided route, confidence, threshold and nearest utterances where it fails', async () => {
    await expect(expect(router).toRoute('hello', 'billing')).rejects.toThrow(
      `expected "hello" to take the route "billing"
  decided: no route (below_threshold)
  confidence of the best route: 0.200, threshold: 0.5
  nearest utterances:
    0.810 "billing": "where is my invoice"`,
    );
    await expect(expect(router).not.toRoute('hello', null)).rejects.toThrow(
      'expected "hello" not to take no route',
    );
  });

  it('refuses a route that there is not, also where it is not expected', async () => {
    const misspelt = 'biling' as 'billing';
    await expect(expect(router).not.toRoute('hello', misspelt)).rejects.toThrow('did you mean "billing"?');
  });

  it('refuses what is no router', async () => {
    await expect(expect(Promise.resolve(router)).toRoute('hello', null)).rejects.toThrow('has to be awaited');
  });

  it('knows the names of the routes', () => {
    type Expected = Parameters<Assertion<void, typeof router>['toRoute']>[1];
    expectTypeOf<Expected>().toEqualTypeOf<'billing' | 'coding' | null>();
  });
});
