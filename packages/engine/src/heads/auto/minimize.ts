/** Value and gradient at x; the gradient is written into `gradient`, which has the length of x. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number;

export interface MinimizeSettings {
  readonly maxIterations: number;
  /** Stops when the largest element of the gradient is this small. */
  readonly gradientTolerance: number;
  /** Called after each iteration; what it throws ends the search. */
  readonly onIteration?: (() => Promise<void> | void) | undefined;
}

/** Pairs of steps and gradient changes that the Hessian is estimated from. */
const memory = 10;

/**
 * L-BFGS with backtracking to a sufficient decrease (Nocedal & Wright, Numerical Optimization, 2nd ed.,
 * algorithms 7.4, 7.5 and 3.1), for smooth convex objectives.
 * @param x where to start; overwritten by where it ends.
 * @returns the value there.
 */
export async function minimize(
  objective: Objective,
  x: Float64Array,
  settings: MinimizeSettings,
): Promise<number> {
  const { maxIterations, gradientTolerance, onIteration } = settings;
  const history: Pair[] = [];
  let gradient: Float64Array = new Float64Array(x.length);
  let value = objective(x, gradient);

  for (let iteration = 0; iteration < maxIterations; iteration++) {
    if (largest(gradient) <= gradientTolerance) break;
    const direction = descentDirection(gradient, history);
    const moved = searchLine(objective, x, value, gradient, direction, history.length === 0);
    if (moved === undefined) break; // no decrease that double precision could show
    remember(history, difference(moved.x, x), difference(moved.gradient, gradient));
    x.set(moved.x);
    ({ value, gradient } = moved);
    await onIteration?.();
  }
  return value;
}

/** A step s, the change y of the gradient over it, and 1 / sᵀy. */
interface Pair {
  readonly step: Float64Array;
  readonly change: Float64Array;
  readonly rho: number;
}

// The two-loop recursion: −H·g without ever forming H.
function descentDirection(gradient: Float64Array, history: readonly Pair[]): Float64Array {
  const direction = negated(gradient);
  const alphas = history.map(() => 0);
  for (let i = history.length - 1; i >= 0; i--) {
    const { step, change, rho } = history[i]!;
    alphas[i] = rho * dot(step, direction);
    addScaled(direction, change, -alphas[i]!);
  }
  const last = history.at(-1);
  if (last) scale(direction, 1 / (last.rho * dot(last.change, last.change)));
  history.forEach(({ step, change, rho }, i) => {
    addScaled(direction, step, alphas[i]! - rho * dot(change, direction));
  });
  return direction;
}

interface Point {
  readonly x: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
}

function searchLine(
  objective: Objective,
  x: Float64Array,
  value: number,
  gradient: Float64Array,
  direction: Float64Array,
  isFirst: boolean,
): Point | undefined {
  const slope = dot(gradient, direction);
  // The first direction is the gradient itself, whose length says nothing about how far to go.
  let length = isFirst ? 1 / Math.sqrt(dot(gradient, gradient)) : 1;
  for (let tries = 0; tries < 30; tries++, length /= 2) {
    const next = x.slice();
    addScaled(next, direction, length);
    const nextGradient = new Float64Array(x.length);
    const nextValue = objective(next, nextGradient);
    if (nextValue <= value + 1e-4 * length * slope)
      return { x: next, value: nextValue, gradient: nextGradient };
  }
  return undefined;
}

function remember(history: Pair[], step: Float64Array, change: Float64Array): void {
  const curvature = dot(step, change);
  if (curvature <= 1e-12 * dot(change, change)) return; // would make the estimate indefinite
  history.push({ step, change, rho: 1 / curvature });
  if (history.length > memory) history.shift();
}

/*
 * Plain loops: `map` and `reduce` with a closure per element took a third of a fit.
 */

function largest(vector: Float64Array): number {
  let most = 0;
  for (const value of vector) most = Math.max(most, Math.abs(value));
  return most;
}

function negated(vector: Float64Array): Float64Array {
  const result = new Float64Array(vector.length);
  for (let i = 0; i < vector.length; i++) result[i] = -vector[i]!;
  return result;
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  const result = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) result[i] = a[i]! - b[i]!;
  return result;
}

function scale(vector: Float64Array, factor: number): void {
  for (let i = 0; i < vector.length; i++) vector[i]! *= factor;
}

function addScaled(target: Float64Array, vector: Float64Array, factor: number): void {
  for (let i = 0; i < target.length; i++) target[i]! += factor * vector[i]!;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
