import { SrError, toUnitRows, type Encoder, type VectorIndex } from '@sr/core';
import { encodeQuery } from './encode-texts.ts';
import type { RouteSet } from './route-set.ts';

export interface Query {
  /** float32, unit length, shape [D]. */
  readonly row: Float32Array;
  /** undefined where the caller gave a vector. */
  readonly text: string | undefined;
  readonly truncated: boolean;
}

export interface QuerySources {
  readonly encoder: Encoder;
  readonly index: VectorIndex;
  readonly currentSet: () => RouteSet;
}

/**
 * A text that is an example, word for word, takes the example's row: it costs no encoding, and it is the
 * same row under any load, which encoders with `batchDrift` cannot promise.
 * @returns null for a text without a visible character: there is nothing to encode.
 */
export async function readQuery(
  query: string | Float32Array,
  { encoder, index, currentSet }: QuerySources,
  signal: AbortSignal | undefined,
): Promise<Query | null> {
  signal?.throwIfAborted();
  if (query instanceof Float32Array) {
    return { row: checkVector(query, encoder), text: undefined, truncated: false };
  }
  if (typeof query !== 'string') {
    throw new TypeError(`A query is a text or a Float32Array, got ${typeName(query)}; give exactly one.`);
  }
  if (query.trim() === '') return null;
  const id = encoder.supports.inputType ? undefined : currentSet().findText(query);
  if (id !== undefined) return { text: query, row: index.read([id]), truncated: false };
  return { text: query, ...(await encodeQuery(encoder, query, signal)) };
}

function checkVector(vector: Float32Array, { id, dimensions }: Encoder): Float32Array {
  if (vector.length === dimensions) return toUnitRows(vector, dimensions, 'The router');
  throw new SrError(
    'SR_DIMENSION_MISMATCH',
    `A query vector must have the ${dimensions} elements of ${id}, got ${vector.length}; embed it with that encoder.`,
    { expected: dimensions, actual: vector.length },
  );
}

function typeName(value: unknown): string {
  return value === null ? 'null' : typeof value;
}
