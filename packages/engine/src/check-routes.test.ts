import type { Route } from '@sr/core';
import { describe, expect, it } from 'vitest';
import { checkRoutes } from './check-routes.ts';
import { maxHead } from './heads/max-head.ts';

function check(routes: readonly unknown[]): () => void {
  return () => {
    checkRoutes(routes as Route[], maxHead);
  };
}

describe('routes are refused', () => {
  it('that have the same name, with both places', () => {
    expect(
      check([
        { name: 'a', utterances: ['x'] },
        { name: 'b', utterances: ['y'] },
        { name: 'a', utterances: ['z'] },
      ]),
    ).toThrow(
      expect.objectContaining({
        code: 'SR_DUPLICATE_ROUTE',
        details: { name: 'a', places: ['routes[0]', 'routes[2]'] },
      }) as Error,
    );
  });

  it('that share an utterance, with both places and without its text', () => {
    const call = check([
      { name: 'a', utterances: ['x', 'secret words'] },
      { name: 'b', utterances: ['secret words'] },
    ]);
    expect(call).toThrow(
      expect.objectContaining({
        code: 'SR_DUPLICATE_UTTERANCE',
        details: { places: ['routes[0].utterances[1] (a)', 'routes[1].utterances[0] (b)'] },
        message: expect.not.stringContaining('secret') as string,
      }) as Error,
    );
  });

  it('that have no utterances', () => {
    expect(check([{ name: 'a', utterances: [] }])).toThrow(
      expect.objectContaining({
        code: 'SR_EMPTY_ROUTE',
        details: { name: 'a', place: 'routes[0]' },
      }) as Error,
    );
  });

  it.each([
    [{ utterances: ['x'] }, 'routes[0].name'],
    [{ name: '', utterances: ['x'] }, 'routes[0].name'],
    [{ name: 'null', utterances: ['x'] }, 'routes[0].name'],
    [{ name: 'a' }, 'routes[0].utterances'],
    [{ name: 'a', utterances: 'x' }, 'routes[0].utterances'],
    [{ name: 'a', utterances: ['x', 7] }, 'routes[0].utterances[1]'],
    [{ name: 'a', utterances: ['  '] }, 'routes[0].utterances[0]'],
    [{ name: 'a', utterances: ['x'], threshold: 1.5 }, 'routes[0].threshold'],
    [{ name: 'a', utterances: ['x'], threshold: '0.5' }, 'routes[0].threshold'],
  ])('that are %j, with the place', (route, place) => {
    expect(check([route])).toThrow(
      expect.objectContaining({
        code: 'SR_INVALID_ROUTE',
        details: expect.objectContaining({ place }) as object,
      }) as Error,
    );
  });
});

describe('routes are accepted', () => {
  it('with any names and texts else', () => {
    expect(
      check([{ name: 'ünïcode 🙂', utterances: ['🙂', '\ud800', 'x'.repeat(1e6)], threshold: 0 }]),
    ).not.toThrow();
  });

  it('with an utterance that one route repeats', () => {
    expect(check([{ name: 'a', utterances: ['x', 'x'] }])).not.toThrow();
  });
});
