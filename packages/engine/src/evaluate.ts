import type { Decision } from '@sr/core';
import type { Evaluation, LabelledCase } from './evaluation.ts';
import { measureCalibration } from './metrics/calibration.ts';
import { measureRoutes } from './metrics/per-route.ts';
import { measureRejection } from './metrics/rejection.ts';
import { percentiles } from './metrics/percentiles.ts';
import type { Router } from './router.ts';
import { unknownRoute } from './unknown-route.ts';

export interface EvaluateOptions {
  readonly signal?: AbortSignal;
  /** Called after each case. */
  readonly onProgress?: (progress: { readonly decided: number; readonly total: number }) => void;
}

/** A labelled case with the decision that it got. */
export interface JudgedCase {
  readonly expected: string | null;
  readonly decision: Decision;
}

/**
 * Decides every case, one after the other, so that the latency is what a lone caller sees.
 * @throws SR_UNKNOWN_ROUTE for a label that is no route, before anything is decided.
 */
export async function evaluate<Name extends string>(
  router: Router<Name>,
  cases: readonly LabelledCase<Name>[],
  { signal, onProgress }: EvaluateOptions = {},
): Promise<Evaluation> {
  const names = router.routes.map(({ name }) => name);
  const known = new Set<string | null>([...names, null]);
  for (const { route } of cases) if (!known.has(route)) throw unknownRoute(String(route), router.routes);

  const judged: JudgedCase[] = [];
  for (const { text, route } of cases) {
    judged.push({ expected: route, decision: await router.route(text, signal && { signal }) });
    onProgress?.({ decided: judged.length, total: cases.length });
  }
  return summarize(judged, names);
}

/** The figures of decisions that are there already. */
export function summarize(judged: readonly JudgedCase[], routeNames: readonly string[]): Evaluation {
  const inScope = judged.filter(({ expected }) => expected !== null);
  const outOfScope = judged.filter(({ expected }) => expected === null);
  const timings = judged.map(({ decision }) => decision.timingsMs);
  return {
    cases: judged.length,
    inScope: inScope.length,
    outOfScope: outOfScope.length,
    accuracy: share(judged, isRight),
    top1: share(inScope, isBestRouteRight),
    inScopeAccuracy: share(inScope, isRight),
    outOfScopeRecall: share(outOfScope, isRight),
    ...measureRejection(inScope.map(toConfidence), outOfScope.map(toConfidence)),
    ece: measureCalibration(
      judged.map((one) => ({ confidence: toConfidence(one), right: isBestRouteRight(one) })),
    ),
    ...measureRoutes(judged, routeNames),
    latencyMs: {
      encode: percentiles(timings.map(({ encode }) => encode)),
      decide: percentiles(timings.map(({ search, decide }) => search + decide)),
      total: percentiles(timings.map(({ encode, search, decide }) => encode + search + decide)),
    },
  };
}

function isRight({ expected, decision }: JudgedCase): boolean {
  return decision.route === expected;
}

function isBestRouteRight({ expected, decision }: JudgedCase): boolean {
  return expected !== null && decision.scores[0]?.route === expected;
}

function toConfidence({ decision }: JudgedCase): number {
  return decision.confidence;
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): number | null {
  return items.length === 0 ? null : items.filter(holds).length / items.length;
}
