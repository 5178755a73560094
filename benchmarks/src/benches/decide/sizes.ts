import type { TrainingSplit } from '../../workloads/dataset.ts';

export interface DecideSizes {
  /** Training files per data set. */
  readonly splits: readonly TrainingSplit[];
  /** Of the test split, per data set. */
  readonly cases: number;
  /** Draws of one utterance a route. */
  readonly singleDraws: number;
  readonly monotonicity: MonotonicitySizes;
  readonly vectors: readonly VectorSizes[];
}

export interface MonotonicitySizes {
  readonly draws: number;
  /** Per draw. */
  readonly routes: number;
  /** Before one is added. */
  readonly utterances: number;
}

export interface VectorSizes {
  readonly routes: number;
  readonly utterances: number;
  /** Utterances of each route that the head is fitted on. */
  readonly fitted: number;
  readonly warmUp: number;
  readonly queries: number;
}

export const fullSizes: DecideSizes = {
  splits: ['train_5', 'train_10', 'train'],
  cases: Infinity,
  singleDraws: 5,
  monotonicity: { draws: 5, routes: 20, utterances: 8 },
  vectors: [
    { routes: 150, utterances: 10, fitted: 10, warmUp: 500, queries: 3000 },
    { routes: 1000, utterances: 20, fitted: 2, warmUp: 200, queries: 1000 },
  ],
};

export const quickSizes: DecideSizes = {
  splits: ['train_5', 'train_10'],
  cases: 100,
  singleDraws: 1,
  monotonicity: { draws: 1, routes: 3, utterances: 8 },
  vectors: [
    { routes: 15, utterances: 10, fitted: 10, warmUp: 10, queries: 50 },
    { routes: 50, utterances: 20, fitted: 2, warmUp: 10, queries: 50 },
  ],
};
