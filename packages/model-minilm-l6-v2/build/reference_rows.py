"""Writes the embeddings of the unquantised weights for the texts of JSON Lines files.

    python reference_rows.py benchmarks/data/clinc150/test.jsonl …

writes test.fp32.safetensors beside each test.jsonl: tensor `rows`, float16 [N, 384], row i for line i,
unit length before the rounding to float16; and the metadata `model`, `weights_sha256`, `source` (path
in the repository) and `source_sha256`.
"""

import os
import sys

os.environ['OPENBLAS_NUM_THREADS'] = '1'

import json
from pathlib import Path

import numpy as np

from bert import bert_from_tensors
from checksum import sha256_of
from paths import REPOSITORY, TOKENIZER_FILE
from reference import encode_reference
from source_model import WEIGHTS_SHA256, load_source_tensors
from texts import load_tokenizer, read_texts, tokenize

MODEL_ID = 'minilm-l6-v2@fp32'


def main(sources: list[Path]) -> None:
    """One file of rows per source."""
    bert = bert_from_tensors(load_source_tensors())
    tokenizer = load_tokenizer(TOKENIZER_FILE)
    for source in sources:
        token_ids = tokenize(tokenizer, read_texts(source))
        rows = np.stack([encode_reference(bert, ids) for ids in token_ids]).astype(np.float16)
        target = source.with_suffix('.fp32.safetensors')
        target.write_bytes(rows_file(rows, describe(source)))
        print(f'{target.name}: {len(rows):,} rows')


def describe(source: Path) -> dict[str, str]:
    """What the rows were made from, so that stale ones can be told."""
    return {
        'model': MODEL_ID,
        'weights_sha256': WEIGHTS_SHA256,
        'source': source.resolve().relative_to(REPOSITORY).as_posix(),
        'source_sha256': sha256_of(source),
    }


def rows_file(rows: np.ndarray, metadata: dict[str, str]) -> bytes:
    """The safetensors layout: header size (uint64), header (JSON), padding, elements; little-endian.

    Written here because the library does not keep the order of the metadata, so that two runs of it
    give different bytes.
    """
    elements = rows.astype('<f2').tobytes()
    tensor = {'dtype': 'F16', 'shape': list(rows.shape), 'data_offsets': [0, len(elements)]}
    header = json.dumps({'__metadata__': metadata, 'rows': tensor}, separators=(',', ':')).encode()
    header += b' ' * (-len(header) % 8)  # the elements start at a multiple of 8 bytes
    return len(header).to_bytes(8, 'little') + header + elements


if __name__ == '__main__':
    main([Path(argument) for argument in sys.argv[1:]])
