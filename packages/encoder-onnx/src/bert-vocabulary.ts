import { SrError } from '@sr/core';
import type { WordPieceVocabulary } from './word-pieces.ts';

export interface BertVocabulary extends WordPieceVocabulary {
  readonly clsId: number;
  readonly sepId: number;
}

/** The options of `BertNormalizer` that `bertCharacter` implements. */
const uncased = { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, lowercase: true };

/**
 * @param json text of a tokenizer.json as Hugging Face's libraries write it.
 * @param file its name, for messages.
 * @throws SR_MODEL_INVALID where it is anything but uncased BERT WordPiece.
 */
export function parseBertVocabulary(json: string, file: string): BertVocabulary {
  const { normalizer, model } = asRecord(parseJson(json, file));
  const asked = asRecord(normalizer);
  for (const [option, expected] of Object.entries(uncased)) {
    if (asked[option] !== expected) throw invalid(file, `normalizer.${option} is not ${expected}`);
  }
  const { type, vocab, unk_token, continuing_subword_prefix, max_input_chars_per_word } = asRecord(model);
  if (type !== 'WordPiece') throw invalid(file, 'model.type is not WordPiece');
  if (typeof unk_token !== 'string') throw invalid(file, 'model.unk_token is not a string');
  if (typeof continuing_subword_prefix !== 'string') {
    throw invalid(file, 'model.continuing_subword_prefix is not a string');
  }
  if (typeof max_input_chars_per_word !== 'number') {
    throw invalid(file, 'model.max_input_chars_per_word is not a number');
  }
  const ids = asRecord(vocab);
  const idOf = (token: string): number => {
    const id = ids[token];
    if (typeof id !== 'number') throw invalid(file, `model.vocab has no ${token}`);
    return id;
  };
  return {
    // Only what is looked up above is checked: the file's sha256 vouches for the other 30,000.
    ids: ids as Record<string, number>,
    continuationPrefix: continuing_subword_prefix,
    maxWordCharacters: max_input_chars_per_word,
    unknownId: idOf(unk_token),
    clsId: idOf('[CLS]'),
    sepId: idOf('[SEP]'),
  };
}

function parseJson(json: string, file: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw invalid(file, 'it is not JSON', cause);
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function invalid(file: string, problem: string, cause?: unknown): SrError {
  return new SrError(
    'SR_MODEL_INVALID',
    `${file} is not the tokenizer.json of an uncased BERT: ${problem}; take model and tokenizer from one model package.`,
    { file, problem },
    { cause },
  );
}
