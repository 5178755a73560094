import type { ScoreScale } from '@sr/core';
import type { FitObjective } from './objective.ts';
import type { ScoredCase, Thresholds } from './thresholds.ts';

/** The cases as a router scores them that was fitted with this share; the same cases in every candidate. */
export interface FitCandidate {
  /** π; null: as the router has it. */
  readonly expectedOutOfScope: number | null;
  readonly cases: readonly ScoredCase[];
}

export interface FitSettings {
  readonly expectedOutOfScope: number | null;
  readonly thresholds: Thresholds;
}

export interface FitRequest {
  /** The first one is as the router is now. */
  readonly candidates: readonly FitCandidate[];
  /** The thresholds that the router has now. */
  readonly present: Thresholds;
  readonly objective: FitObjective;
  readonly scale: ScoreScale;
}
