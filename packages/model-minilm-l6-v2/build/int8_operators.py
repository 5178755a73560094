"""The three places where integers are multiplied or stored: linear layers, attention, word table.

Activations are quantised while running, to uint8 with one scale and zero point per tensor, so a row
depends a little on the others in its batch; `check.py` measures how much.
Shapes: B texts, S tokens, D = 384.
"""

import numpy as np
from onnx import TensorProto

from bert import HEADS, Linear
from graph import CONTRIB, Graph
from quantization import Quantized, quantize_columns, quantize_rows


def linear(graph: Graph, values: str, weights: Linear, name: str) -> str:
    """values @ weight + bias: quantise, multiply, rescale and add in one operator."""
    weight, scale, zero_point = _weight_constants(graph, quantize_columns(weights.weight), name)
    bias = graph.constant(f'{name}.bias', weights.bias)
    inputs = [values, weight, scale, zero_point, bias]
    return graph.add('DynamicQuantizeMatMul', inputs, name, CONTRIB)


def attention(graph: Graph, hidden: str, qkv: Linear, mask: str, name: str) -> str:
    """Projection to query, key and value, and attention itself: [B, S, D] to [B, S, D].

    `mask` is int32 [B, S], 1 for a token and 0 for padding.
    """
    weight, scale, zero_point = _weight_constants(graph, quantize_columns(qkv.weight), name)
    bias = graph.constant(f'{name}.bias', qkv.bias)
    integers, hidden_scale, hidden_zero_point = graph.add_many(
        'DynamicQuantizeLinear',
        [hidden],
        [f'{name}.hidden', f'{name}.hidden_scale', f'{name}.hidden_zero_point'],
    )
    inputs = [integers, weight, bias, hidden_scale, scale, mask, hidden_zero_point, zero_point]
    return graph.add('QAttention', inputs, f'{name}.context', CONTRIB, num_heads=HEADS)


def embed_words(graph: Graph, input_ids: str, word_table: np.ndarray) -> str:
    """Rows of the word table, back in float32: ids [B, S] to [B, S, D]."""
    table = quantize_rows(word_table)
    integers = graph.add(
        'Gather', [graph.constant('words.integers', table.integers), input_ids], 'words.gathered'
    )
    scale = graph.add(
        'Gather', [graph.constant('words.scale', table.scale), input_ids], 'words.gathered_scale'
    )
    floats = graph.add('Cast', [integers], 'words.floats', to=TensorProto.FLOAT)
    return graph.add('Mul', [floats, scale], 'words')


def _weight_constants(graph: Graph, weight: Quantized, name: str) -> tuple[str, str, str]:
    return (
        graph.constant(f'{name}.weight', weight.integers),
        graph.constant(f'{name}.weight_scale', weight.scale),
        graph.constant(f'{name}.weight_zero_point', np.zeros(weight.scale.shape, np.int8)),
    )
