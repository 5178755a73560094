import type { IndexFactory, VectorIndex } from '@sr/core';
import type { Mutant } from '../run-mutants.ts';

export type IndexMutant = Mutant<IndexFactory>;

/** An index that answers like the right one, except for the members that `change` returns. */
export function mutantOf(
  name: string,
  caughtBy: string,
  change: (right: VectorIndex) => Partial<VectorIndex>,
): IndexMutant {
  return {
    name,
    caughtBy,
    mutate: (create) => async (settings) => {
      const right = await create(settings);
      // By prototype, so that getters like size stay alive; spreading would freeze them.
      return Object.create(right, Object.getOwnPropertyDescriptors(change(right))) as VectorIndex;
    },
  };
}
