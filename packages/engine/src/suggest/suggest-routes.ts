import type { Encoder } from '@sr/core';
import { loadMatrixKernels } from '@sr/simd-cosine';
import { encodeTexts } from '../encode-texts.ts';
import { transpose } from '../heads/auto/matrix.ts';
import { median } from '../lint/robust.ts';
import { takeRows } from '../take-rows.ts';
import type { Progress } from '../router.ts';
import { chooseExamples } from './choose-examples.ts';
import { clusterRows } from './cluster-rows.ts';
import { nameClusters } from './name-clusters.ts';

export interface SuggestRoutesSettings {
  readonly encoder: Encoder;
  /** Queries that no route took, repetitions included: they count. */
  readonly texts: readonly string[];
  /** Names that there are already. */
  readonly takenNames?: readonly string[];
  readonly signal?: AbortSignal;
  /** Called as texts are encoded. */
  readonly onProgress?: (progress: Progress) => void;
}

export interface SuggestedRoute {
  /** Snake case, unique, of the words that set its queries apart from the others; a name to start from. */
  readonly name: string;
  /** Positions in `texts` of all queries that it would take, repetitions included, ascending. */
  readonly queries: readonly number[];
  /** Positions of its utterances: typical queries, as different from each other as can be. */
  readonly utterances: readonly number[];
}

export interface RouteSuggestions {
  /** The route that would take most queries first. */
  readonly routes: readonly SuggestedRoute[];
  /** How many different texts were compared; of a longer list, evenly spread ones. */
  readonly compared: number;
}

/** With fewer queries, a topic is not yet one. */
const fewestQueries = 5;

/** The cosines of so many texts take 64 MB. */
const mostTexts = 4000;

/**
 * Groups queries by meaning and proposes a route for each group. How near is near enough follows from
 * the queries: halfway between those that are far apart and nearest neighbours.
 */
export async function suggestRoutes(settings: SuggestRoutesSettings): Promise<RouteSuggestions> {
  const { encoder, texts, takenNames = [], signal, onProgress } = settings;
  const groups = groupRepetitions(texts);
  const subjects = groups.map(([first]) => texts[first!]!);
  const rows = await encodeTexts(encoder, subjects, { signal, onProgress });
  const clusters = (await clusterByMeaning(rows, encoder.dimensions))
    .map((members) => ({ members, queries: members.flatMap((i) => groups[i]!).toSorted((a, b) => a - b) }))
    .filter(({ members, queries }) => members.length > 1 && queries.length >= fewestQueries)
    .toSorted((a, b) => b.queries.length - a.queries.length);
  const memberLists = clusters.map(({ members }) => members);
  const names = nameClusters(memberLists, subjects, takenNames);
  const routes = clusters.map(({ members, queries }, c) => {
    const examples = chooseExamples(takeRows(rows, encoder.dimensions, members), encoder.dimensions);
    return { name: names[c]!, queries, utterances: examples.map((m) => groups[members[m]!]![0]!) };
  });
  return { routes, compared: subjects.length };
}

/** Positions of the same text but for case; of too many texts, evenly spread ones. */
function groupRepetitions(texts: readonly string[]): readonly (readonly number[])[] {
  const groups = [...Map.groupBy(texts.keys(), (i) => texts[i]!.trim().toLowerCase()).values()];
  if (groups.length <= mostTexts) return groups;
  return Array.from({ length: mostTexts }, (_, i) => groups[Math.floor((i * groups.length) / mostTexts)]!);
}

async function clusterByMeaning(
  rows: Float32Array,
  dimensions: number,
): Promise<readonly (readonly number[])[]> {
  const count = rows.length / dimensions;
  const { multiply } = await loadMatrixKernels();
  const cosines = multiply(rows, transpose(rows, count, dimensions), count, dimensions, count);
  return clusterRows(cosines, count, halfway(cosines, count));
}

/** So many others are enough to know how far texts are apart. */
const sampledPairs = 64;

/** Between texts that are far from each other, in the lowest tenth of pairs, and nearest neighbours, in the median. */
function halfway(cosines: Float32Array, count: number): number {
  const stride = Math.max(1, Math.floor(count / sampledPairs));
  const nearest: number[] = [];
  const sample: number[] = [];
  for (let i = 0; i < count; i++) {
    const others = Float32Array.from(cosines.subarray(i * count, (i + 1) * count));
    others[i] = -1;
    nearest.push(others.reduce((most, cosine) => Math.max(most, cosine), -1));
    for (let j = i % stride; j < count; j += stride) if (j !== i) sample.push(others[j]!);
  }
  // Not any two: in a log with one large topic, those are about the same.
  const apart = Float64Array.from(sample).sort()[Math.floor(sample.length / 10)] ?? NaN;
  return (median(nearest) + apart) / 2;
}
