import {
  scoreRanges,
  type Decision,
  type Encoder,
  type Head,
  type RouteScore,
  type VectorIndex,
} from '@sr/core';
import { checkThreshold } from './check-routes.ts';
import { decide, type Candidate } from './decide.ts';
import { explainScore } from './explain-score.ts';
import { findEvidence } from './evidence.ts';
import { readQuery, type Query } from './read-query.ts';
import type { RouteSet } from './route-set.ts';
import type { RankOptions, RouteOptions } from './router.ts';
import { measureSimilarities, scoreRoutes, type Similarities } from './score-routes.ts';
import { unknownRoute } from './unknown-route.ts';

/** What a router decides with; the routes come as a function, since they may change while a query is encoded. */
export interface Routing<Name extends string> {
  readonly encoder: Encoder;
  readonly index: VectorIndex;
  readonly head: Head;
  /** The router's threshold, or its head's. */
  readonly threshold: number;
  readonly fallback: string | null;
  /** Read once per decision, after encoding: search, scores and verdict see one state. */
  readonly currentSet: () => RouteSet<Name>;
}

/** The whole way of a query: text → row → similarities → scores → verdict → decision. */
export async function routeQuery<Name extends string>(
  query: string | Float32Array,
  routing: Routing<Name>,
  options: RouteOptions<Name>,
): Promise<Decision<Name>> {
  if (options.threshold !== undefined) checkThreshold(options.threshold, routing.head, 'options.threshold');
  const lap = startStopwatch();
  const read = await readQuery(query, routing, options.signal);
  const encode = lap();
  const set = routing.currentSet();
  if (read === null) return decisionOnNothing(routing, options, encode);

  const similarities = measureSimilarities(read.row, set, routing.index);
  const search = lap();
  const ranked = rankCandidates(read, similarities, set, routing, options);
  const verdict = decide(ranked, {
    defaultThreshold: options.threshold ?? routing.threshold,
    allowRunnerUp: options.allowRunnerUp ?? false,
    scale: routing.head.scale,
  });
  const timingsMs = { encode, search, decide: lap() };
  return {
    id: crypto.randomUUID(),
    route: verdict.route,
    model: modelOf(verdict.route, set, routing),
    confidence: verdict.confidence,
    threshold: verdict.threshold,
    margin: verdict.margin,
    reason: verdict.reason,
    scores: ranked.map(toRouteScore),
    timingsMs,
    encoder: routing.encoder.id,
    ...(read.truncated && { truncated: true }),
    ...(options.explain && explain(read, similarities, ranked, set, routing)),
  };
}

export async function rankQuery<Name extends string>(
  query: string | Float32Array,
  routing: Routing<Name>,
  options: RankOptions<Name>,
): Promise<RouteScore<Name>[]> {
  const read = await readQuery(query, routing, options.signal);
  if (read === null) return [];
  const set = routing.currentSet();
  const similarities = measureSimilarities(read.row, set, routing.index);
  return rankCandidates(read, similarities, set, routing, options).map(toRouteScore);
}

/** Best score first; equal scores keep the order of the routes. */
function rankCandidates<Name extends string>(
  query: Query,
  similarities: Similarities,
  set: RouteSet<Name>,
  routing: Routing<Name>,
  options: RouteOptions<Name>,
): Candidate<Name>[] {
  const scores = scoreRoutes(query, similarities.best, set, routing.head);
  const [lowest] = scoreRanges[routing.head.scale];
  const positions = candidatePositions(set, options.routes);
  return positions
    .map((position) => ({
      route: set.stored[position]!.route.name,
      score: similarities.isVetoed(position) ? lowest : scores[position]!,
      similarity: similarities.best[position]!,
      threshold: options.threshold ?? set.stored[position]!.route.threshold ?? routing.threshold,
    }))
    .sort((a, b) => b.score - a.score);
}

function decisionOnNothing<Name extends string>(
  { encoder, fallback, threshold }: Routing<Name>,
  options: RouteOptions<Name>,
  encode: number,
): Decision<Name> {
  return {
    id: crypto.randomUUID(),
    route: null,
    model: fallback,
    confidence: 0,
    threshold: options.threshold ?? threshold,
    margin: null,
    reason: 'empty_query',
    scores: [],
    timingsMs: { encode, search: 0, decide: 0 },
    encoder: encoder.id,
    ...(options.explain && { evidence: [] }),
  };
}

function explain<Name extends string>(
  query: Query,
  similarities: Similarities,
  ranked: readonly Candidate<Name>[],
  set: RouteSet<Name>,
  { index }: Routing<Name>,
): Pick<Decision<Name>, 'evidence' | 'explanation'> {
  const explanation = explainScore(query, similarities, ranked, set);
  return { evidence: findEvidence(query.row, ranked, set, index), ...(explanation && { explanation }) };
}

function candidatePositions<Name extends string>(
  { stored }: RouteSet<Name>,
  names: readonly Name[] | undefined,
): readonly number[] {
  const positions = [...stored.keys()];
  if (names === undefined) return positions;
  const routes = stored.map(({ route }) => route);
  const wanted = new Set<string>(names);
  const kept = positions.filter((position) => wanted.delete(routes[position]!.name));
  for (const name of wanted) throw unknownRoute(name, routes);
  return kept;
}

function modelOf<Name extends string>(
  name: Name | null,
  { stored }: RouteSet<Name>,
  { fallback }: Routing<Name>,
): string | null {
  if (name === null) return fallback;
  return stored.find(({ route }) => route.name === name)?.route.model ?? null;
}

function toRouteScore<Name extends string>({ route, score, similarity }: Candidate<Name>): RouteScore<Name> {
  return { route, score, similarity };
}

/** @returns a function that gives the milliseconds since its last call. */
function startStopwatch(): () => number {
  let last = performance.now();
  return () => {
    const previous = last;
    last = performance.now();
    return last - previous;
  };
}
