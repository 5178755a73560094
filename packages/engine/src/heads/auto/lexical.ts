import { featureBlocks } from './text-features.ts';

/*
 * A sparse centroid classifier over words and pieces of words. TF-IDF with sublinear counts,
 *
 *   weight(f, text) = (1 + ln tf) · idf(f)      idf(f) = ln((1 + n) / (1 + df)) + 1
 *
 * each block at unit length, divided by √2; a route's vector is the sum over its texts, at unit length.
 * It sees what an embedding blurs: names, numbers, misspelt words.
 */

/** One block; features are in the order of `hashes`, their entries in `starts[f] … starts[f + 1] − 1`. */
export interface LexicalBlock {
  /** [F] */
  readonly hashes: Int32Array;
  /** [F] */
  readonly idf: Float32Array;
  /** [F + 1] */
  readonly starts: Int32Array;
  /** The routes whose vector has the feature, [E]. */
  readonly routes: Int32Array;
  /** Its weight in that vector, [E]. */
  readonly weights: Float32Array;
}

interface LexicalScorer {
  /** @returns cosine of the text with each route's vector, in [0, 1], shape [R]. */
  score(text: string): Float32Array;
}

/** Weight of the lexical cosine beside the logits of the rows. */
const lexicalWeight = 5;

interface WeightedFeature {
  readonly feature: number;
  readonly weight: number;
}

/** @param routes routes[i] is the route of texts[i], 0 … routeCount − 1. */
export function fitLexical(
  texts: readonly string[],
  routes: ArrayLike<number>,
  routeCount: number,
): LexicalBlock[] {
  const blocks = featureBlocks.map((featuresOf) => fitBlock(texts.map(featuresOf), routes, routeCount));
  const norms = new Float64Array(routeCount);
  for (const { routes: entries, weights } of blocks)
    entries.forEach((route, e) => (norms[route]! += weights[e]! ** 2));
  for (const { routes: entries, weights } of blocks)
    entries.forEach((route, e) => (weights[e]! /= Math.sqrt(norms[route]!)));
  return blocks;
}

/** @param blocks as fitLexical returned them. */
export function lexicalScorer(blocks: readonly LexicalBlock[], routeCount: number): LexicalScorer {
  const indexed = blocks.map((block, b) => ({
    block,
    featuresOf: featureBlocks[b]!,
    indexOf: indexFeatures(block.hashes),
  }));
  return {
    score(text) {
      const scores = new Float32Array(routeCount);
      for (const { block, featuresOf, indexOf } of indexed) {
        for (const { feature, weight } of weigh(featuresOf(text), indexOf, block.idf)) {
          for (let e = block.starts[feature]!; e < block.starts[feature + 1]!; e++) {
            scores[block.routes[e]!]! += weight * block.weights[e]!;
          }
        }
      }
      return scores;
    },
  };
}

/** Weighted lexical cosine with each route; zeros where there is no text. */
export function wordReader(
  blocks: readonly LexicalBlock[],
  routeCount: number,
): (text: string | undefined) => Float32Array {
  const scorer = lexicalScorer(blocks, routeCount);
  const none = new Float32Array(routeCount);
  return (text) => (text === undefined ? none : scorer.score(text).map((cosine) => lexicalWeight * cosine));
}

function fitBlock(texts: readonly Int32Array[], routes: ArrayLike<number>, routeCount: number): LexicalBlock {
  const { hashes, frequencies } = countTexts(texts);
  const idf = Float32Array.from(frequencies, (df) => Math.log((1 + texts.length) / (1 + df)) + 1);
  const indexOf = indexFeatures(hashes);
  const sums = new Map<number, number>(); // by feature · routeCount + route
  texts.forEach((features, i) => {
    for (const { feature, weight } of weigh(features, indexOf, idf)) {
      const key = feature * routeCount + routes[i]!;
      sums.set(key, (sums.get(key) ?? 0) + weight);
    }
  });
  const entries = [...sums].sort(([a], [b]) => a - b);
  const starts = new Int32Array(hashes.length + 1);
  for (const [key] of entries) starts[Math.floor(key / routeCount) + 1]! += 1;
  for (let f = 0; f < hashes.length; f++) starts[f + 1]! += starts[f]!;
  return {
    hashes,
    idf,
    starts,
    routes: Int32Array.from(entries, ([key]) => key % routeCount),
    weights: Float32Array.from(entries, ([, weight]) => weight),
  };
}

/** All features, and the number of texts that have each. */
function countTexts(texts: readonly Int32Array[]): { hashes: Int32Array; frequencies: Int32Array } {
  const frequencies = new Map<number, number>();
  for (const features of texts) {
    for (const feature of new Set(features)) frequencies.set(feature, (frequencies.get(feature) ?? 0) + 1);
  }
  return { hashes: Int32Array.from(frequencies.keys()), frequencies: Int32Array.from(frequencies.values()) };
}

function indexFeatures(hashes: Int32Array): ReadonlyMap<number, number> {
  return new Map(Array.from(hashes, (hash, feature) => [hash, feature]));
}

/** The block of one text, of length 1/√2; features that are not indexed count for nothing. */
function weigh(
  hashes: Int32Array,
  indexOf: ReadonlyMap<number, number>,
  idf: Float32Array,
): WeightedFeature[] {
  const counts = new Map<number, number>();
  for (const hash of hashes) {
    const feature = indexOf.get(hash);
    if (feature !== undefined) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const weighted = Array.from(counts, ([feature, count]) => ({
    feature,
    weight: (1 + Math.log(count)) * idf[feature]!,
  }));
  const norm = Math.sqrt(2 * weighted.reduce((sum, { weight }) => sum + weight * weight, 0));
  return weighted.map(({ feature, weight }) => ({ feature, weight: weight / norm }));
}
