import type { BruteforceSearch } from 'hnswlib-node';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { paths } from '../../paths.ts';
import { timeSearches, type SearchContender } from './contender.ts';
import { startFaiss } from './faiss-process.ts';

const faissPython = join(paths.cache, 'faiss', 'bin', 'python');

/** Libraries of native code, as far as they are installed. */
export async function findNativeContenders(): Promise<readonly SearchContender[]> {
  const found = [await findUsearch(), await findHnswlib(), existsSync(faissPython) ? faiss : undefined];
  return found.filter((contender) => contender !== undefined);
}

const native = { kind: 'native', exact: true, rowLimit: Infinity } as const;

const faiss: SearchContender = {
  ...native,
  label: 'faiss IndexFlatIP (Python)',
  build: (workload) => startFaiss(faissPython, workload),
};

/** Searches the caller's array of rows: there is nothing to build. */
async function findUsearch(): Promise<SearchContender | undefined> {
  const usearch = await tryImport(() => import('usearch'));
  if (!usearch) return undefined;
  const { exactSearch, MetricKind } = usearch.default;
  return {
    ...native,
    label: 'usearch exactSearch',
    build: ({ rows, dimensions }) =>
      Promise.resolve({
        buildMs: 0,
        search: (queries, k) =>
          Promise.resolve(
            timeSearches(queries, (query) => {
              const { keys } = exactSearch(rows, query, dimensions, k, MetricKind.IP, 1);
              return Number(keys[0]);
            }),
          ),
        [Symbol.asyncDispose]: () => Promise.resolve(),
      }),
  };
}

async function findHnswlib(): Promise<SearchContender | undefined> {
  const hnswlib = await tryImport(() => import('hnswlib-node'));
  if (!hnswlib) return undefined;
  return {
    ...native,
    label: 'hnswlib-node BruteforceSearch',
    build({ rows, rowCount, dimensions }) {
      const index: BruteforceSearch = new hnswlib.default.BruteforceSearch('ip', dimensions);
      const start = performance.now();
      index.initIndex(rowCount);
      for (let i = 0; i < rowCount; i++) {
        index.addPoint(Array.from(rows.subarray(i * dimensions, (i + 1) * dimensions)), i);
      }
      const buildMs = performance.now() - start;
      return Promise.resolve({
        buildMs,
        search(queries, k) {
          // It takes arrays of numbers only: making them is not measured.
          const arrays = new Map(queries.map((query) => [query, Array.from(query)]));
          return Promise.resolve(
            timeSearches(queries, (query) => index.searchKnn(arrays.get(query)!, k).neighbors[0]!),
          );
        },
        [Symbol.asyncDispose]: () => Promise.resolve(),
      });
    },
  };
}

async function tryImport<Module>(load: () => Promise<Module>): Promise<Module | undefined> {
  try {
    return await load();
  } catch {
    return undefined; // not installed, or not compiled
  }
}
