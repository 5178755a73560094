"""The unquantised network in NumPy: what calibration observes and what the int8 file is compared with.

It shares no code with the ONNX graph, so a mistake in the graph cannot hide in the comparison.
Arithmetic is float64: rounding it to float32 gives the same calibration on every processor.
Shapes: S tokens of one text, D = 384, F = 1536.
"""

from collections.abc import Callable

import numpy as np
from scipy.special import erf

from bert import DIMENSIONS, HEAD_DIMENSIONS, HEADS, NORM_EPSILON, Bert, Layer, Linear, Norm

Observer = Callable[[str, np.ndarray], None]
"""Is told the name of a linear layer, e.g. `layer0.qkv`, and the input [S, K] that it is about to get."""


def encode_reference(bert: Bert, ids: list[int], observe: Observer | None = None) -> np.ndarray:
    """Token ids of one unpadded text to its embedding: float64 [D], unit length."""
    embedded = bert.word_table[ids] + bert.position_table[: len(ids)]
    hidden = _normalise(embedded, bert.embedding_norm)
    for index, layer in enumerate(bert.layers):
        hidden = _encode_layer(layer, hidden, f'layer{index}', observe or _ignore)
    pooled = hidden.mean(axis=0)
    return pooled / np.linalg.norm(pooled)


def _encode_layer(layer: Layer, hidden: np.ndarray, name: str, observe: Observer) -> np.ndarray:
    def project(linear_name: str, values: np.ndarray) -> np.ndarray:
        observe(f'{name}.{linear_name}', values)
        linear: Linear = getattr(layer, linear_name)
        return values @ linear.weight + linear.bias

    context = _attend(project('qkv', hidden))
    hidden = _normalise(project('attention_out', context) + hidden, layer.attention_norm)
    activated = _gelu(project('feed_forward_in', hidden))
    return _normalise(project('feed_forward_out', activated) + hidden, layer.output_norm)


def _attend(qkv: np.ndarray) -> np.ndarray:
    """softmax(Q Kᵀ / √d) V per head (Vaswani et al. 2017, eq. 1): [S, 3D] to [S, D]."""
    tokens = len(qkv)
    # [S, 3, heads, d] → three arrays [heads, S, d]
    query, key, value = qkv.reshape(tokens, 3, HEADS, HEAD_DIMENSIONS).transpose(1, 2, 0, 3)
    scores = query @ key.transpose(0, 2, 1) / np.sqrt(HEAD_DIMENSIONS)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights /= weights.sum(axis=-1, keepdims=True)
    return (weights @ value).transpose(1, 0, 2).reshape(tokens, DIMENSIONS)


def _normalise(values: np.ndarray, norm: Norm) -> np.ndarray:
    """LayerNorm with the population variance (Ba et al. 2016)."""
    centred = values - values.mean(axis=-1, keepdims=True)
    variance = np.square(centred).mean(axis=-1, keepdims=True)
    return centred / np.sqrt(variance + NORM_EPSILON) * norm.scale + norm.bias


def _gelu(values: np.ndarray) -> np.ndarray:
    """x · Φ(x) with the exact normal distribution function (Hendrycks & Gimpel 2016)."""
    return values * 0.5 * (1.0 + erf(values / np.sqrt(2.0)))


def _ignore(_name: str, _values: np.ndarray) -> None:
    pass
