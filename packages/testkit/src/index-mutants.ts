import { groupMutants } from './vector-index/group-mutants.ts';
import type { IndexMutant } from './vector-index/index-mutant.ts';
import { refusalMutants } from './vector-index/refusal-mutants.ts';
import { rowMutants } from './vector-index/row-mutants.ts';
import { searchMutants } from './vector-index/search-mutants.ts';

/** Proof of `indexContract`: each breaks one promise of an exact index. */
export const indexMutants: readonly IndexMutant[] = [
  ...rowMutants,
  ...searchMutants,
  ...groupMutants,
  ...refusalMutants,
];
