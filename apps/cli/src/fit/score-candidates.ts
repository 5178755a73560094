import { assembleRouter, expectedOutOfScopeOf, type Case, type RouterConfig } from '@sr/config';
import type { Encoder } from '@sr/core';
import { toOutcome, type FitCandidate, type FitObjective, type Router, type ScoredCase } from '@sr/engine';
import type { CliIo } from '../cli-io.ts';
import { decideWithProgress } from '../decide-with-progress.ts';
import { createProgressBar } from '../progress-bar.ts';
import { rememberRows } from './remember-rows.ts';

/** What `expectedOutOfScope` may become; finer steps make no difference that cases could show. */
const shares = [0.1, 0.15, 0.25, 0.35, 0.5];

export interface CandidateRequest {
  readonly config: RouterConfig;
  readonly router: Router;
  readonly cases: readonly Case[];
  readonly objective: FitObjective;
}

/**
 * How the cases are scored by the router as it is, and by the same router with other expected shares of
 * out-of-scope queries. Texts are encoded once, utterances not at all: they come from the router.
 */
export async function scoreCandidates(request: CandidateRequest, io: CliIo): Promise<FitCandidate[]> {
  const { config, router, cases } = request;
  const encoder = rememberRows(router.encoder);
  const snapshot = await router.snapshot();
  const score = (changed: RouterConfig) => scoreCases(changed, { encoder, snapshot, cases, io });
  const others = otherShares(request);
  const candidates = [{ expectedOutOfScope: null as number | null, cases: await score(config) }];
  const progress = createProgressBar('Trying shares out of scope', io);
  for (const expectedOutOfScope of others) {
    progress.update(candidates.length, others.length + 1);
    candidates.push({ expectedOutOfScope, cases: await score({ ...config, expectedOutOfScope }) });
  }
  progress.clear();
  return candidates;
}

/** None where the objective promises something, there is nothing to learn it from, or nothing reads it. */
function otherShares({ config, cases, objective }: CandidateRequest): number[] {
  const isPromise = objective.kind === 'precision' || objective.kind === 'share';
  const present = expectedOutOfScopeOf(config);
  if (isPromise || present === null || cases.every(({ route }) => route !== null)) return [];
  return shares.filter((share) => share !== present);
}

interface Scoring {
  readonly encoder: Encoder;
  readonly snapshot: Uint8Array;
  readonly cases: readonly Case[];
  readonly io: CliIo;
}

async function scoreCases(
  config: RouterConfig,
  { encoder, snapshot, cases, io }: Scoring,
): Promise<ScoredCase[]> {
  await using assembled = await assembleRouter(config, { encoder, snapshot, signal: io.signal });
  const judged = await decideWithProgress(assembled.router, cases, io);
  io.signal.throwIfAborted();
  return judged.map(toOutcome);
}
