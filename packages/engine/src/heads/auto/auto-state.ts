import type { HeadState, Tensor } from '@sr/core';
import { stateTensor } from '../state-tensor.ts';
import type { Calibration } from './confidence.ts';
import type { LexicalBlock } from './lexical.ts';
import type { LogisticModel } from './logistic.ts';

/** What the head has learned; R routes, D dimensions. */
export interface AutoModel {
  readonly logistic: LogisticModel;
  readonly lexical: readonly LexicalBlock[];
  /** Unit length, shape [R, D]. */
  readonly centroids: Float32Array;
  readonly calibration: Calibration;
}

const blockNames = ['words', 'pieces'];

const calibrationOrder = [
  'similarityWeight',
  'temperature',
  'logitScale',
  'nearnessScale',
  'slope',
  'intercept',
] as const satisfies readonly (keyof Calibration)[];

export function toState(
  { logistic, lexical, centroids, calibration }: AutoModel,
  routeCount: number,
): HeadState {
  const blocks = lexical.flatMap((block, b) =>
    Object.entries(block).map(
      ([field, data]) => [`${blockNames[b]!}.${field}`, vector(data as Tensor['data'])] as const,
    ),
  );
  return {
    tensors: {
      weights: matrix(logistic.weights, routeCount),
      biases: vector(logistic.biases),
      centroids: { data: centroids, shape: [routeCount, centroids.length / routeCount] },
      calibration: vector(Float32Array.from(calibrationOrder, (field) => calibration[field])),
      ...Object.fromEntries(blocks),
    },
  };
}

/** @throws SR_SNAPSHOT_INVALID where a tensor is missing, or does not fit the routes. */
export function fromState(state: HeadState, routeCount: number, dimensions: number): AutoModel {
  const numbers = stateTensor(state, 'calibration', Float32Array, calibrationOrder.length);
  const calibration = Object.fromEntries(calibrationOrder.map((field, i) => [field, numbers[i]!]));
  return {
    logistic: {
      weights: stateTensor(state, 'weights', Float32Array, dimensions * routeCount),
      biases: stateTensor(state, 'biases', Float32Array, routeCount),
    },
    centroids: stateTensor(state, 'centroids', Float32Array, routeCount * dimensions),
    calibration: calibration as unknown as Calibration,
    lexical: blockNames.map((block) => lexicalBlock(state, block)),
  };
}

function lexicalBlock(state: HeadState, block: string): LexicalBlock {
  const hashes = stateTensor(state, `${block}.hashes`, Int32Array);
  const routes = stateTensor(state, `${block}.routes`, Int32Array);
  return {
    hashes,
    idf: stateTensor(state, `${block}.idf`, Float32Array, hashes.length),
    starts: stateTensor(state, `${block}.starts`, Int32Array, hashes.length + 1),
    routes,
    weights: stateTensor(state, `${block}.weights`, Float32Array, routes.length),
  };
}

function vector(data: Tensor['data']): Tensor {
  return { data, shape: [data.length] };
}

function matrix(data: Float32Array, columns: number): Tensor {
  return { data, shape: [data.length / columns, columns] };
}
