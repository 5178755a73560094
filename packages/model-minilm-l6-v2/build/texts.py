"""Texts in, token ids out: reading, drawing and tokenising what the build measures with."""

import hashlib
import json
from pathlib import Path

from tokenizers import Tokenizer

from bert import MAX_TOKENS


def read_texts(path: Path) -> list[str]:
    """The `text` of every line of a JSON Lines file, in file order."""
    with path.open(encoding='utf-8') as lines:
        return [json.loads(line)['text'] for line in lines]


def draw(texts: list[str], count: int, seed: str) -> list[str]:
    """`count` distinct texts in a seeded order that depends on neither file order nor a random
    generator's version: the lowest sha256 of seed and text come first."""

    def rank(text: str) -> bytes:
        return hashlib.sha256(f'{seed}\n{text}'.encode()).digest()

    return sorted(set(texts), key=rank)[:count]


def load_tokenizer(path: Path) -> Tokenizer:
    """A tokenizer that truncates to MAX_TOKENS and never pads."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS)
    return tokenizer


def tokenize(tokenizer: Tokenizer, texts: list[str]) -> list[list[int]]:
    """Token ids per text, [CLS] and [SEP] included, 2 to MAX_TOKENS of them."""
    return [tokenizer.encode(text).ids for text in texts]
