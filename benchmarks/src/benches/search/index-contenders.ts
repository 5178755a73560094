import type { VectorIndex } from '@sr/core';
import { createFlatIndex } from '@sr/index-flat';
import { createWasmSimdIndex, type Precision } from '@sr/index-wasm-simd';
import { timeSearches, type SearchContender } from './contender.ts';

/** What there is of our own. */
export const indexContenders = {
  default: wasmSimd('int8+float32'),
  float32: wasmSimd('float32'),
  int8: wasmSimd('int8'),
  flat: {
    ...indexContender('index-flat', () => createFlatIndex),
    kind: 'plain',
    rowLimit: 10_000,
  },
} satisfies Record<string, SearchContender>;

type OpenIndex = (settings: {
  readonly dimensions: number;
  readonly onRescored: (rowCount: number) => void;
}) => VectorIndex | Promise<VectorIndex>;

function wasmSimd(precision: Precision): SearchContender {
  const open: OpenIndex = (settings) => createWasmSimdIndex({ ...settings, precision });
  return { ...indexContender(`index-wasm-simd ${precision}`, () => open), exact: precision !== 'int8' };
}

function indexContender(label: string, opener: () => OpenIndex): SearchContender {
  return {
    label,
    kind: 'ours',
    exact: true,
    rowLimit: Infinity,
    async build({ rows, rowCount, dimensions }) {
      let rescored = 0;
      const index = await opener()({ dimensions, onRescored: (count) => (rescored += count) });
      const groups = new Int32Array(rowCount);
      const start = performance.now();
      index.add(rows, groups);
      const buildMs = performance.now() - start;
      let rescoredPerQuery = 0;
      return {
        buildMs,
        get rescored() {
          return rescoredPerQuery;
        },
        search(queries, k) {
          rescored = 0;
          const times = timeSearches(queries, (query) => index.search(query, k).ids[0]!);
          rescoredPerQuery = rescored / queries.length;
          return Promise.resolve(times);
        },
        [Symbol.asyncDispose]: () => Promise.resolve(),
      };
    },
  };
}
