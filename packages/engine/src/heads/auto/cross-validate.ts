import type { HeadExamples } from '@sr/core';
import { takeRows } from '../../take-rows.ts';
import { stratifiedFolds } from './folds.ts';
import { fitLexical, wordReader } from './lexical.ts';
import { fitLogistic, type LogisticModel } from './logistic.ts';
import type { MatrixProduct } from './matrix.ts';

const foldCount = 5;

export interface CrossValidationSettings {
  readonly product: MatrixProduct;
  /** Fitted on all examples: the folds start from it. */
  readonly full: LogisticModel;
  readonly onIteration?: (() => Promise<void> | void) | undefined;
}

export interface CrossValidated {
  /** For each example its fold. */
  readonly folds: Int32Array;
  /**
   * Logits of each example by a model that has not seen its fold, shape [N, R]; −Infinity for a route
   * that has no example in the other folds.
   */
  readonly logits: Float32Array;
}

/** What rows and words say of each example when it was not learned from. */
export async function crossValidate(
  examples: HeadExamples,
  { product, full, onIteration }: CrossValidationSettings,
): Promise<CrossValidated> {
  const { rows, dimensions, texts, routes, routeNames } = examples;
  const routeCount = routeNames.length;
  const folds = stratifiedFolds(texts, routes, routeCount, foldCount);
  const logits = new Float32Array(texts.length * routeCount);
  for (let fold = 0; fold < foldCount; fold++) {
    const held = positions(folds, (other) => other === fold);
    const seen = positions(folds, (other) => other !== fold);
    if (held.length === 0 || seen.length === 0) continue;
    const seenRoutes = Int32Array.from(seen, (i) => routes[i]!);
    const model = await fitLogistic(
      { rows: takeRows(rows, dimensions, seen), dimensions, classes: seenRoutes, classCount: routeCount },
      { product, start: full, onIteration },
    );
    const readWords = wordReader(
      fitLexical(
        seen.map((i) => texts[i]!),
        seenRoutes,
        routeCount,
      ),
      routeCount,
    );
    const heldLogits = product(
      takeRows(rows, dimensions, held),
      model.weights,
      held.length,
      dimensions,
      routeCount,
    );
    const isKnown = new Set(seenRoutes);
    held.forEach((example, h) => {
      const words = readWords(texts[example]);
      for (let r = 0; r < routeCount; r++) {
        const logit = heldLogits[h * routeCount + r]! + model.biases[r]! + words[r]!;
        logits[example * routeCount + r] = isKnown.has(r) ? logit : -Infinity;
      }
    });
  }
  return { folds, logits };
}

function positions(folds: Int32Array, holds: (fold: number) => boolean): number[] {
  return [...folds.keys()].filter((example) => holds(folds[example]!));
}
