import { SrError, toUnitRows, type Encoder } from '@sr/core';

export interface FakeEncoderSettings {
  /** D, default 64. Fewer make unrelated texts look alike, since words share elements. */
  readonly dimensions?: number;
}

const maxBatch = 64;
const maxTokens = 256;

/**
 * An encoder without a model, for tests: texts are near by the words that they share. Each word, in
 * lower case, adds 1 or takes 1 away at an element that its hash chooses; the sum is brought to unit
 * length. Same text, same row, on every machine.
 */
export function fakeEncoder({ dimensions = 64 }: FakeEncoderSettings = {}): Encoder {
  if (!Number.isInteger(dimensions) || dimensions < 1) {
    throw new RangeError(`fakeEncoder takes a whole number of dimensions from 1, got ${dimensions}.`);
  }
  const id = `fake:words@${dimensions}`;
  return {
    contract: 'encoder/1',
    id,
    dimensions,
    maxBatch,
    supports: { batchDrift: 0, inputType: false, maxTokens },
    async encode(texts, { signal, onTruncated } = {}) {
      signal?.throwIfAborted();
      if (texts.length > maxBatch) throw batchTooLarge(id, texts.length);
      const rows = new Float32Array(texts.length * dimensions);
      texts.forEach((text, textIndex) => {
        const words = wordsOf(text);
        if (words.length > maxTokens) onTruncated?.(textIndex);
        const row = rows.subarray(textIndex * dimensions, (textIndex + 1) * dimensions);
        addWords(row, words.slice(0, maxTokens));
      });
      await Promise.resolve(); // a caller that aborts right after the call is still in time
      signal?.throwIfAborted();
      return toUnitRows(rows, dimensions, id);
    },
  };
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function addWords(row: Float32Array, words: readonly string[]): void {
  for (const word of words) {
    const code = hash(word);
    row[(code >>> 1) % row.length]! += code & 1 ? 1 : -1;
  }
  // No words, or words that cancel out: every text has a direction.
  if (row.every((element) => element === 0)) row[0] = 1;
}

// FNV-1a over UTF-16 units, then mixed: its low bits alone follow those of the last letter.
function hash(word: string): number {
  let code = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) code = Math.imul(code ^ word.charCodeAt(i), 0x01000193);
  code = Math.imul(code ^ (code >>> 16), 0x85ebca6b);
  return (code ^ (code >>> 13)) >>> 0;
}

function batchTooLarge(id: string, actual: number): SrError {
  const message = `${id} takes at most ${maxBatch} texts per call, got ${actual}; let the engine split.`;
  return new SrError('SR_BATCH_TOO_LARGE', message, { limit: maxBatch, actual });
}
