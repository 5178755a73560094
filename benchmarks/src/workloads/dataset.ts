import type { LabelledCase } from '@sr/engine';
import type { Route } from '@sr/core';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { paths } from '../paths.ts';

export type DatasetName = 'clinc150' | 'banking77';

/** Routes of ten utterances each, and the cases of the test split, in file order. */
export interface Dataset {
  readonly routes: readonly Route[];
  readonly cases: readonly LabelledCase[];
}

export async function readDataset(name: DatasetName): Promise<Dataset> {
  const utterances = await readLabelledTexts(name, 'train_10');
  const byRoute = Map.groupBy(utterances, ({ route }) => route);
  return {
    routes: [...byRoute].map(([route, texts]) => ({
      name: route!, // only the test split has texts without a route
      utterances: texts.map(({ text }) => text),
    })),
    cases: await readLabelledTexts(name, 'test'),
  };
}

async function readLabelledTexts(name: DatasetName, split: string): Promise<LabelledCase[]> {
  const lines = await readFile(join(paths.data, name, `${split}.jsonl`), 'utf8');
  return lines
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as LabelledCase);
}
