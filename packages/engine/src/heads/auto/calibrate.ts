import { largestOf, shareLogits, type Calibration } from './confidence.ts';

export interface CalibrationEvidence {
  /** Out-of-fold logits, shape [N, R]. */
  readonly logits: Float32Array;
  /** Best similarity in other folds, shape [N, R]. */
  readonly similarities: Float32Array;
  /** Shape [N, R]. */
  readonly nearness: Float32Array;
  /** N routes. */
  readonly routes: Int32Array;
  readonly routeCount: number;
  /** π: expected share of queries that no route should take. */
  readonly outOfScopeShare: number;
  readonly negatives: NegativeEvidence;
}

/** The same of M texts that somebody wrote down as not meant. */
export interface NegativeEvidence {
  /** Logits of the full model, which has not learned from them, shape [M, R]. */
  readonly logits: Float32Array;
  /** Shape [M, R]. */
  readonly similarities: Float32Array;
  /** Shape [M, R]. */
  readonly nearness: Float32Array;
  /** The route that the text is not for, or −1: it is for none. */
  readonly routes: Int32Array;
}

interface Observation {
  readonly logit: number;
  readonly nearness: number;
}

/** Share of the other routes that is taken away from a far query; chosen on validation data. */
const neighbourShare = 0.3;

/** So many real negatives weigh as much as all that are made from the examples. */
const negativesForHalf = 50;

const similarityWeights = [0, 2.5, 5, 10, 20, 40];

/**
 * Fits the calibration on examples that each score was not learned from.
 *
 * What out-of-scope queries look like is learned from them too. Half of those are next to a route: each
 * example asked again as if its own route had never been written. Half are far from all: the same with
 * the routes that it is nearest to gone as well.
 */
export function calibrate(evidence: CalibrationEvidence): Calibration {
  const { logits, similarities, routes, routeCount } = evidence;
  // An only example of its route is unknown to the model that has not seen it: it can tell nothing.
  const usable = [...routes.keys()].filter((i) => logits[i * routeCount + routes[i]!]! > -Infinity);
  if (routeCount < 2 || usable.length === 0) return uncalibrated;
  const choices = similarityWeights.map((similarityWeight) => {
    const scores = logits.map((logit, i) => logit + similarityWeight * similarities[i]!);
    return { similarityWeight, scores, ...fitTemperature(scores, usable, routes, routeCount) };
  });
  const best = choices.reduce((least, choice) => (choice.loss < least.loss ? choice : least));
  const { similarityWeight, temperature } = best;
  const calibration = { similarityWeight, temperature, ...fitConfidence(evidence, best, usable) };
  return calibration.slope > 0 ? toFloat32(calibration) : uncalibrated;
}

/**
 * Where nothing can be held back to learn from: nearness decides alone, and a query halfway between
 * alike and unrelated is as likely right as wrong.
 */
const uncalibrated: Calibration = {
  similarityWeight: 10,
  temperature: 1,
  // Decides between routes, and hardly moves the confidence.
  logitScale: 100,
  nearnessScale: 1,
  slope: 16,
  intercept: -8,
};

/** As a snapshot keeps it, so that a restored head gives the same scores. */
function toFloat32(calibration: Calibration): Calibration {
  return Object.fromEntries(
    Object.entries(calibration).map(([name, value]) => [name, Math.fround(value as number)]),
  ) as unknown as Calibration;
}

/** The temperature of least mean cross-entropy, by golden-section search over its logarithm. */
function fitTemperature(
  scores: Float32Array,
  usable: readonly number[],
  routes: Int32Array,
  routeCount: number,
): { temperature: number; loss: number } {
  const lossAt = (logTemperature: number) => {
    const inverse = Math.exp(-logTemperature);
    return usable.reduce(
      (sum, i) => sum - logShare(scores, i * routeCount, routeCount, routes[i]!, inverse),
      0,
    );
  };
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [-5, 5];
  let [left, right] = [high - golden * (high - low), low + golden * (high - low)];
  let [leftLoss, rightLoss] = [lossAt(left), lossAt(right)];
  while (high - low > 1e-3) {
    if (leftLoss < rightLoss) {
      [high, right, rightLoss] = [right, left, leftLoss];
      left = high - golden * (high - low);
      leftLoss = lossAt(left);
    } else {
      [low, left, leftLoss] = [left, right, rightLoss];
      right = low + golden * (high - low);
      rightLoss = lossAt(right);
    }
  }
  return { temperature: Math.exp((low + high) / 2), loss: lossAt((low + high) / 2) };
}

/** ln softmax(scores · inverse)[target] */
function logShare(
  scores: Float32Array,
  start: number,
  count: number,
  target: number,
  inverse: number,
): number {
  let largest = -Infinity;
  for (let r = 0; r < count; r++) largest = Math.max(largest, scores[start + r]!);
  let sum = 0;
  for (let r = 0; r < count; r++) sum += Math.exp((scores[start + r]! - largest) * inverse);
  return (scores[start + target]! - largest) * inverse - Math.log(sum);
}

function fitConfidence(
  { nearness, routes, routeCount, outOfScopeShare, negatives }: CalibrationEvidence,
  {
    scores,
    similarityWeight,
    temperature,
  }: { readonly scores: Float32Array; readonly similarityWeight: number; readonly temperature: number },
  usable: readonly number[],
): Omit<Calibration, 'similarityWeight' | 'temperature'> {
  const observe = (z: Float32Array, c: Float32Array): Observation => ({
    logit: largestOf(shareLogits(z, temperature)),
    nearness: largestOf(c),
  });
  const scoresOf = (i: number) => rowOf(scores, i, routeCount);
  const nearnessOf = (i: number) => rowOf(nearness, i, routeCount);
  const asked = usable.map((i) => observe(scoresOf(i), nearnessOf(i)));
  const askWithout = (goneFor: (i: number) => ReadonlySet<number>) =>
    usable.map((i) => {
      const gone = goneFor(i);
      return observe(
        withMeanFor(gone, scoresOf(i)),
        nearnessOf(i).filter((_, r) => !gone.has(r)),
      );
    });
  const next = askWithout((i) => new Set([routes[i]!]));
  const far = askWithout((i) => new Set([routes[i]!, ...neighbours(nearnessOf(i), routes[i]!)]));
  const isRight = usable.map((i) => indexOfLargest(scoresOf(i)) === routes[i]);
  const written = observeNegatives(negatives, similarityWeight, routeCount, observe);

  const logitScale = deviation(asked.map(({ logit }) => logit));
  const nearnessScale = deviation(asked.map(({ nearness: c }) => c));
  const toPoint = (weight: number, target: number) => (one: Observation) => ({
    x: one.logit / logitScale + one.nearness / nearnessScale,
    target,
    weight,
  });
  const inScopeWeight = (1 - outOfScopeShare) / usable.length;
  const writtenShare = outOfScopeShare * (written.length / (written.length + negativesForHalf));
  const points = [
    ...asked.map((one, i) => toPoint(inScopeWeight, Number(isRight[i]))(one)),
    ...[...next, ...far].map(toPoint((outOfScopeShare - writtenShare) / (2 * usable.length), 0)),
    ...written.map(toPoint(writtenShare / written.length, 0)),
  ];
  return { logitScale, nearnessScale, ...fitSigmoid(points) };
}

/** Those that would go where they must not; one that is near a route may well be right in another. */
function observeNegatives(
  { logits, similarities, nearness, routes }: NegativeEvidence,
  similarityWeight: number,
  routeCount: number,
  observe: (z: Float32Array, c: Float32Array) => Observation,
): Observation[] {
  const scores = logits.map((logit, i) => logit + similarityWeight * similarities[i]!);
  const wrong = [...routes.keys()].filter((i) => {
    const { [i]: route = -1 } = routes;
    return route === -1 || indexOfLargest(rowOf(scores, i, routeCount)) === route;
  });
  return wrong.map((i) => observe(rowOf(scores, i, routeCount), rowOf(nearness, i, routeCount)));
}

/** The routes that an example is nearest to, beside its own; at least one other route is left. */
function neighbours(nearness: Float32Array, own: number): number[] {
  const others = [...nearness.keys()].filter((r) => r !== own);
  const count = Math.min(Math.ceil(neighbourShare * others.length), others.length - 1);
  return others.sort((a, b) => nearness[b]! - nearness[a]!).slice(0, count);
}

/** As if some routes had never been written: leaving them out would make the best of two a certainty. */
function withMeanFor(gone: ReadonlySet<number>, scores: Float32Array): Float32Array {
  const left = scores.filter((score, r) => !gone.has(r) && score > -Infinity);
  const mean = left.reduce((sum, score) => sum + score, 0) / left.length;
  return scores.map((score, r) => (gone.has(r) ? mean : score));
}

function rowOf(matrix: Float32Array, row: number, columns: number): Float32Array {
  return matrix.subarray(row * columns, (row + 1) * columns);
}

function indexOfLargest(values: Float32Array): number {
  return values.indexOf(largestOf(values));
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1;
}

interface WeightedPoint {
  readonly x: number;
  readonly target: number;
  readonly weight: number;
}

/** Weighted logistic regression in one variable, by Newton's method from zero. */
function fitSigmoid(points: readonly WeightedPoint[]): { slope: number; intercept: number } {
  let [slope, intercept] = [0, 0];
  for (let iteration = 0; iteration < 50; iteration++) {
    let [gs, gi, hss, hsi, hii] = [0, 0, 1e-6, 0, 1e-6];
    for (const { x, target, weight } of points) {
      const p = 1 / (1 + Math.exp(-(slope * x + intercept)));
      const error = weight * (p - target);
      const curvature = weight * p * (1 - p);
      gs += error * x;
      gi += error;
      hss += curvature * x * x;
      hsi += curvature * x;
      hii += curvature;
    }
    const determinant = hss * hii - hsi * hsi;
    slope -= (hii * gs - hsi * gi) / determinant;
    intercept -= (hss * gi - hsi * gs) / determinant;
  }
  return { slope, intercept };
}
