import { type MatrixProduct, transpose } from './matrix.ts';
import { minimize } from './minimize.ts';

/** Weight of ‖W‖² beside the summed cross-entropy; accuracy is flat from a sixth to six times of it. */
const ridge = 1 / 60;

/** Accuracy is within half a point after 20 iterations, and does not move after 40. */
const maxIterations = 40;

export interface LogisticModel {
  /** float32, shape [D, R]: the logits of a row x are Wᵀx + b. */
  readonly weights: Float32Array;
  /** float32, shape [R]. */
  readonly biases: Float32Array;
}

export interface ClassExamples {
  /** float32, unit length, shape [N, D]. */
  readonly rows: Float32Array;
  readonly dimensions: number;
  /** N classes, each 0 … R − 1. */
  readonly classes: Int32Array;
  /** R. */
  readonly classCount: number;
}

export interface LogisticSettings {
  readonly product: MatrixProduct;
  /** Where to start, which spares iterations when it is near; default: zero. */
  readonly start?: LogisticModel | undefined;
  /** Called after each iteration; what it throws ends the fit. */
  readonly onIteration?: (() => Promise<void> | void) | undefined;
}

/**
 * Multinomial logistic regression: the minimum over W and b of
 *
 *   Σᵢ −log softmax(Wᵀ(xᵢ − x̄) + b)[classᵢ]  +  ridge·‖W‖²
 *
 * where x̄ is the mean row and b is free. x̄ is folded into the biases that are returned.
 */
export async function fitLogistic(
  { rows, dimensions, classes, classCount }: ClassExamples,
  { product, start, onIteration }: LogisticSettings,
): Promise<LogisticModel & { readonly objective: number }> {
  const count = classes.length;
  const mean = meanRow(rows, dimensions);
  const centred = rows.map((value, i) => value - mean[i % dimensions]!);
  const centredTransposed = transpose(centred, count, dimensions);
  const weightCount = dimensions * classCount;

  const evaluate = (x: Float64Array, gradient: Float64Array): number => {
    const logits = product(
      centred,
      Float32Array.from(x.subarray(0, weightCount)),
      count,
      dimensions,
      classCount,
    );
    const loss = replaceByErrors(logits, x.subarray(weightCount), classes);
    gradient.set(product(centredTransposed, logits, dimensions, count, classCount));
    gradient.set(columnSums(logits, classCount), weightCount);
    let squares = 0;
    for (let i = 0; i < weightCount; i++) {
      squares += x[i]! * x[i]!;
      gradient[i]! += 2 * ridge * x[i]!;
    }
    return loss + ridge * squares;
  };

  const x = new Float64Array(weightCount + classCount);
  if (start) x.set(shiftBiases(start, mean, 1));
  const objective = await minimize(evaluate, x, { maxIterations, gradientTolerance: 1e-3, onIteration });
  const centredModel = {
    weights: Float32Array.from(x.subarray(0, weightCount)),
    biases: Float32Array.from(x.subarray(weightCount)),
  };
  const biases = shiftBiases(centredModel, mean, -1).subarray(weightCount);
  return { weights: centredModel.weights, biases, objective };
}

/** Rows first: one pass over the weights in the order that they lie in. */
export function logitsOf({ weights, biases }: LogisticModel, row: Float32Array): Float32Array {
  const logits = biases.slice();
  const routeCount = logits.length;
  row.forEach((value, i) => {
    const start = i * routeCount;
    for (let r = 0; r < routeCount; r++) logits[r]! += value * weights[start + r]!;
  });
  return logits;
}

/**
 * Turns logits, less their biases, into softmax − target, which is the gradient by each logit.
 * @returns the summed cross-entropy.
 */
function replaceByErrors(logits: Float32Array, biases: Float64Array, classes: Int32Array): number {
  const classCount = biases.length;
  let loss = 0;
  for (let example = 0; example < classes.length; example++) {
    const start = example * classCount;
    const target = start + classes[example]!;
    let largest = -Infinity;
    for (let r = 0; r < classCount; r++) largest = Math.max(largest, (logits[start + r]! += biases[r]!));
    const targetLogit = logits[target]!;
    let sum = 0;
    for (let i = start; i < start + classCount; i++) sum += logits[i] = Math.exp(logits[i]! - largest);
    for (let i = start; i < start + classCount; i++) logits[i]! /= sum;
    logits[target]! -= 1;
    loss += Math.log(sum) + largest - targetLogit;
  }
  return loss;
}

/** @returns [W, b + sign·Wᵀx̄]: the parameters of the same model for rows that are shifted by x̄. */
function shiftBiases({ weights, biases }: LogisticModel, mean: Float64Array, sign: 1 | -1): Float32Array {
  const classCount = biases.length;
  const shifted = new Float32Array(weights.length + classCount);
  shifted.set(weights);
  for (let r = 0; r < classCount; r++) {
    let sum = biases[r]!;
    mean.forEach((value, i) => (sum += sign * value * weights[i * classCount + r]!));
    shifted[weights.length + r] = sum;
  }
  return shifted;
}

function meanRow(rows: Float32Array, dimensions: number): Float64Array {
  const sums = columnSums(rows, dimensions);
  return sums.map((sum) => (sum * dimensions) / rows.length);
}

function columnSums(matrix: Float32Array, columns: number): Float64Array {
  const sums = new Float64Array(columns);
  for (let start = 0; start < matrix.length; start += columns) {
    for (let i = 0; i < columns; i++) sums[i]! += matrix[start + i]!;
  }
  return sums;
}
