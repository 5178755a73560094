import type { Encoder } from '@sr/core';

const callsPerReport = 10;

/**
 * Encodes each distinct text once, as a lone caller would get it: whatever is compared afterwards is
 * compared on the same rows.
 */
export async function encodeOnce(
  encoder: Encoder,
  texts: Iterable<string>,
  say: (message: string) => void,
): Promise<ReadonlyMap<string, Float32Array>> {
  const { dimensions, maxBatch } = encoder;
  const distinct = [...new Set(texts)];
  const rows = new Map<string, Float32Array>();
  for (let call = 0; rows.size < distinct.length; call++) {
    if (call % callsPerReport === 0) say(`encoded ${rows.size} of ${distinct.length} texts`);
    const part = distinct.slice(rows.size, rows.size + maxBatch);
    const encoded = await encoder.encode(part, { reproducible: true });
    part.forEach((text, i) => rows.set(text, encoded.subarray(i * dimensions, (i + 1) * dimensions)));
  }
  return rows;
}
