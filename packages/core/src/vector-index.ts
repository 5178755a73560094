/**
 * Rows under integer ids, each in a group; nearest rows by cosine. Groups are what routes are to the
 * engine, but an index knows nothing of routes. Proof of conformance: `indexContract` in @sr/testkit.
 *
 * Rows and queries may have any length above 0: the index brings them to unit length. A zero or
 * non-finite vector throws SR_INVALID_VECTOR, a wrong element count SR_DIMENSION_MISMATCH, and the
 * call then has changed nothing.
 */
export interface VectorIndex {
  readonly contract: 'index/1';
  /** Kind and precision, e.g. `flat@float32`. */
  readonly id: string;
  /** D: elements per row. */
  readonly dimensions: number;
  /** Live rows. */
  readonly size: number;
  readonly supports: VectorIndexSupports;
  /**
   * @param rows float32, row-major, shape [N, D]; copied.
   * @param groups N integers, 0 ≤ group < 2³¹, else RangeError; groups[i] is the group of row i.
   * @returns N ids, ascending, above every id given before; an id is never given twice.
   */
  add(rows: Float32Array, groups: ArrayLike<number>): Int32Array;
  /** Unknown ids throw SR_UNKNOWN_ROW before anything is removed; an id that is named twice is removed once. */
  remove(ids: ArrayLike<number>): void;
  /** Overwrites the row of ids[i] with row i of `rows`, shape [N, D]; N ids, else RangeError. Ids and groups stay. */
  replace(ids: ArrayLike<number>, rows: Float32Array): void;
  /** @returns a copy of the rows as stored, at unit length, shape [N, D]. */
  read(ids: ArrayLike<number>): Float32Array;
  /**
   * The k nearest rows of each query, best first; exact ties go to the lower id.
   * @param queries float32, shape [Q, D].
   * @param k integer ≥ 1, else RangeError; where fewer rows qualify, `counts` says how many.
   */
  search(queries: Float32Array, k: number, filter?: IndexFilter): SearchResult;
  /**
   * The best similarity of each query in each group 0 … groupCount − 1.
   * @param queries float32, shape [Q, D].
   * @param groupCount integer ≥ 0, else RangeError.
   * @returns shape [Q, groupCount]; −Infinity, the maximum of nothing, for a group without rows.
   */
  bestPerGroup(queries: Float32Array, groupCount: number): Float32Array;
}

export interface VectorIndexSupports {
  /** Whether `search` and `bestPerGroup` always find the true best rows. */
  readonly exact: boolean;
  /** Largest |Δ| between a similarity and the cosine in double precision. */
  readonly similarityError: number;
  /** Largest |Δ| of an element between a unit row that was added and what `read` returns. 0: bit-equal. */
  readonly storageError: number;
}

export interface IndexFilter {
  /** Only rows of these groups. */
  readonly groups: readonly number[];
}

/** Row i of each array belongs to query i; entries from counts[i] on are padding without meaning. */
export interface SearchResult {
  /** Shape [Q, k]. */
  readonly ids: Int32Array;
  /** Cosine in [−1, 1], higher is closer; shape [Q, k]. */
  readonly similarities: Float32Array;
  /** Valid entries per query, shape [Q]. */
  readonly counts: Int32Array;
}

/**
 * How the engine is handed an index: it knows the dimensions only once it has the encoder. Dimensions
 * that are not a whole number above 0 are a RangeError.
 */
export type IndexFactory = (settings: { readonly dimensions: number }) => VectorIndex | Promise<VectorIndex>;
