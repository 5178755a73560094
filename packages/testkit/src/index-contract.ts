import type { IndexCase } from './vector-index/index-case.ts';
import { groupCases } from './vector-index/group-cases.ts';
import { refusalCases } from './vector-index/refusal-cases.ts';
import { rowCases } from './vector-index/row-cases.ts';
import { searchCases } from './vector-index/search-cases.ts';

/** What every `VectorIndex` promises; the subject is its factory. */
export const indexContract: readonly IndexCase[] = [
  ...rowCases,
  ...searchCases,
  ...groupCases,
  ...refusalCases,
];
