"""What quantisation costs and how far a batch moves a row, measured; a build that misses a bar fails."""

import math
from dataclasses import dataclass

import numpy as np

from bert import Bert
from int8_encoder import Int8Encoder
from reference import encode_reference

LEAST_MEAN_COSINE = 0.997
LEAST_COSINE = 0.97

BATCH_SIZES = (2, 8, 32)
DRIFT_MARGIN = 1.5
"""Drift is the maximum of a sample, another order of texts gave a quarter more, and processors round
differently: promise half as much again."""


@dataclass(frozen=True)
class Fidelity:
    """Cosine between the int8 row and the row of the unquantised weights, over `texts` texts."""

    texts: int
    mean: float
    least: float


@dataclass(frozen=True)
class Drift:
    """Largest |Δ| of any element between a text encoded alone and in a padded batch."""

    texts: int
    measured: float

    @property
    def promised(self) -> float:
        """Measured times the margin, rounded up to a thousandth."""
        return math.ceil(self.measured * DRIFT_MARGIN * 1000) / 1000


def measure_fidelity(bert: Bert, encoder: Int8Encoder, token_ids: list[list[int]]) -> Fidelity:
    """Encodes one by one. Raises SystemExit below the bars."""
    cosines = [
        float(encode_reference(bert, ids) @ encoder.encode_batch([ids])[0]) for ids in token_ids
    ]
    fidelity = Fidelity(len(cosines), float(np.mean(cosines)), min(cosines))
    if fidelity.mean < LEAST_MEAN_COSINE or fidelity.least < LEAST_COSINE:
        raise SystemExit(f'{fidelity} is below the bars {LEAST_MEAN_COSINE} and {LEAST_COSINE}.')
    return fidelity


def measure_drift(encoder: Int8Encoder, token_ids: list[list[int]]) -> Drift:
    """Batches in the order given: mix lengths, so that there is padding."""
    alone = encoder.encode_each(token_ids)
    largest = 0.0
    for size in BATCH_SIZES:
        for start in range(0, len(token_ids), size):
            together = encoder.encode_batch(token_ids[start : start + size])
            largest = max(largest, float(np.abs(together - alone[start : start + size]).max()))
    return Drift(len(token_ids), largest)
