"""The network as plain arrays: what the published tensors mean, and in which orientation.

Shapes use D = DIMENSIONS, F = FEED_FORWARD, V = vocabulary (30,522), P = positions (512).
"""

from dataclasses import dataclass

import numpy as np

LAYERS = 6
DIMENSIONS = 384
HEADS = 12
HEAD_DIMENSIONS = DIMENSIONS // HEADS
FEED_FORWARD = 1536
NORM_EPSILON = 1e-12
PAD_ID = 0
MAX_TOKENS = 256
"""Tokens per text, [CLS] and [SEP] included: the length that the model's authors truncate to."""


@dataclass(frozen=True)
class Linear:
    """x @ weight + bias, with weight [K, N] (input channel, output channel) and bias [N]."""

    weight: np.ndarray
    bias: np.ndarray


@dataclass(frozen=True)
class Norm:
    """LayerNorm over the last axis: scale [D] and bias [D]."""

    scale: np.ndarray
    bias: np.ndarray


@dataclass(frozen=True)
class Layer:
    """One transformer block, normalised after each residual sum (post-norm)."""

    qkv: Linear  # [D, 3D]: query, key and value side by side
    attention_out: Linear  # [D, D]
    attention_norm: Norm
    feed_forward_in: Linear  # [D, F]
    feed_forward_out: Linear  # [F, D]
    output_norm: Norm


@dataclass(frozen=True)
class Bert:
    """The encoder without its pooler, which sentence embeddings do not use."""

    word_table: np.ndarray  # [V, D]
    position_table: np.ndarray  # [P, D], token type 0 added: texts are never paired here
    embedding_norm: Norm
    layers: tuple[Layer, ...]


def bert_from_tensors(tensors: dict[str, np.ndarray]) -> Bert:
    """Arrange the published tensors. Float64, so that folding factors into them rounds only once."""
    wide = {name: tensor.astype(np.float64) for name, tensor in tensors.items()}
    token_types = wide['embeddings.token_type_embeddings.weight']
    return Bert(
        word_table=wide['embeddings.word_embeddings.weight'],
        position_table=wide['embeddings.position_embeddings.weight'] + token_types[0],
        embedding_norm=_norm(wide, 'embeddings.LayerNorm'),
        layers=tuple(_layer(wide, f'encoder.layer.{index}') for index in range(LAYERS)),
    )


def _layer(tensors: dict[str, np.ndarray], prefix: str) -> Layer:
    projections = [
        _linear(tensors, f'{prefix}.attention.self.{role}') for role in ('query', 'key', 'value')
    ]
    return Layer(
        qkv=Linear(
            weight=np.concatenate([projection.weight for projection in projections], axis=1),
            bias=np.concatenate([projection.bias for projection in projections]),
        ),
        attention_out=_linear(tensors, f'{prefix}.attention.output.dense'),
        attention_norm=_norm(tensors, f'{prefix}.attention.output.LayerNorm'),
        feed_forward_in=_linear(tensors, f'{prefix}.intermediate.dense'),
        feed_forward_out=_linear(tensors, f'{prefix}.output.dense'),
        output_norm=_norm(tensors, f'{prefix}.output.LayerNorm'),
    )


def _linear(tensors: dict[str, np.ndarray], name: str) -> Linear:
    # Published as [output, input]; everything here multiplies from the left.
    return Linear(weight=tensors[f'{name}.weight'].T, bias=tensors[f'{name}.bias'])


def _norm(tensors: dict[str, np.ndarray], name: str) -> Norm:
    return Norm(scale=tensors[f'{name}.weight'], bias=tensors[f'{name}.bias'])
