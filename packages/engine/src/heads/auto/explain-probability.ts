import type { ScorePart } from '@sr/core';
import { shareLogits, type Calibration } from './confidence.ts';

/** What speaks for each route, shape [R] each, and how near the nearest is. */
export interface QueryEvidence {
  readonly rows: Float32Array;
  readonly words: Float32Array;
  readonly similarities: Float32Array;
  readonly nearness: number;
}

/**
 * Takes the log-odds of a probability apart. With z = rows + words + similarities,
 *
 *   logit(P) = (z − z_rival) / T − ln Σ_others exp((z_other − z_rival) / T)
 *   ln(p / (1 − p)) = slope · (logit(P) / logitScale + nearness / nearnessScale) + intercept
 *
 * so that each part is linear: what rows, words and nearest example say for the route rather than its
 * rival, what the crowd of other routes takes away, how near the query is to anything, and the prior.
 */
export function explainProbability(
  evidence: QueryEvidence,
  route: number,
  rival: number | undefined,
  { temperature, logitScale, nearnessScale, slope, intercept }: Calibration,
): ScorePart[] {
  const { rows, words, similarities, nearness } = evidence;
  const near = { part: 'nearness', value: (slope * nearness) / nearnessScale };
  const prior = { part: 'prior', value: intercept };
  if (rival === undefined) return [near, prior];

  const perLogit = slope / logitScale;
  const lead = (values: Float32Array) => (perLogit * (values[route]! - values[rival]!)) / temperature;
  const leads = [
    { part: 'rows', value: lead(rows) },
    { part: 'words', value: lead(words) },
    { part: 'nearest example', value: lead(similarities) },
  ];
  const z = rows.map((logit, r) => logit + words[r]! + similarities[r]!);
  const share = perLogit * shareLogits(z, temperature)[route]!;
  const crowd = share - leads.reduce((sum, { value }) => sum + value, 0);
  return [...leads, { part: 'other routes', value: crowd }, near, prior];
}
