import { scoreRanges, type FittedHead, type Head, type HeadExamples, type HeadQuery } from '@sr/core';
import { close, equal, equalElements, ok } from './assert.ts';
import type { ContractCase } from './contract-case.ts';
import { seededClusters } from './seeded-rows.ts';

const dimensions = 24;
const routeCount = 4;
const perRoute = 5;
const noNegatives = { rows: new Float32Array(0), texts: [], routes: new Int32Array(0) };

/** What every `Head` promises. */
export const headContract: readonly ContractCase<Head>[] = [
  {
    name: 'gives one finite score per route, within the range of the scale',
    async run(head) {
      const examples = headExamples();
      const fitted = await head.fit(examples);
      const [lowest, highest] = scoreRanges[head.scale];
      for (const query of queriesOf(examples)) {
        const scores = fitted.score(query);
        equal(scores.length, routeCount, 'number of scores');
        for (const score of scores) {
          ok(
            score >= lowest - 1e-6 && score <= highest + 1e-6,
            `score ${score} is not in [${lowest}, ${highest}]`,
          );
        }
      }
    },
  },
  {
    name: 'scores a route best for its own utterances, asked word for word',
    async run(head) {
      const examples = headExamples();
      const fitted = await head.fit(examples);
      queriesOf(examples).forEach((query, i) => {
        equal(bestRoute(fitted.score(query)), examples.routes[i], `best route of example ${i}`);
      });
    },
  },
  {
    name: 'scores a query that has no text',
    async run(head) {
      const examples = headExamples();
      const fitted = await head.fit(examples);
      queriesOf(examples).forEach((query, i) => {
        equal(
          bestRoute(fitted.score({ ...query, text: undefined })),
          examples.routes[i],
          `best route of example ${i}`,
        );
      });
    },
  },
  {
    name: 'fits a single route',
    async run(head) {
      const { rows, texts } = headExamples();
      const single = {
        dimensions,
        rows: rows.slice(0, dimensions),
        texts: texts.slice(0, 1),
        routes: Int32Array.of(0),
        routeNames: ['only'],
        negatives: noNegatives,
      };
      const scores = (await head.fit(single)).score(queriesOf(single)[0]!);
      equal(scores.length, 1, 'number of scores');
      ok(Number.isFinite(scores[0]), 'the score is finite');
    },
  },
  {
    name: 'gives the same result for the same examples',
    async run(head) {
      const examples = headExamples();
      const first = await head.fit(examples);
      const second = await head.fit(examples);
      for (const query of queriesOf(examples))
        equalElements(second.score(query), first.score(query), 'scores');
    },
  },
  {
    name: 'returns a fresh array for each query',
    async run(head) {
      const examples = headExamples();
      const fitted = await head.fit(examples);
      const [first, second] = queriesOf(examples).slice(perRoute - 1);
      const scores = fitted.score(first!);
      const before = scores.slice();
      fitted.score(second!);
      equalElements(scores, before, 'scores after another call');
    },
  },
  {
    name: 'changes neither examples nor queries, and keeps neither',
    async run(head) {
      const examples = headExamples();
      const untouched = headExamples();
      const fitted = await head.fit(examples);
      equalElements(examples.rows, untouched.rows, 'example rows');
      const query = queriesOf(untouched)[0]!;
      const before = fitted.score(query);
      equalElements(query.row, untouched.rows.subarray(0, dimensions), 'query row');
      equalElements(query.bestSimilarity, queriesOf(untouched)[0]!.bestSimilarity, 'query similarities');
      examples.rows.fill(0);
      equalElements(fitted.score(query), before, 'scores after the engine reused its rows');
    },
  },
  {
    name: 'restores from its state, score for score',
    async run(head) {
      const examples = headExamples();
      const fitted = await head.fit(examples);
      const restored = await head.restore(copyState(fitted), routeCount, dimensions);
      for (const query of queriesOf(examples))
        equalElements(restored.score(query), fitted.score(query), 'scores');
    },
  },
  {
    name: 'has as many state elements as the shapes say',
    async run(head) {
      const { state } = await head.fit(headExamples());
      for (const [name, { data, shape }] of Object.entries(state.tensors)) {
        const elements = shape.reduce((product, size) => product * size, 1);
        equal(data.length, elements, `elements of tensor "${name}"`);
      }
    },
  },
  {
    name: 'has a default threshold on its own scale',
    run({ scale, defaultThreshold }) {
      const [lowest, highest] = scoreRanges[scale];
      close(defaultThreshold, (lowest + highest) / 2, (highest - lowest) / 2, 'default threshold');
    },
  },
];

/** Utterances of four routes, well apart, in unit rows. */
function headExamples(): HeadExamples {
  const count = routeCount * perRoute;
  const clusters = seededClusters({ count, dimensions, clusterCount: routeCount, spread: 0.5, seed: 7 });
  const order = Array.from(clusters.groups.keys()).sort((a, b) => clusters.groups[a]! - clusters.groups[b]!);
  const rows = new Float32Array(count * dimensions);
  order.forEach((from, to) => {
    rows.set(clusters.rows.subarray(from * dimensions, (from + 1) * dimensions), to * dimensions);
  });
  return {
    rows,
    dimensions,
    texts: order.map((_, i) => `example ${i} of topic ${Math.floor(i / perRoute)}`),
    routes: Int32Array.from(order, (_, i) => Math.floor(i / perRoute)),
    routeNames: Array.from({ length: routeCount }, (_, route) => `topic_${route}`),
    negatives: noNegatives,
  };
}

/** Each example asked as a query, with its true similarities. */
function queriesOf({
  rows,
  texts,
  routes,
  routeNames,
}: HeadExamples): (HeadQuery & { readonly text: string })[] {
  return texts.map((text, i) => {
    const row = rows.slice(i * dimensions, (i + 1) * dimensions);
    const bestSimilarity = new Float32Array(routeNames.length).fill(-1);
    routes.forEach((route, example) => {
      const cosine = dot(row, rows.subarray(example * dimensions, (example + 1) * dimensions));
      bestSimilarity[route] = Math.min(1, Math.max(bestSimilarity[route]!, cosine));
    });
    return { row, text, bestSimilarity };
  });
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

function bestRoute(scores: Float32Array): number {
  return scores.indexOf(Math.max(...scores));
}

function copyState({ state }: FittedHead): FittedHead['state'] {
  return structuredClone(state);
}
