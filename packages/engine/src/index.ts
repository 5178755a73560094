export { createRouter } from './create-router.ts';
export { decideCases, evaluate, summarize, type EvaluateOptions } from './evaluate.ts';
export {
  figureNames,
  type Confusion,
  type Evaluation,
  type FigureName,
  type Figures,
  type Interval,
  type LabelledCase,
  type ReliabilityBin,
  type RouteEvaluation,
} from './evaluation.ts';
export type { FitCandidate, FitRequest, FitSettings } from './fitting/fit-request.ts';
export { fewestFitCases, fitRouter, type RouterFit } from './fitting/fit-router.ts';
export { fitThreshold } from './fitting/fit-threshold.ts';
export type { FitFigures, FitObjective } from './fitting/objective.ts';
export type { ScoredCase, Thresholds } from './fitting/thresholds.ts';
export { autoHead, type AutoHeadSettings } from './heads/auto/auto-head.ts';
export { centroidHead } from './heads/centroid-head.ts';
export { maxHead } from './heads/max-head.ts';
export { meanHead } from './heads/mean-head.ts';
export type { LintFinding, LintRule, UtterancePlace } from './lint/finding.ts';
export { lintRoutes, type LintSettings } from './lint/lint-routes.ts';
export { bootstrapIntervals } from './metrics/bootstrap.ts';
export { measureFigures } from './metrics/figures.ts';
export { compareOutcomes, type OutcomeComparison } from './metrics/compare-outcomes.ts';
export { toOutcome, type JudgedCase, type Outcome } from './outcome.ts';
export { restoreRouter, type RestoreSettings } from './restore-router.ts';
export type {
  ChangeOptions,
  Progress,
  RankOptions,
  RouteOptions,
  Router,
  RouterOptions,
  RouterParts,
  RouterSettings,
} from './router.ts';
export {
  suggestLabels,
  type JudgedQuery,
  type SuggestedLabel,
  type SuggestLabelsSettings,
} from './suggest/suggest-labels.ts';
export {
  suggestRoutes,
  type RouteSuggestions,
  type SuggestedRoute,
  type SuggestRoutesSettings,
} from './suggest/suggest-routes.ts';
