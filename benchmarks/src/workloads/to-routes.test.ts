import { expect, it } from 'vitest';
import { toRoutes } from './to-routes.ts';

it('groups texts by label, in the order in which labels occur', () => {
  const texts = [
    { text: 'my card is lost', route: 'card' },
    { text: 'what do I owe', route: 'bill' },
    { text: 'block my card', route: 'card' },
  ];
  expect(toRoutes(texts)).toEqual({
    routes: [
      { name: 'card', utterances: ['my card is lost', 'block my card'] },
      { name: 'bill', utterances: ['what do I owe'] },
    ],
    dropped: 0,
  });
});

it('leaves a text to the first of two labels and tells how many it dropped', () => {
  const texts = [
    { text: 'card', route: 'card' },
    { text: 'card', route: 'bill' },
    { text: 'bill', route: 'bill' },
  ];
  const { routes, dropped } = toRoutes(texts);
  expect(routes.map(({ utterances }) => utterances)).toEqual([['card'], ['bill']]);
  expect(dropped).toBe(1);
});
