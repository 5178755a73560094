import type { FittedHead, Head, HeadQuery } from '@sr/core';
import { createRowProducts } from '../row-products.ts';
import { fromState, toState, type AutoModel } from './auto-state.ts';
import { largestOf, toProbabilities } from './confidence.ts';
import { explainProbability, type QueryEvidence } from './explain-probability.ts';
import { fitInThread } from './fit-in-thread.ts';
import { wordReader } from './lexical.ts';
import { transpose } from './matrix.ts';

export interface AutoHeadSettings {
  /**
   * Share of queries, 0 to 1 exclusive, that no route should take; default 0.25. Lower it to about 0.15
   * where they are about something else entirely, raise it to 0.35 where they are close to the routes.
   */
  readonly expectedOutOfScope?: number;
}

/**
 * The default head: logistic regression on the embeddings, word and word-piece overlap, and the nearest
 * utterance, weighed by cross-validation on the utterances. A score is the calibrated probability that
 * the route is right, "none of these" being one of the possibilities.
 *
 * @throws RangeError for a share off (0, 1).
 */
export function autoHead({ expectedOutOfScope = 0.25 }: AutoHeadSettings = {}): Head {
  if (!(expectedOutOfScope > 0 && expectedOutOfScope < 1)) {
    throw new RangeError(
      `expectedOutOfScope must be between 0 and 1, got ${expectedOutOfScope}; 0.25 is the default.`,
    );
  }
  return {
    contract: 'head/1',
    id: `auto@${expectedOutOfScope}`,
    scale: 'probability',
    defaultThreshold: 0.5,
    readsLabels: true,
    fit: async (examples, options) =>
      fittedAuto(await fitInThread(examples, expectedOutOfScope, options), examples.routeNames.length),
    restore: (state, routeCount, dimensions) =>
      fittedAuto(fromState(state, routeCount, dimensions), routeCount),
  };
}

async function fittedAuto(model: AutoModel, routeCount: number): Promise<FittedHead> {
  const { calibration } = model;
  const readEvidence = await evidenceReader(model, routeCount);
  return {
    score(query) {
      const { rows, words, similarities, nearness } = readEvidence(query);
      const scores = rows.map((logit, r) => logit + words[r]! + similarities[r]!);
      return certainOfExamples(toProbabilities(scores, nearness, calibration), query.bestSimilarity);
    },
    explain(query, route, rival) {
      return isExample(query) ? [] : explainProbability(readEvidence(query), route, rival, calibration);
    },
    state: toState(model, routeCount),
  };
}

async function evidenceReader(
  { logistic, centroids, lexical, calibration }: AutoModel,
  routeCount: number,
): Promise<(query: HeadQuery) => QueryEvidence> {
  const dimensions = centroids.length / routeCount;
  const logits = await createRowProducts(transpose(logistic.weights, dimensions, routeCount), dimensions);
  const directions = await createRowProducts(centroids, dimensions);
  const readWords = wordReader(lexical, routeCount);
  return ({ row, text, bestSimilarity }) => ({
    rows: logits(row).map((logit, r) => logit + logistic.biases[r]!),
    words: readWords(text),
    similarities: bestSimilarity.map((similarity) => calibration.similarityWeight * similarity),
    nearness: largestOf(directions(row).map((direction, r) => (direction + bestSimilarity[r]!) / 2)),
  });
}

/** The rows of an example asked word for word differ from it by the rounding of a cosine at most. */
const sameRow = 1 - 1e-5;

function isExample({ bestSimilarity }: Pick<HeadQuery, 'bestSimilarity'>): boolean {
  return bestSimilarity.some((similarity) => similarity >= sameRow);
}

/** A query that is an example of some route is right there for certain, whatever was learned from the others. */
function certainOfExamples(probabilities: Float32Array, bestSimilarity: Float32Array): Float32Array {
  if (!isExample({ bestSimilarity })) return probabilities;
  return bestSimilarity.map((similarity) => Number(similarity >= sameRow));
}
