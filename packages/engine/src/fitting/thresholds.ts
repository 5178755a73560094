import { scoreTolerance } from '../decide.ts';
import type { Outcome } from '../outcome.ts';

/** A labelled case whose scores are known; which bar they have to reach is not. */
export type ScoredCase = Omit<Outcome, 'decided'>;

/** The bars of a router. */
export interface Thresholds {
  readonly router: number;
  /** Of routes that have their own, by name. */
  readonly routes: Readonly<Record<string, number>>;
}

/** What would be decided with other thresholds; nothing is encoded or scored again. */
export function applyThresholds(cases: readonly ScoredCase[], { router, routes }: Thresholds): Outcome[] {
  const own = new Map(Object.entries(routes));
  return cases.map((one) => {
    const bar = own.get(one.best ?? '') ?? router;
    return { ...one, decided: one.confidence >= bar - scoreTolerance ? one.best : null };
  });
}

export function hasOutOfScope(cases: readonly ScoredCase[]): boolean {
  return cases.some(({ expected }) => expected === null);
}
