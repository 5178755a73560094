import { describe, expect, it } from 'vitest';
import { parseBertVocabulary } from './bert-vocabulary.ts';

const right = {
  normalizer: {
    type: 'BertNormalizer',
    clean_text: true,
    handle_chinese_chars: true,
    strip_accents: null,
    lowercase: true,
  },
  pre_tokenizer: { type: 'BertPreTokenizer' },
  model: {
    type: 'WordPiece',
    unk_token: '[UNK]',
    continuing_subword_prefix: '##',
    max_input_chars_per_word: 100,
    vocab: { '[PAD]': 0, '[UNK]': 1, '[CLS]': 2, '[SEP]': 3, a: 4, '##a': 5 },
  },
};

describe('parseBertVocabulary', () => {
  it('reads what the tokenizer needs', () => {
    expect(parseBertVocabulary(JSON.stringify(right), 'tokenizer.json')).toEqual({
      ids: right.model.vocab,
      continuationPrefix: '##',
      maxWordCharacters: 100,
      unknownId: 1,
      clsId: 2,
      sepId: 3,
    });
  });

  it.each([
    ['{', 'it is not JSON'],
    ['null', 'normalizer.type is undefined, not "BertNormalizer"'],
    [change('normalizer', { lowercase: false }), 'normalizer.lowercase is false, not true'],
    [change('normalizer', { strip_accents: false }), 'normalizer.strip_accents is false, not null'],
    [
      change('pre_tokenizer', { type: 'Metaspace' }),
      'pre_tokenizer.type is "Metaspace", not "BertPreTokenizer"',
    ],
    [change('model', { type: 'BPE' }), 'model.type is "BPE", not "WordPiece"'],
    [change('model', { unk_token: null }), 'model.unk_token is not a string'],
    [change('model', { max_input_chars_per_word: '100' }), 'model.max_input_chars_per_word is not a number'],
    [change('model', { vocab: { '[UNK]': 1, '[CLS]': 2 } }), 'model.vocab.[SEP] is not a number'],
  ])('refuses any other tokenizer: %s', (json, problem) => {
    expect(() => parseBertVocabulary(json, 'tokenizer.json')).toThrow(
      expect.objectContaining({ code: 'SR_MODEL_INVALID', details: { file: 'tokenizer.json', problem } }),
    );
  });
});

function change(part: keyof typeof right, settings: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ ...right, [part]: { ...right[part], ...settings } });
}
