import type { IndexFactory, VectorIndex } from '@sr/core';
import type { Capability, ContractCase } from '../contract-case.ts';

/** The subject makes indexes, since a case needs empty ones, and of several dimensions. */
export type IndexCase = ContractCase<IndexFactory>;

export const exact: Capability<IndexFactory> = {
  name: 'supports.exact',
  declaredBy: async (create) => (await create({ dimensions: 1 })).supports.exact,
};

/** A case that needs one index of 4 dimensions. */
export function caseOf(name: string, check: (index: VectorIndex) => void): IndexCase {
  return {
    name,
    run: async (create) => {
      check(await create({ dimensions: 4 }));
    },
  };
}
