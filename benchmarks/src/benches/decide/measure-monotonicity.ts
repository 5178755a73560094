import type { Encoder, Route } from '@sr/core';
import { createRouter, evaluate, type Evaluation, type LabelledCase } from '@sr/engine';
import { createRandom, shuffle } from '../../measure/random.ts';
import { drawUtterances } from '../../workloads/draw-utterances.ts';
import type { MonotonicitySizes } from './sizes.ts';

export interface MonotonicitySettings {
  readonly encoder: Encoder;
  /** To draw routes and utterances from. */
  readonly pool: readonly Route[];
  readonly cases: readonly LabelledCase[];
  readonly sizes: MonotonicitySizes;
  readonly seed: number;
}

/** Of the routes that got one more utterance, the share whose own recall fell. */
export interface Monotonicity {
  /** Recall: the share of a route's cases decided for it. */
  readonly lowered: number;
  /** Recall without a threshold: the share of a route's cases for which it is the best. */
  readonly loweredTop1: number;
}

/** Gives one route after the other a further correct utterance while the others stay as they were. */
export async function measureMonotonicity(settings: MonotonicitySettings): Promise<Monotonicity> {
  const { encoder, pool, cases, sizes, seed } = settings;
  const random = createRandom(seed);
  const changes: Change[] = [];
  for (let draw = 0; draw < sizes.draws; draw++) {
    const drawn = drawUtterances(shuffle(pool, random).slice(0, sizes.routes), sizes.utterances + 1, random);
    const routes = drawn.map((route): Route => ({ ...route, utterances: route.utterances.slice(0, -1) }));
    const before = await createRouter({ encoder, routes });
    for (const [r, grown] of drawn.entries()) {
      const own = cases.filter(({ route }) => route === grown.name);
      const after = await createRouter({ encoder, routes: routes.with(r, grown) });
      changes.push({ before: await evaluate(before, own), after: await evaluate(after, own) });
    }
  }
  const shareWith = (figure: keyof Recall) =>
    changes.filter(({ before, after }) => after[figure]! < before[figure]!).length / changes.length;
  return { lowered: shareWith('inScopeAccuracy'), loweredTop1: shareWith('top1') };
}

/** Of cases of one route only, in-scope figures are that route's recall. */
type Recall = Pick<Evaluation, 'inScopeAccuracy' | 'top1'>;

interface Change {
  readonly before: Recall;
  readonly after: Recall;
}
