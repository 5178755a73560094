"""Where the build reads and writes, all relative to this repository."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
REPOSITORY = PACKAGE.parent.parent

DATA = REPOSITORY / 'benchmarks' / 'data'
CLINC150_TRAIN = DATA / 'clinc150' / 'train.jsonl'
CLINC150_VALID = DATA / 'clinc150' / 'valid.jsonl'
PROMPTS = DATA / 'prompts' / 'prompts.jsonl'

MODEL_FILE = PACKAGE / 'model' / 'minilm-l6-v2.int8.onnx'
TOKENIZER_FILE = PACKAGE / 'model' / 'tokenizer.json'
GENERATED_TYPESCRIPT = PACKAGE / 'src' / 'generated' / 'artefact.ts'
