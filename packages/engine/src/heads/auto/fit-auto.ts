import { toUnitRows, type FitOptions, type HeadExamples } from '@sr/core';
import { loadMatrixKernels } from '@sr/simd-cosine';
import { routeSums } from '../route-sums.ts';
import type { AutoModel } from './auto-state.ts';
import { calibrate, type NegativeEvidence } from './calibrate.ts';
import { crossValidate } from './cross-validate.ts';
import { fitLexical, wordReader } from './lexical.ts';
import { fitLogistic, logitsOf } from './logistic.ts';
import type { MatrixProduct } from './matrix.ts';
import { exampleSimilarities, similaritiesOf } from './similarities.ts';

/**
 * Everything that the head learns. Others may run between the steps of it.
 * @param outOfScopeShare π: expected share of queries that no route should take.
 */
export async function fitAuto(
  examples: HeadExamples,
  outOfScopeShare: number,
  { signal, onProgress }: FitOptions = {},
): Promise<AutoModel> {
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
  return { ...learned, calibration: calibrate(evidence) };
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
