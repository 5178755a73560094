/** The few assertions that contracts need, with no runner and no Node: they also run in a browser. */
export function ok(value: unknown, message: string): asserts value {
  if (!value) throw new Error(message);
}

/** By `Object.is`: NaN equals NaN, 0 differs from −0. */
export function equal(actual: unknown, expected: unknown, what: string): void {
  ok(Object.is(actual, expected), `${what}: expected ${String(expected)}, got ${String(actual)}`);
}

export function close(actual: number, expected: number, tolerance: number, what: string): void {
  // Equality first: the distance between two infinities is NaN.
  if (actual === expected) return;
  const distance = Math.abs(actual - expected);
  ok(distance <= tolerance, `${what}: expected ${expected} ± ${tolerance}, got ${actual}`);
}

export function equalElements(actual: ArrayLike<number>, expected: ArrayLike<number>, what: string): void {
  closeElements(actual, expected, 0, what);
}

export function closeElements(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
  what: string,
): void {
  equal(actual.length, expected.length, `length of ${what}`);
  for (let i = 0; i < expected.length; i++) {
    close(actual[i]!, expected[i]!, tolerance, `element ${i} of ${what}`);
  }
}

type Matches = (error: unknown) => boolean;

export function throws(call: () => unknown, matches: Matches, what: string): void {
  try {
    call();
  } catch (error) {
    ok(matches(error), `${what}: threw the wrong error: ${String(error)}`);
    return;
  }
  throw new Error(`${what}: expected an error, got none`);
}

export async function rejects(call: Promise<unknown>, matches: Matches, what: string): Promise<void> {
  const failure = await call.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  ok(failure, `${what}: expected a rejection, got none`);
  ok(matches(failure.error), `${what}: rejected with the wrong error: ${String(failure.error)}`);
}
