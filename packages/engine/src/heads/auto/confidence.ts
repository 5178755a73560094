/**
 * How scores become a probability.
 *
 *   P = softmax(z / temperature)                       share of each route
 *   s = logit(P) / logitScale + c / nearnessScale      c: how near the nearest route is
 *   p = sigmoid(slope · s + intercept)
 *
 * Shares alone are sure of something even where the query is near nothing; nearness alone cannot tell
 * two routes apart. Each is divided by its spread, so that they weigh alike.
 */
export interface Calibration {
  /** Weight of the best cosine in z. */
  readonly similarityWeight: number;
  readonly temperature: number;
  readonly logitScale: number;
  readonly nearnessScale: number;
  /** Above 0, so that more evidence never means less confidence. */
  readonly slope: number;
  readonly intercept: number;
}

/** Keeps the share of an only route, which is 1, from having an infinite logit. */
const leastRest = 1e-9;

/** @returns p of each route, shape [R]. */
export function toProbabilities(
  scores: Float32Array,
  nearness: number,
  calibration: Calibration,
): Float32Array {
  return shareLogits(scores, calibration.temperature).map((logit) => {
    const signal = logit / calibration.logitScale + nearness / calibration.nearnessScale;
    return 1 / (1 + Math.exp(-(calibration.slope * signal + calibration.intercept)));
  });
}

/** @returns ln(P / (1 − P)) of each share P of softmax(scores / temperature). */
export function shareLogits(scores: Float32Array, temperature: number): Float32Array {
  const largest = largestOf(scores);
  const exponents = scores.map((score) => (score - largest) / temperature);
  const total = exponents.reduce((sum, exponent) => sum + Math.exp(exponent), 0);
  return exponents.map((exponent) => exponent - Math.log(Math.max(total - Math.exp(exponent), leastRest)));
}

export function largestOf(values: Float32Array): number {
  return values.reduce((most, value) => Math.max(most, value), -Infinity);
}
