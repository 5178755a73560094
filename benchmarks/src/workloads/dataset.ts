import type { LabelledCase } from '@sr/engine';
import type { Route } from '@sr/core';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { paths } from '../paths.ts';
import { toRoutes, type LabelledText } from './to-routes.ts';

export type DatasetName = 'clinc150' | 'banking77';

/** The fixed draws of five and ten texts a route, and all. */
export type TrainingSplit = 'train_5' | 'train_10' | 'train';

/** Routes of ten utterances each, and the cases of the test split, in file order. */
export interface Dataset {
  readonly routes: readonly Route[];
  readonly cases: readonly LabelledCase[];
}

export async function readDataset(name: DatasetName): Promise<Dataset> {
  return {
    routes: toRoutes(await readTrainingTexts(name, 'train_10')).routes,
    cases: await readCases(name, 'test'),
  };
}

export function readCases(name: DatasetName, split: 'test' | 'valid'): Promise<LabelledCase[]> {
  return readLines(name, split);
}

/**
 * What may be learned from. The validation rows of BANKING77 are rows of its training file in lower
 * case, some of them twice: they are recognised by their letters and digits, and left out.
 */
export async function readTrainingTexts(name: DatasetName, split: TrainingSplit): Promise<LabelledText[]> {
  const texts = await readLines<LabelledText>(name, split);
  if (name !== 'banking77') return texts;
  const held = new Set((await readCases(name, 'valid')).map(({ text }) => lettersOf(text)));
  return texts.filter(({ text }) => !held.has(lettersOf(text)));
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

async function readLines<T = LabelledCase>(name: DatasetName, split: string): Promise<T[]> {
  const lines = await readFile(join(paths.data, name, `${split}.jsonl`), 'utf8');
  return lines
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}
