import type { Evaluation, LabelledCase } from './evaluation.ts';
import { measureFigures } from './metrics/figures.ts';
import { percentiles } from './metrics/percentiles.ts';
import { findConfusions, measureEachRoute } from './metrics/per-route.ts';
import { measureReliability } from './metrics/reliability.ts';
import { toOutcome, type JudgedCase } from './outcome.ts';
import type { Router } from './router.ts';
import { unknownRoute } from './unknown-route.ts';

export interface EvaluateOptions {
  readonly signal?: AbortSignal;
  /** Called after each case. */
  readonly onProgress?: (progress: { readonly decided: number; readonly total: number }) => void;
}

/** `decideCases` and `summarize` in one: the figures of a router on labelled cases. */
export async function evaluate<Name extends string>(
  router: Router<Name>,
  cases: readonly LabelledCase<Name>[],
  options: EvaluateOptions = {},
): Promise<Evaluation> {
  const names = router.routes.map(({ name }) => name);
  return summarize(await decideCases(router, cases, options), names);
}

/**
 * Decides every case, one after the other, so that the latency is what a lone caller sees.
 * @returns the decisions, in the order of the cases.
 * @throws SR_UNKNOWN_ROUTE for a label that is no route, before anything is decided.
 */
export async function decideCases<Name extends string>(
  router: Router<Name>,
  cases: readonly LabelledCase<Name>[],
  { signal, onProgress }: EvaluateOptions = {},
): Promise<JudgedCase[]> {
  const known = new Set<string | null>([...router.routes.map(({ name }) => name), null]);
  for (const { route } of cases) if (!known.has(route)) throw unknownRoute(String(route), router.routes);

  const judged: JudgedCase[] = [];
  for (const { text, route } of cases) {
    judged.push({ expected: route, decision: await router.route(text, signal && { signal }) });
    onProgress?.({ decided: judged.length, total: cases.length });
  }
  return judged;
}

/** The figures of decisions that are there already. */
export function summarize(judged: readonly JudgedCase[], routeNames: readonly string[]): Evaluation {
  const outcomes = judged.map(toOutcome);
  const inScope = outcomes.filter(({ expected }) => expected !== null).length;
  const timings = judged.map(({ decision }) => decision.timingsMs);
  return {
    cases: outcomes.length,
    inScope,
    outOfScope: outcomes.length - inScope,
    ...measureFigures(outcomes),
    perRoute: measureEachRoute(outcomes, routeNames),
    confusions: findConfusions(outcomes),
    latencyMs: {
      encode: percentiles(timings.map(({ encode }) => encode)),
      decide: percentiles(timings.map(({ search, decide }) => search + decide)),
      total: percentiles(timings.map(({ encode, search, decide }) => encode + search + decide)),
    },
    reliability: measureReliability(outcomes),
  };
}
