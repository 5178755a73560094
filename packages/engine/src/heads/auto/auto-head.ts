import {
  toUnitRows,
  type FitOptions,
  type FittedHead,
  type Head,
  type HeadExamples,
  type HeadQuery,
} from '@sr/core';
import { loadMatrixKernels } from '@sr/simd-cosine';
import { calibrate, type NegativeEvidence } from './calibrate.ts';
import { largestOf, toProbabilities } from './confidence.ts';
import { explainProbability, type QueryEvidence } from './explain-probability.ts';
import { crossValidate, lexicalWeight } from './cross-validate.ts';
import { fitLexical, lexicalScorer, type LexicalBlock } from './lexical.ts';
import { fitLogistic, type LogisticModel } from './logistic.ts';
import { fromState, toState, type AutoModel } from './auto-state.ts';
import { multiplyRow, routeSums } from '../route-rows.ts';
import type { MatrixProduct } from './matrix.ts';
import { exampleSimilarities, similaritiesOf } from './similarities.ts';

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
    fit: (examples, options) => fitAuto(examples, expectedOutOfScope, options),
    restore: (state, routeCount, dimensions) =>
      fittedAuto(fromState(state, routeCount, dimensions), routeCount),
  };
}

async function fitAuto(
  examples: HeadExamples,
  outOfScopeShare: number,
  { signal, onProgress }: FitOptions = {},
): Promise<FittedHead> {
  const { rows, dimensions, routes, routeNames, texts } = examples;
  const routeCount = routeNames.length;
  const { multiply: product } = await loadMatrixKernels();
  const onIteration = breathe(signal, onProgress);
  const logistic = await fitLogistic(
    { rows, dimensions, classes: routes, classCount: routeCount },
    { product, onIteration },
  );
  const { folds, logits } = await crossValidate(examples, { product, full: logistic, onIteration });
  const sums = Float32Array.from(routeSums(examples));
  const { bestOfOtherFolds, nearness } = exampleSimilarities(examples, folds, sums, product);
  const learned = {
    logistic,
    lexical: fitLexical(texts, routes, routeCount),
    centroids: toUnitRows(sums, dimensions, 'The head "auto"'),
  };
  const negatives = negativeEvidence(examples, learned, product);
  const evidence = {
    logits,
    similarities: bestOfOtherFolds,
    nearness,
    routes,
    routeCount,
    outOfScopeShare,
    negatives,
  };
  return fittedAuto({ ...learned, calibration: calibrate(evidence) }, routeCount);
}

function fittedAuto(model: AutoModel, routeCount: number): FittedHead {
  const { calibration } = model;
  const readEvidence = evidenceReader(model, routeCount);
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

function evidenceReader(model: AutoModel, routeCount: number): (query: HeadQuery) => QueryEvidence {
  const { logistic, centroids, calibration } = model;
  const readWords = wordReader(model.lexical, routeCount);
  return ({ row, text, bestSimilarity }) => {
    const directions = multiplyRow(centroids, row, routeCount);
    return {
      rows: logitsOf(logistic, row),
      words: readWords(text),
      similarities: bestSimilarity.map((similarity) => calibration.similarityWeight * similarity),
      nearness: largestOf(directions.map((direction, r) => (direction + bestSimilarity[r]!) / 2)),
    };
  };
}

type LearnedParts = Omit<AutoModel, 'calibration'>;

function negativeEvidence(
  examples: HeadExamples,
  learned: LearnedParts,
  product: MatrixProduct,
): NegativeEvidence {
  const { rows, texts, routes } = examples.negatives;
  const { dimensions, routeNames } = examples;
  const readWords = wordReader(learned.lexical, routeNames.length);
  const logits = texts.map((text, i) => {
    const words = readWords(text);
    return logitsOf(learned.logistic, rows.subarray(i * dimensions, (i + 1) * dimensions)).map(
      (logit, r) => logit + words[r]!,
    );
  });
  const { best, nearness } = similaritiesOf(rows, examples, learned.centroids, product);
  return {
    logits: Float32Array.from(logits.flatMap((row) => Array.from(row))),
    similarities: best,
    nearness,
    routes,
  };
}

/** Weighted lexical cosine with each route; zeros where there is no text. */
function wordReader(
  blocks: readonly LexicalBlock[],
  routeCount: number,
): (text: string | undefined) => Float32Array {
  const scorer = lexicalScorer(blocks, routeCount);
  const none = new Float32Array(routeCount);
  return (text) => (text === undefined ? none : scorer.score(text).map((cosine) => lexicalWeight * cosine));
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

/** Rows first: one pass over the weights in the order that they lie in. */
function logitsOf({ weights, biases }: LogisticModel, row: Float32Array): Float32Array {
  const logits = biases.slice();
  const routeCount = logits.length;
  row.forEach((value, i) => {
    const start = i * routeCount;
    for (let r = 0; r < routeCount; r++) logits[r]! += value * weights[start + r]!;
  });
  return logits;
}

/** Lets others run after each step, reports how far the fit is, and ends it when it is aborted. */
function breathe(signal: AbortSignal | undefined, onProgress: FitOptions['onProgress']): () => Promise<void> {
  let steps = 0;
  return async () => {
    signal?.throwIfAborted();
    steps += 1;
    onProgress?.(steps / (steps + 20));
    await new Promise((resolve) => setTimeout(resolve));
  };
}
