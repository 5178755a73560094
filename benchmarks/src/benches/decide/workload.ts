import type { LabelledCase } from '@sr/engine';
import { createRandom, shuffle } from '../../measure/random.ts';
import {
  readCases,
  readTrainingTexts,
  type DatasetName,
  type TrainingSplit,
} from '../../workloads/dataset.ts';
import { nameInWords } from '../../workloads/name-in-words.ts';
import { toRoutes, type RoutesOfTexts } from '../../workloads/to-routes.ts';
import type { DecideSizes } from './sizes.ts';

/** One data set. */
export interface Workload {
  readonly dataset: DatasetName;
  readonly splits: ReadonlyMap<TrainingSplit, RoutesOfTexts>;
  /** Of the test split. */
  readonly cases: readonly LabelledCase[];
}

export async function readWorkload(
  dataset: DatasetName,
  sizes: DecideSizes,
  seed: number,
): Promise<Workload> {
  const splits = new Map<TrainingSplit, RoutesOfTexts>();
  for (const split of sizes.splits) splits.set(split, toRoutes(await readTrainingTexts(dataset, split)));
  const cases = await readCases(dataset, 'test');
  const isWhole = cases.length <= sizes.cases;
  return {
    dataset,
    splits,
    cases: isWhole ? cases : shuffle(cases, createRandom(seed)).slice(0, sizes.cases),
  };
}

/** Everything that may have to be encoded. */
export function textsOf({ splits, cases }: Workload): string[] {
  const routes = [...splits.values()].flatMap((split) => split.routes);
  return [
    ...routes.flatMap(({ name, utterances }) => [nameInWords(name), ...utterances]),
    ...cases.map(({ text }) => text),
  ];
}
