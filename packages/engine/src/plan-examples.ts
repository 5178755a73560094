import type { HeadExamples, VectorIndex } from '@sr/core';
import type { ChangePlan } from './plan-change.ts';

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
  const { dimensions } = index;
  let rows: Float32Array | undefined;
  return {
    dimensions,
    get rows() {
      return (rows ??= gatherRows(plan, addedRows, index));
    },
    texts: plan.routes.flatMap(({ texts }) => texts),
    routes: Int32Array.from(plan.routes.flatMap(({ keptIds }, position) => keptIds.map(() => position))),
    routeNames: plan.routes.map(({ route }) => route.name),
  };
}

function gatherRows(plan: ChangePlan<string>, addedRows: Float32Array, index: VectorIndex): Float32Array {
  const { dimensions } = index;
  const ids = plan.routes.flatMap(({ keptIds }) => keptIds);
  const keptRows = index.read(ids.filter((id) => id !== undefined));
  const rows = new Float32Array(ids.length * dimensions);
  let kept = 0;
  let added = 0;
  ids.forEach((id, i) => {
    const start = id === undefined ? dimensions * added++ : dimensions * kept++;
    rows.set((id === undefined ? addedRows : keptRows).subarray(start, start + dimensions), i * dimensions);
  });
  return rows;
}
