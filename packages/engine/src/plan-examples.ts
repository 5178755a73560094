import type { HeadExamples, VectorIndex } from '@sr/core';
import type { ChangePlan, PlannedTexts } from './plan-change.ts';

/** In `negatives.routes`: the text is out of scope, not only out of one route. */
const noRoute = -1;

/**
 * The examples that a head is fitted on. Rows are gathered when a head asks for them: `max` never does,
 * and a copy of all rows is the most expensive part of a small change.
 * @param addedRows float32, shape [N, D]; row i belongs to plan.added[i].
 */
export function planExamples(
  plan: ChangePlan<string>,
  addedRows: Float32Array,
  index: VectorIndex,
): HeadExamples {
  const negatives = [...plan.routes.map((route) => route.negatives), plan.none];
  const rowsOf = (planned: readonly PlannedTexts[]) => gatherRows(planned, addedRows, index);
  let rows: Float32Array | undefined;
  let negativeRows: Float32Array | undefined;
  return {
    get rows() {
      return (rows ??= rowsOf(plan.routes));
    },
    dimensions: index.dimensions,
    texts: plan.routes.flatMap(({ texts }) => texts),
    routes: positions(plan.routes),
    routeNames: plan.routes.map(({ route }) => route.name),
    negatives: {
      get rows() {
        return (negativeRows ??= rowsOf(negatives));
      },
      texts: negatives.flatMap(({ texts }) => texts),
      routes: positions(negatives).map((position) => (position === plan.routes.length ? noRoute : position)),
    },
  };
}

function positions(planned: readonly PlannedTexts[]): Int32Array {
  return Int32Array.from(planned.flatMap(({ texts }, position) => texts.map(() => position)));
}

function gatherRows(
  planned: readonly PlannedTexts[],
  addedRows: Float32Array,
  index: VectorIndex,
): Float32Array {
  const { dimensions } = index;
  const sources = planned.flatMap((texts) => texts.sources);
  const keptRows = index.read(sources.flatMap((source) => ('id' in source ? source.id : [])));
  const rows = new Float32Array(sources.length * dimensions);
  let kept = 0;
  sources.forEach((source, i) => {
    const [from, position] = 'id' in source ? [keptRows, kept++] : [addedRows, source.added];
    rows.set(from.subarray(position * dimensions, (position + 1) * dimensions), i * dimensions);
  });
  return rows;
}
