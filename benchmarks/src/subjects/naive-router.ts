import { env, pipeline, type FeatureExtractionPipeline } from '@huggingface/transformers';
import type { Route } from '@sr/core';
import { join } from 'node:path';
import { paths } from '../paths.ts';

/*
 * The router that a TypeScript developer writes in an afternoon: embed, compare with everything, take
 * the best. It is written as well as thirty lines allow: rows are kept as Float32Array and are of unit
 * length, so that a cosine is one loop.
 */

env.allowRemoteModels = false;
env.localModelPath = join(paths.cache, 'transformers-js');

/** @param threads undefined: the runtime's default, which is every core. */
export function loadExtractor(threads?: number): Promise<FeatureExtractionPipeline> {
  return pipeline('feature-extraction', 'all-MiniLM-L6-v2', {
    dtype: 'q8',
    session_options: threads === undefined ? {} : { intraOpNumThreads: threads },
  });
}

/** @returns one row per utterance, in route order. */
export async function embedUtterances(
  extractor: FeatureExtractionPipeline,
  routes: readonly Route[],
): Promise<Float32Array[]> {
  const rows: Float32Array[] = [];
  for (const { utterances } of routes) {
    for (const text of utterances) rows.push(await embed(extractor, text));
  }
  return rows;
}

export function createNaiveRouter(
  extractor: FeatureExtractionPipeline,
  routes: readonly Route[],
  rows: readonly Float32Array[],
  threshold: number,
): (text: string) => Promise<string | null> {
  const names = routes.flatMap(({ name, utterances }) => utterances.map(() => name));
  return async (text) => {
    const query = await embed(extractor, text);
    let best = -1;
    let bestSimilarity = -Infinity;
    for (let i = 0; i < rows.length; i++) {
      const similarity = dot(query, rows[i]!);
      if (similarity > bestSimilarity) [best, bestSimilarity] = [i, similarity];
    }
    return bestSimilarity >= threshold ? (names[best] ?? null) : null;
  };
}

async function embed(extractor: FeatureExtractionPipeline, text: string): Promise<Float32Array> {
  const { data } = await extractor(text, { pooling: 'mean', normalize: true });
  return data as Float32Array;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
