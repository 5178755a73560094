import { SrError, toUnitRows, type EncodeOptions, type Encoder, type EncoderSupports } from '@sr/core';

export interface TableEncoder extends Encoder {
  /** Every call so far, in order. */
  readonly calls: readonly TableEncoderCall[];
}

export interface TableEncoderCall {
  readonly texts: readonly string[];
  readonly options: EncodeOptions;
}

export interface TableEncoderSettings {
  readonly id?: string;
  /** Default 64. */
  readonly maxBatch?: number;
  readonly supports?: Partial<EncoderSupports>;
}

/**
 * An encoder with a table in place of a model: for tests that need exact rows, and to see what was
 * encoded. A text without an entry throws SR_ENCODER_FAILED.
 * @param table rows of any length above 0, all with the same number of elements.
 */
export function tableEncoder(
  table: Readonly<Record<string, readonly number[]>>,
  { id = 'table', maxBatch = 64, supports }: TableEncoderSettings = {},
): TableEncoder {
  const dimensions = Object.values(table)[0]?.length ?? 0;
  const calls: TableEncoderCall[] = [];
  return {
    contract: 'encoder/1',
    id,
    dimensions,
    maxBatch,
    supports: { batchDrift: 0, inputType: false, maxTokens: Infinity, ...supports },
    calls,
    async encode(texts, options = {}) {
      await Promise.resolve();
      options.signal?.throwIfAborted();
      calls.push({ texts: [...texts], options });
      const rows = texts.flatMap((text, textIndex) => {
        const row = table[text];
        if (row === undefined) throw missing(id, textIndex);
        return row;
      });
      return toUnitRows(Float32Array.from(rows), dimensions, id);
    },
  };
}

function missing(encoder: string, textIndex: number): SrError {
  const message = `${encoder} has no row for texts[${textIndex}]; add it to the table.`;
  return new SrError('SR_ENCODER_FAILED', message, { encoder, textIndex });
}
