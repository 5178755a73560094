"""How large each input channel of each linear layer gets on real texts: the statistic of SmoothQuant."""

import numpy as np

from bert import Bert
from reference import encode_reference

Peaks = dict[str, np.ndarray]
"""Linear layer name, e.g. `layer0.qkv`, to float64 [K]: mean over texts of max over tokens of |x|."""


def measure_peaks(bert: Bert, token_ids: list[list[int]]) -> Peaks:
    """Averaging each text's peak, not taking the peak of all, keeps one odd text from setting the scale."""
    sums: Peaks = {}

    def observe(name: str, values: np.ndarray) -> None:
        sums[name] = sums.get(name, 0.0) + np.abs(values).max(axis=0)

    for ids in token_ids:
        encode_reference(bert, ids, observe)
    return {name: total / len(token_ids) for name, total in sums.items()}
