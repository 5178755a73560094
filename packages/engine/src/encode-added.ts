import { SrError, type Encoder } from '@sr/core';
import { encodeTexts } from './encode-texts.ts';
import type { AddedText } from './plan-change.ts';
import type { ChangeOptions } from './router.ts';

/** Embeddings that are there already, by text; such texts are not encoded. */
export type KnownRows = ReadonlyMap<string, Float32Array>;

/** @returns float32, unit length, shape [N, D]; row i belongs to added[i]. */
export async function encodeAdded(
  encoder: Encoder,
  added: readonly AddedText[],
  { known, signal, onProgress, onTruncated }: ChangeOptions & { readonly known?: KnownRows },
): Promise<Float32Array> {
  const isKnown = added.map(({ text }) => known?.get(text));
  const unknown = added.filter((_, i) => isKnown[i] === undefined);
  const encoded = await encodeTexts(
    encoder,
    unknown.map(({ text }) => text),
    { signal, onProgress, onTruncated: (index) => onTruncated?.(unknown[index]!.place) },
  ).catch((error: unknown) => {
    throw withPlace(error, unknown);
  });

  const { dimensions } = encoder;
  const rows = new Float32Array(added.length * dimensions);
  let next = 0;
  isKnown.forEach((row, i) => {
    rows.set(row ?? encoded.subarray(next, (next += dimensions)), i * dimensions);
  });
  return rows;
}

// The encoder knows a text by its position in one call; whoever reads the message knows it by its route.
function withPlace(error: unknown, texts: readonly AddedText[]): unknown {
  if (!SrError.is(error, 'SR_ENCODER_FAILED')) return error;
  const place = texts[error.details.textIndex]?.place ?? 'a text';
  return new SrError('SR_ENCODER_FAILED', `${place} could not be encoded: ${error.message}`, error.details, {
    cause: error,
  });
}
