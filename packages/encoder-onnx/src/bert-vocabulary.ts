import { SrError } from '@sr/core';
import type { WordPieceVocabulary } from './word-pieces.ts';

export interface BertVocabulary extends WordPieceVocabulary {
  readonly clsId: number;
  readonly sepId: number;
}

/** The settings that `bertCharacter` and the tokenizer implement, by their path in a tokenizer.json. */
const implemented: Readonly<Record<string, readonly unknown[]>> = {
  'normalizer.type': ['BertNormalizer'],
  'normalizer.clean_text': [true],
  'normalizer.handle_chinese_chars': [true],
  'normalizer.lowercase': [true],
  'normalizer.strip_accents': [null, true], // null: where it is lower-cased
  'pre_tokenizer.type': ['BertPreTokenizer'],
  'model.type': ['WordPiece'],
};

/**
 * Reads a tokenizer.json as Hugging Face's libraries write it.
 * @param file its name, for messages.
 * @throws SR_MODEL_INVALID where it is anything but uncased BERT WordPiece.
 */
export function parseBertVocabulary(json: string, file: string): BertVocabulary {
  const description = parseJson(json, file);

  function readNumber(...path: readonly string[]): number {
    const value = valueAt(description, path);
    if (typeof value !== 'number') throw invalid(file, `${path.join('.')} is not a number`);
    return value;
  }
  function readString(...path: readonly string[]): string {
    const value = valueAt(description, path);
    if (typeof value !== 'string') throw invalid(file, `${path.join('.')} is not a string`);
    return value;
  }
  for (const [path, values] of Object.entries(implemented)) {
    const value = valueAt(description, path.split('.'));
    if (!values.includes(value)) {
      throw invalid(file, `${path} is ${JSON.stringify(value)}, not ${JSON.stringify(values[0])}`);
    }
  }
  return {
    // Only what is read here is checked; for the other 30,000 ids the model package vouches.
    ids: valueAt(description, ['model', 'vocab']) as Readonly<Record<string, number>>,
    continuationPrefix: readString('model', 'continuing_subword_prefix'),
    maxWordCharacters: readNumber('model', 'max_input_chars_per_word'),
    unknownId: readNumber('model', 'vocab', readString('model', 'unk_token')),
    clsId: readNumber('model', 'vocab', '[CLS]'),
    sepId: readNumber('model', 'vocab', '[SEP]'),
  };
}

function parseJson(json: string, file: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw invalid(file, 'it is not JSON', cause);
  }
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<string, unknown> | null | undefined)?.[key], value);
}

function invalid(file: string, problem: string, cause?: unknown): SrError {
  return new SrError(
    'SR_MODEL_INVALID',
    `${file} is not the tokenizer.json of an uncased BERT: ${problem}; take model and tokenizer from one package.`,
    { file, problem },
    { cause },
  );
}
