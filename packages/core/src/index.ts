export type {
  Adapter,
  AdapterCall,
  AdapterChange,
  AdapterEndpoint,
  AdapterError,
  AdapterEvent,
  AdapterHeaders,
  AdapterModel,
  AdapterReplyHead,
  AdapterRequest,
} from './adapter.ts';
export type { Decision, DecisionTimings, Evidence, Explanation, RouteScore } from './decision.ts';
export type { EncodeOptions, Encoder, EncoderSupports } from './encoder.ts';
export { SrError, type SrErrorCode, type SrErrorDetails } from './errors.ts';
export type { FileIssue, FilePlace } from './file-issue.ts';
export {
  scoreRanges,
  type FitOptions,
  type FittedHead,
  type Head,
  type HeadExamples,
  type HeadNegatives,
  type HeadQuery,
  type HeadState,
  type ScorePart,
  type ScoreScale,
  type Tensor,
} from './head.ts';
export { match, type Handlers } from './match.ts';
export { nearestName } from './nearest-name.ts';
export { reasons, type Reason } from './reason.ts';
export type { Route } from './route.ts';
export { toUnitRows } from './unit-rows.ts';
export type {
  IndexFactory,
  IndexFilter,
  SearchResult,
  VectorIndex,
  VectorIndexSupports,
} from './vector-index.ts';
