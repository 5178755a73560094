import type { FittedHead, Head, HeadQuery } from '@sr/core';
import type { Mutant } from './run-mutants.ts';

/** Broken heads, each with the case of `headContract` that must catch it. The right head must have tensors in its state. */
export const headMutants: readonly Mutant<Head>[] = [
  mutant(
    'NaN for the last route',
    'gives one finite score per route, within the range of the scale',
    (fitted) => withScore(fitted, (query) => fitted.score(query).fill(NaN, -1)),
  ),
  mutant('one score too few', 'gives one finite score per route, within the range of the scale', (fitted) =>
    withScore(fitted, (query) => fitted.score(query).slice(1)),
  ),
  mutant(
    'scores on another scale',
    'gives one finite score per route, within the range of the scale',
    (fitted) => withScore(fitted, (query) => fitted.score(query).map((score) => score + 2)),
  ),
  mutant(
    'the scores of another route',
    'scores a route best for its own utterances, asked word for word',
    (fitted) => withScore(fitted, (query) => fitted.score(query).reverse()),
  ),
  mutant('nothing without a text', 'scores a query that has no text', (fitted) =>
    withScore(fitted, (query) => (query.text === undefined ? new Float32Array(4) : fitted.score(query))),
  ),
  {
    name: 'refuses a single route',
    caughtBy: 'fits a single route',
    mutate: (right) => ({
      ...right,
      fit(examples) {
        if (examples.routeNames.length < 2) throw new RangeError('at least two routes');
        return right.fit(examples);
      },
    }),
  },
  {
    name: 'starts from another state each time',
    caughtBy: 'gives the same result for the same examples',
    mutate(right) {
      let calls = 0;
      return changeFit(right, (fitted) => {
        const shift = 1e-3 * calls++;
        return withScore(fitted, (query) => fitted.score(query).map((score) => score - shift));
      });
    },
  },
  mutant('one array for all calls', 'returns a fresh array for each query', (fitted) => {
    const shared = new Float32Array(4);
    return withScore(fitted, (query) => {
      shared.set(fitted.score(query));
      return shared;
    });
  }),
  {
    name: 'scales the rows it was lent',
    caughtBy: 'changes neither examples nor queries, and keeps neither',
    mutate: (right) => ({
      ...right,
      fit(examples) {
        examples.rows.forEach((value, i) => (examples.rows[i] = value / 2));
        return right.fit(examples);
      },
    }),
  },
  {
    name: 'keeps the rows it was lent',
    caughtBy: 'changes neither examples nor queries, and keeps neither',
    mutate: (right) => ({
      ...right,
      fit: async (examples) => {
        const fitted = await right.fit(examples);
        return withScore(fitted, (query) => fitted.score(query).map((score) => score * examples.rows[0]!));
      },
    }),
  },
  {
    name: 'forgets what it has learned',
    caughtBy: 'restores from its state, score for score',
    mutate: (right) => ({
      ...right,
      restore: async (state, routeCount, dimensions) => {
        const fitted = await right.restore(state, routeCount, dimensions);
        return withScore(fitted, (query) => fitted.score(query).fill(0));
      },
    }),
  },
  mutant('a shape that does not fit', 'has as many state elements as the shapes say', (fitted) => ({
    ...fitted,
    state: {
      tensors: Object.fromEntries(
        Object.entries(fitted.state.tensors).map(([name, { data }]) => [
          name,
          { data, shape: [data.length + 1] },
        ]),
      ),
    },
  })),
  {
    name: 'a threshold that nothing reaches',
    caughtBy: 'has a default threshold on its own scale',
    mutate: (right) => ({ ...right, defaultThreshold: 2 }),
  },
];

function mutant(name: string, caughtBy: string, change: (fitted: FittedHead) => FittedHead): Mutant<Head> {
  return { name, caughtBy, mutate: (right) => changeFit(right, (fitted) => change(fitted)) };
}

function changeFit(right: Head, change: (fitted: FittedHead) => FittedHead): Head {
  return { ...right, fit: async (examples) => change(await right.fit(examples)) };
}

function withScore(fitted: FittedHead, score: (query: HeadQuery) => Float32Array): FittedHead {
  return { ...fitted, score };
}
