/** A figure that an issue or a README claims, with what it has to reach. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly op: '>=' | '<=';
  readonly target: number;
  readonly ok: boolean;
}

export function atLeast(name: string, target: number, value: number): Bar {
  return { name, value, op: '>=', target, ok: value >= target };
}

export function atMost(name: string, target: number, value: number): Bar {
  return { name, value, op: '<=', target, ok: value <= target };
}

/** Two bars: a figure that agrees with another is neither below nor above it. */
export function within(name: string, target: number, tolerance: number, value: number): Bar[] {
  return [
    atLeast(name, roundAway(target - tolerance), value),
    atMost(name, roundAway(target + tolerance), value),
  ];
}

// 0.812 − 0.006 is 0.8060000000000001 in binary, which nobody has claimed.
function roundAway(value: number): number {
  return Number(value.toFixed(6));
}
