import { SrError, toUnitRows, type Encoder } from '@sr/core';
import type { Progress } from './router.ts';

/** A call this large keeps a pool of workers busy, and is short enough to show progress and to cancel. */
const textsPerCall = 64;

export interface EncodeTextsOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly onTruncated?: ((textIndex: number) => void) | undefined;
}

/**
 * Encodes documents. Rows do not depend on their neighbours, so that neither the order of utterances
 * nor what was encoded before shows in a decision.
 * @returns float32, unit length, shape [N, D].
 * @throws SR_ENCODER_FAILED with the position in `texts`.
 */
export async function encodeTexts(
  encoder: Encoder,
  texts: readonly string[],
  { signal, onProgress, onTruncated }: EncodeTextsOptions,
): Promise<Float32Array> {
  const rows = new Float32Array(texts.length * encoder.dimensions);
  const step = Math.min(textsPerCall, encoder.maxBatch);
  for (let start = 0; start < texts.length; start += step) {
    signal?.throwIfAborted();
    const part = texts.slice(start, start + step);
    const encoded = await encoder
      .encode(part, {
        inputType: 'document',
        reproducible: true,
        onTruncated: (index) => onTruncated?.(start + index),
        ...(signal && { signal }),
      })
      .catch((error: unknown) => {
        throw countFrom(start, error);
      });
    rows.set(checkEncoded(encoder, encoded, part.length), start * encoder.dimensions);
    onProgress?.({ encoded: start + part.length, total: texts.length });
  }
  return rows;
}

// The encoder counts the texts of one call, the caller of encodeTexts all of them.
function countFrom(start: number, error: unknown): unknown {
  if (!SrError.is(error, 'SR_ENCODER_FAILED')) return error;
  const details = { ...error.details, textIndex: start + error.details.textIndex };
  return new SrError('SR_ENCODER_FAILED', error.message, details, { cause: error });
}

/** Encodes one query. */
export async function encodeQuery(
  encoder: Encoder,
  text: string,
  signal: AbortSignal | undefined,
): Promise<{ row: Float32Array; truncated: boolean }> {
  let truncated = false;
  const encoded = await encoder.encode([text], {
    inputType: 'query',
    onTruncated: () => (truncated = true),
    ...(signal && { signal }),
  });
  return { row: checkEncoded(encoder, encoded, 1), truncated };
}

// An encoder is somebody's code: a short, long or non-finite answer must not reach the index.
function checkEncoded(encoder: Encoder, rows: Float32Array, count: number): Float32Array {
  const expected = count * encoder.dimensions;
  if (rows.length !== expected) {
    throw new SrError(
      'SR_DIMENSION_MISMATCH',
      `${encoder.id} must return ${count} rows of ${encoder.dimensions} elements, got ${rows.length} elements; run encoderContract on it.`,
      { expected, actual: rows.length },
    );
  }
  return toUnitRows(rows, encoder.dimensions, encoder.id);
}
