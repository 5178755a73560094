"""Makes model/ and src/generated/artefact.ts from the published weights. See README.md beside this file."""

import os

# Before NumPy is imported: a sum split over threads may round differently from run to run.
os.environ['OPENBLAS_NUM_THREADS'] = '1'

import json
from pathlib import Path

from artefact_typescript import write_artefact_typescript
from bert import Bert, bert_from_tensors
from calibration import measure_peaks
from check import measure_drift, measure_fidelity
from encoder_graph import encoder_model
from int8_encoder import Int8Encoder
from padding import with_ordinary_padding
from paths import (
    CLINC150_TRAIN,
    CLINC150_VALID,
    GENERATED_TYPESCRIPT,
    MODEL_FILE,
    PROMPTS,
    TOKENIZER_FILE,
)
from smoothing import smooth_bert
from source_model import load_source_tensors, source_tokenizer_path
from texts import draw, load_tokenizer, read_texts, tokenize

CALIBRATION_TEXTS_PER_SOURCE = 256
SEED = 'model-minilm-l6-v2'


def main() -> None:
    """Tokenizer, model, measurements, metadata: each step reads what the one before it wrote."""
    bert = bert_from_tensors(load_source_tensors())
    write_tokenizer(source_tokenizer_path(), TOKENIZER_FILE)
    write_model(bert, MODEL_FILE)
    measure_and_describe(bert)


def write_tokenizer(source: Path, target: Path) -> None:
    """The published file without its padding and truncation, which are the encoder's to decide."""
    settings = json.loads(source.read_text(encoding='utf-8'))
    del settings['padding'], settings['truncation']
    text = json.dumps(settings, ensure_ascii=False, separators=(',', ':'))
    target.parent.mkdir(exist_ok=True)
    target.write_text(text, encoding='utf-8')


def write_model(bert: Bert, target: Path) -> None:
    """Calibrate, smooth, quantise, save. The bytes depend on the inputs alone, not on time or place."""
    calibration_texts = [
        *draw(read_texts(CLINC150_TRAIN), CALIBRATION_TEXTS_PER_SOURCE, SEED),
        *draw(read_texts(PROMPTS), CALIBRATION_TEXTS_PER_SOURCE, SEED),
    ]
    token_ids = tokenize(load_tokenizer(TOKENIZER_FILE), calibration_texts)
    smoothed = smooth_bert(with_ordinary_padding(bert), measure_peaks(bert, token_ids))
    model = encoder_model(smoothed)
    target.write_bytes(model.SerializeToString(deterministic=True))
    print(f'{target.name}: {target.stat().st_size:,} bytes')


def measure_and_describe(bert: Bert) -> None:
    """Measure the written file, not the one in memory, and record the figures."""
    tokenizer = load_tokenizer(TOKENIZER_FILE)
    encoder = Int8Encoder(MODEL_FILE)
    valid = read_texts(CLINC150_VALID)
    fidelity = measure_fidelity(bert, encoder, tokenize(tokenizer, valid))
    print(fidelity)

    mixed = [*valid, *read_texts(PROMPTS)]
    drift = measure_drift(encoder, tokenize(tokenizer, draw(mixed, len(mixed), SEED)))
    print(drift, f'promised={drift.promised}')
    write_artefact_typescript(GENERATED_TYPESCRIPT, MODEL_FILE, TOKENIZER_FILE, fidelity, drift)


if __name__ == '__main__':
    main()
