import type { Route } from '@sr/core';
import { createRandom, type Random } from '../measure/random.ts';

export interface SyntheticRoutes {
  readonly routes: readonly Route[];
  /** Row of each utterance: float32, unit length, shape [D]. */
  readonly rows: ReadonlyMap<string, Float32Array>;
  /** Rows near some utterances, as a query would be. */
  readonly queries: readonly Float32Array[];
}

export interface SyntheticSettings {
  readonly routeCount: number;
  readonly utterancesPerRoute: number;
  readonly queryCount: number;
  readonly dimensions: number;
  readonly seed: number;
}

/** Length of the noise around a route's centre, against the centre's 1: cosines of about 0.5, as real ones have. */
const noiseLength = 1;

/** Routes as they lie in an embedding space: the utterances of each are scattered around one direction. */
export function makeSyntheticRoutes(settings: SyntheticSettings): SyntheticRoutes {
  const { routeCount, utterancesPerRoute, queryCount, dimensions, seed } = settings;
  const random = createRandom(seed);
  const rows = new Map<string, Float32Array>();
  const centres = Array.from({ length: routeCount }, () => randomDirection(dimensions, random));
  const routes = centres.map((centre, route) => {
    const utterances = Array.from(
      { length: utterancesPerRoute },
      (_, i) => `utterance ${i} of topic ${route}`,
    );
    for (const utterance of utterances) rows.set(utterance, scatter(centre, random));
    return { name: `topic_${route}`, utterances };
  });
  const queries = Array.from({ length: queryCount }, () =>
    scatter(centres[Math.floor(random() * routeCount)]!, random),
  );
  return { routes, rows, queries };
}

function scatter(centre: Float32Array, random: Random): Float32Array {
  const noise = randomDirection(centre.length, random);
  return toUnit(centre.map((value, i) => value + noiseLength * noise[i]!));
}

// Uniform in a cube is not uniform on a sphere, but in hundreds of dimensions nobody can tell.
function randomDirection(dimensions: number, random: Random): Float32Array {
  return toUnit(Float32Array.from({ length: dimensions }, () => random() - 0.5));
}

function toUnit(row: Float32Array): Float32Array {
  const norm = Math.hypot(...row);
  return row.map((value) => value / norm);
}
