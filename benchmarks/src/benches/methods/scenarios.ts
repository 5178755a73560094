import type { Route } from '@sr/core';
import type { LabelledCase } from '@sr/engine';
import { createRandom } from '../../measure/random.ts';
import {
  readCases,
  readTrainingTexts,
  type DatasetName,
  type TrainingSplit,
} from '../../workloads/dataset.ts';
import { readDomains } from '../../workloads/domains.ts';
import { drawUtterances } from '../../workloads/draw-utterances.ts';
import { toRoutes } from '../../workloads/to-routes.ts';

/** One size of one data set. */
export interface Scenario {
  readonly dataset: string;
  readonly utterancesPerRoute: number | 'all';
  /** Routes of this size; figures are means over the draws. */
  readonly draws: readonly (readonly Route[])[];
  readonly cases: readonly LabelledCase[];
  /** Utterances that another route had already. */
  readonly dropped: number;
}

/** Ten routes: a domain is one route, with the utterances of its fifteen intents. */
export async function domainScenarios(
  sizes: readonly number[],
  drawCount: number,
  seed: number,
): Promise<Scenario[]> {
  const domains = await readDomains();
  const texts = await readTrainingTexts('clinc150', 'train');
  const { routes, dropped } = toRoutes(
    texts.map(({ text, route }) => ({ text, route: domains.get(route)! })),
  );
  const cases = (await readCases('clinc150', 'test')).map(({ text, route }) => ({
    text,
    route: route && domains.get(route)!,
  }));
  const random = createRandom(seed);
  const shared = { dataset: 'CLINC150 domains', cases, dropped };
  return [
    ...sizes.map((size) => ({
      ...shared,
      utterancesPerRoute: size,
      draws: Array.from({ length: drawCount }, () => drawUtterances(routes, size, random)),
    })),
    { ...shared, utterancesPerRoute: 'all', draws: [routes] },
  ];
}

const bankingSplits: readonly (readonly [TrainingSplit, number | 'all'])[] = [
  ['train_5', 5],
  ['train_10', 10],
  ['train', 'all'],
];

/** 77 routes: the fixed draws of five and ten utterances, and all. */
export async function bankingScenarios(): Promise<Scenario[]> {
  const name: DatasetName = 'banking77';
  const cases = await readCases(name, 'test');
  return Promise.all(
    bankingSplits.map(async ([split, utterancesPerRoute]) => {
      const { routes, dropped } = toRoutes(await readTrainingTexts(name, split));
      return { dataset: 'BANKING77', utterancesPerRoute, draws: [routes], cases, dropped };
    }),
  );
}
