import { SrError, type Encoder } from '@sr/core';

const id = 'trigram@256';
const dimensions = 256;
const maxBatch = 128;

/** Counts the letter trigrams of a text: knows spelling, not meaning, and needs no model. */
export function trigramEncoder(): Encoder {
  return {
    contract: 'encoder/1',
    id,
    dimensions,
    maxBatch,
    supports: { batchDrift: 0, inputType: false, maxTokens: Infinity },
    async encode(texts, { signal } = {}) {
      await Promise.resolve(); // a caller's mistake rejects, it does not throw
      signal?.throwIfAborted();
      if (texts.length > maxBatch) throw tooLarge(texts.length);
      const rows = new Float32Array(texts.length * dimensions);
      texts.forEach((text, i) => {
        writeRow(text, rows.subarray(i * dimensions, (i + 1) * dimensions));
      });
      return rows;
    },
  };
}

function writeRow(text: string, row: Float32Array): void {
  const letters = ` ${text.toLowerCase()} `;
  row[0] = 0.1; // the empty text has a direction too
  for (let i = 0; i + 3 <= letters.length; i++) row[bucket(letters.slice(i, i + 3))]! += 1;
  const norm = Math.hypot(...row);
  row.forEach((count, i) => (row[i] = count / norm));
}

function bucket(trigram: string): number {
  return Array.from(trigram).reduce((hash, letter) => (hash * 31 + letter.codePointAt(0)!) % dimensions, 7);
}

function tooLarge(actual: number): SrError {
  const message = `${id} takes at most ${maxBatch} texts per call, got ${actual}; let the engine split.`;
  return new SrError('SR_BATCH_TOO_LARGE', message, { limit: maxBatch, actual });
}
