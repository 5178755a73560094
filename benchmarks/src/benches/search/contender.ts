import type { Random } from '../../measure/random.ts';

/** Who searches, and how it is built. */
export interface SearchContender {
  readonly label: string;
  readonly kind: 'ours' | 'native' | 'plain';
  /** False where the nearest row may be missed. */
  readonly exact: boolean;
  /** More would take minutes. */
  readonly rowLimit: number;
  build(workload: SearchWorkload): Promise<BuiltContender>;
}

export interface SearchWorkload {
  readonly name: string;
  readonly dimensions: number;
  readonly rowCount: number;
  /** Unit rows, shape [rowCount, dimensions]. */
  readonly rows: Float32Array;
  readonly drawQuery: (random: Random) => Float32Array;
}

/** Holds the rows of a workload. */
export interface BuiltContender extends AsyncDisposable {
  readonly buildMs: number;
  /** Searches for the k nearest rows of each query, one query after the other, on one thread. */
  search(queries: readonly Float32Array[], k: number): Promise<SearchTimes>;
  /** Rows that the last call scored again, per query; of contenders that do so. */
  readonly rescored?: number;
}

export interface SearchTimes {
  readonly latenciesMs: readonly number[];
  /** Position of the nearest row of each query. */
  readonly nearest: readonly number[];
}

/** Times a contender that runs in this process. @returns the nearest row of a query. */
export function timeSearches(
  queries: readonly Float32Array[],
  nearestOf: (query: Float32Array) => number,
): SearchTimes {
  const nearest: number[] = [];
  const latenciesMs = queries.map((query) => {
    const start = performance.now();
    nearest.push(nearestOf(query));
    return performance.now() - start;
  });
  return { latenciesMs, nearest };
}
