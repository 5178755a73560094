import type { DecideSizes } from './sizes.ts';
import type { Workload } from './workload.ts';

/** How the figures came about. */
export function decideProtocol(
  workloads: readonly Workload[],
  { singleDraws, monotonicity, vectors }: DecideSizes,
  seed: number,
): string[] {
  return [
    'The default head through `createRouter` and `evaluate`, no option set but π where a row says so; int8 model, each text encoded once. Test splits; nothing is tuned on them.',
    'train_5 and train_10 are the fixed draws, train is the whole training file; that of BANKING77 without its validation rows, which come out of it and are recognised by letters and digits.',
    ...workloads.map(describeWorkload),
    'top1: share of in-scope cases whose best route is right. overall: share of all cases decided rightly at threshold 0.5, out-of-scope cases by no route. ece: all cases, 0 is right for out-of-scope ones.',
    'Fits run in a process of their own, cross-validation included; encoding is not. fitCpuSeconds: user and system time of all its threads, so what it takes on one core. fitPeakMiB: highest resident set, Node and the rows included.',
    `Typos: one slip in one word of four letters or more of each query (swap, drop, double or replace a letter), seed ${seed}. One utterance a route: mean over ${singleDraws} draws from the training file.`,
    `A ninth utterance: ${monotonicity.draws} draws of ${monotonicity.routes} routes with ${monotonicity.utterances} utterances; each route in turn gets one more, the others stay as they were. lowered: share of routes of whose own cases fewer are decided for them; loweredTop1: for fewer of which they are the best route.`,
    ...vectors.map(
      ({ routes, utterances, fitted, warmUp, queries }) =>
        `Given vectors, ${routes} × ${utterances}: synthetic rows around one direction per route, seed ${seed}, head fitted on ${fitted} of each, ${queries} decisions after ${warmUp} unmeasured.`,
    ),
  ];
}

function describeWorkload({ dataset, splits, cases }: Workload): string {
  const sizes = [...splits].map(([split, { routes, dropped }]) => {
    const utterances = routes.reduce((sum, route) => sum + route.utterances.length, 0);
    return `${split} ${utterances} utterances (${dropped} dropped because another route has them)`;
  });
  return `${dataset}: ${sizes.join(', ')}; ${cases.length} cases.`;
}
