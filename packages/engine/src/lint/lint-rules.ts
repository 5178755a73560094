import type { LintCheck } from './route-view.ts';
import { findDuplicateUtterances } from './rules/duplicate-utterances.ts';
import { findMeaninglessNames } from './rules/meaningless-names.ts';
import { findMisplacedUtterances } from './rules/misplaced-utterances.ts';
import { findNearDuplicateUtterances } from './rules/near-duplicate-utterances.ts';
import { findDominatedRoutes, findUnreachableRoutes } from './rules/never-winning-routes.ts';
import { findOutlierUtterances } from './rules/outlier-utterances.ts';
import { findOverlappingRoutes } from './rules/overlapping-routes.ts';
import { findRepeatedUtterances } from './rules/repeated-utterances.ts';
import { findTooFewUtterances } from './rules/too-few-utterances.ts';
import { findTooSimilarUtterances } from './rules/too-similar-utterances.ts';

/** In this order, the certain before the doubtful: what one has reported explains what a later one would see. */
export const lintRules: readonly LintCheck[] = [
  findDuplicateUtterances,
  findUnreachableRoutes,
  findDominatedRoutes,
  findRepeatedUtterances,
  findOverlappingRoutes,
  findNearDuplicateUtterances,
  findMisplacedUtterances,
  findOutlierUtterances,
  findTooFewUtterances,
  findTooSimilarUtterances,
  findMeaninglessNames,
];
