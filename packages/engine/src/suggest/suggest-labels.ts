import type { Decision, Encoder } from '@sr/core';
import { encodeTexts } from '../encode-texts.ts';
import type { Progress } from '../router.ts';

/** A query, and how sure a router was of it. */
export type JudgedQuery = { readonly text: string } & Pick<Decision, 'confidence' | 'threshold' | 'margin'>;

export interface SuggestLabelsSettings {
  readonly encoder: Encoder;
  readonly queries: readonly JudgedQuery[];
  /** How many; default 10. */
  readonly count?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface SuggestedLabel {
  /** Position in `queries`. */
  readonly query: number;
  /** Distance, on the head's scale, to the nearest other outcome: the threshold, or the runner-up. */
  readonly doubt: number;
}

/** So many candidates for each one that is chosen: enough to choose from, few enough to be all doubtful. */
const candidatesEach = 5;

/**
 * The queries whose label would teach most: the most doubtful one, then again and again the one of least
 * rank by doubt, in [0, 1], plus greatest cosine with those before it, so that none says the same twice.
 */
export async function suggestLabels(settings: SuggestLabelsSettings): Promise<readonly SuggestedLabel[]> {
  const { encoder, queries, count = 10, signal, onProgress } = settings;
  const candidates = queries
    .map((query, i): SuggestedLabel => ({ query: i, doubt: doubtOf(query) }))
    .filter(isFirstOfItsText(queries))
    .toSorted((a, b) => a.doubt - b.doubt)
    .slice(0, count * candidatesEach);
  const texts = candidates.map(({ query }) => queries[query]!.text);
  const rows = await encodeTexts(encoder, texts, { signal, onProgress });
  const { dimensions } = encoder;
  const row = (i: number) => rows.subarray(i * dimensions, (i + 1) * dimensions);
  const chosen = [...candidates.keys()].slice(0, 1);
  while (chosen.length < Math.min(count, candidates.length)) {
    const value = (i: number) => i / candidates.length + Math.max(...chosen.map((j) => dot(row(i), row(j))));
    const left = [...candidates.keys()].filter((i) => !chosen.includes(i));
    chosen.push(left.reduce((best, i) => (value(i) < value(best) ? i : best)));
  }
  return chosen.map((i) => candidates[i]!);
}

function doubtOf({ confidence, threshold, margin }: JudgedQuery): number {
  return Math.min(Math.abs(confidence - threshold), margin ?? Infinity);
}

function isFirstOfItsText(queries: readonly JudgedQuery[]): (label: SuggestedLabel) => boolean {
  const first = new Map<string, number>();
  queries.forEach(({ text }, i) => {
    const key = text.trim().toLowerCase();
    if (!first.has(key)) first.set(key, i);
  });
  return ({ query }) => first.get(queries[query]!.text.trim().toLowerCase()) === query;
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}
