"""Writes token_ids.json: what Hugging Face's tokenizers 0.23.3 makes of texts that are easy to get wrong.

    pip install tokenizers==0.23.3 && python token_ids.py

Added tokens are left out of the tokenizer, so that [SEP] in a text is text.
"""

import json
from pathlib import Path

from tokenizers import Tokenizer

HERE = Path(__file__).parent
MODEL = HERE.parents[2] / 'model-minilm-l6-v2' / 'model'

TEXTS = [
    '',
    ' ',
    ' \t\r\n\u00a0\u2003\u3000 ',
    'hello world',
    '  hello   world\n',
    'How do I implement a binary tree in Python?',
    'unaffable tokenization',
    "don't stop: it's 3.14, e-mail me@example.com!",
    'for (let i = 0; i < n; i++) { total += $prices[i] ** 2; } // ~`^|',
    'Ünïcödé CAFÉ naïve ÅNGSTRÖM',
    'cafe\u0301 and caf\u00e9',
    'a\u0301\u0316\u0301b',
    'ΟΔΥΣΣΕΥΣ ὈΔΥΣΣΕΎΣ',
    'İstanbul ıI ẞß',
    '退款我的订单',
    '東京タワー 서울 한국어',
    '\U00020000\U0002a6d6x\U0002f800',
    'استرداد طلبي',
    'हिन्दी ภาษาไทย',
    '👩\u200d👩\u200d👧 🇳🇴 ☃️ :-)',
    'refund\0my\x01order\x7f\u0085\u200b\ufeff\ufffd!',
    'zero\u200bwidth soft\u00adhyphen',
    '“quoted” — dash… «guillemets» ¿qué?',
    '\u2260\u226e\u1fef\u037e',
    '[CLS] [SEP] [PAD] [MASK] [UNK] [sep]',
    'a[SEP]b',
    '## ##s #hash',
    '__proto__ constructor toString',
    'x' * 100,
    'x' * 101,
    '\u00e9' * 101,
    '\U00010400' * 100 + ' ' + '\U00010400' * 101,
    'qzx' * 30,
    '.' * 300,
    'word ' * 300,
    'word ' * 254,
    'word ' * 253 + 'unaffable',
    'word ' * 254 + ' \n' * 1000,
    'word ' * 254 + ' \n' * 1000 + '.',
]

MAX_TOKENS = 256


def main() -> None:
    description = json.loads((MODEL / 'tokenizer.json').read_text(encoding='utf-8'))
    description['added_tokens'] = []
    tokenizer = Tokenizer.from_str(json.dumps(description))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    table = []
    for text in TEXTS:
        all_ids = tokenizer.encode(text).ids
        truncated = len(all_ids) > MAX_TOKENS
        ids = [*all_ids[: MAX_TOKENS - 1], all_ids[-1]] if truncated else all_ids
        table.append({'text': text, 'ids': ids, 'truncated': truncated})
    lines = ',\n'.join('  ' + json.dumps(row) for row in table)
    (HERE / 'token_ids.json').write_text(f'[\n{lines}\n]\n', encoding='utf-8')


if __name__ == '__main__':
    main()
