"""Token ids to sentence embedding as one ONNX model.

    input_ids  int32   [B, S], padded with PAD_ID at the end of a row; at least one token a row
    embedding  float32 [B, D], mean over the row's tokens, unit length
"""

import numpy as np
from onnx import ModelProto, TensorProto, checker, helper

from bert import DIMENSIONS, NORM_EPSILON, PAD_ID, Norm
from graph import CONTRIB, Graph
from int8_operators import attention, embed_words, linear
from smoothing import SmoothedBert, SmoothedLayer

OPSET = 17  # the first with LayerNormalization
IR_VERSION = 8  # the one that was current with that opset; fixed, so the bytes are


def encoder_model(bert: SmoothedBert) -> ModelProto:
    """The whole encoder, checked for well-formedness."""
    graph = Graph()
    mask = _token_mask(graph)
    hidden = _embed(graph, bert)
    for index, layer in enumerate(bert.layers):
        hidden = _encode_layer(graph, layer, hidden, mask, f'layer{index}')
    _pool(graph, hidden, mask)

    ids_info = helper.make_tensor_value_info('input_ids', TensorProto.INT32, ['B', 'S'])
    row_info = helper.make_tensor_value_info('embedding', TensorProto.FLOAT, ['B', DIMENSIONS])
    model = helper.make_model(
        graph.finish('minilm-l6-v2', [ids_info], [row_info]),
        opset_imports=[helper.make_opsetid('', OPSET), helper.make_opsetid(CONTRIB, 1)],
        ir_version=IR_VERSION,
        producer_name='@sr/model-minilm-l6-v2',
    )
    checker.check_model(model)
    return model


def _token_mask(graph: Graph) -> str:
    """int32 [B, S]: 1 for a token, 0 for padding."""
    pad_id = graph.constant('pad_id', np.array(PAD_ID, np.int32))
    is_pad = graph.add('Equal', ['input_ids', pad_id], 'is_pad')
    is_token = graph.add('Not', [is_pad], 'is_token')
    return graph.add('Cast', [is_token], 'mask', to=TensorProto.INT32)


def _embed(graph: Graph, bert: SmoothedBert) -> str:
    words = embed_words(graph, 'input_ids', bert.word_table)
    tokens = graph.add('Shape', ['input_ids'], 'tokens', start=1, end=2)
    start = graph.constant('first_position', np.array([0], np.int64))
    axis = graph.constant('position_axis', np.array([0], np.int64))
    table = graph.constant('position_table', bert.position_table)
    positions = graph.add('Slice', [table, start, tokens, axis], 'positions')
    return _add_and_norm(graph, words, positions, bert.embedding_norm, 'embedded')


def _encode_layer(graph: Graph, smoothed: SmoothedLayer, hidden: str, mask: str, name: str) -> str:
    layer = smoothed.layer
    context = attention(graph, hidden, layer.qkv, mask, f'{name}.attention')
    attended = linear(graph, context, layer.attention_out, f'{name}.attention_out')
    residual = _multiply(
        graph, hidden, smoothed.restore_before_attention_sum, f'{name}.attention_residual'
    )
    hidden = _add_and_norm(graph, attended, residual, layer.attention_norm, f'{name}.attended')

    inner = linear(graph, hidden, layer.feed_forward_in, f'{name}.feed_forward_in')
    activated = graph.add('Gelu', [inner], f'{name}.gelu', CONTRIB)
    shrunk = _multiply(graph, activated, smoothed.shrink_activated, f'{name}.shrunk')
    returned = linear(graph, shrunk, layer.feed_forward_out, f'{name}.feed_forward_out')
    residual = _multiply(
        graph, hidden, smoothed.restore_before_output_sum, f'{name}.output_residual'
    )
    return _add_and_norm(graph, returned, residual, layer.output_norm, f'{name}.hidden')


def _pool(graph: Graph, hidden: str, mask: str) -> str:
    """Sum over tokens by a product with the mask [B, 1, S]; unit length makes the mean's division vain."""
    axis = graph.constant('pool_axis', np.array([1], np.int64))
    weights = graph.add('Cast', [mask], 'pool.weights', to=TensorProto.FLOAT)
    row_of_weights = graph.add('Unsqueeze', [weights, axis], 'pool.row')
    summed = graph.add('MatMul', [row_of_weights, hidden], 'pool.summed')
    flat = graph.add('Squeeze', [summed, axis], 'pool.flat')
    return graph.add('LpNormalization', [flat], 'embedding', axis=-1, p=2)


def _add_and_norm(graph: Graph, values: str, residual: str, norm: Norm, name: str) -> str:
    # Two operators on purpose: ONNX Runtime's fused SkipLayerNormalization takes 40 µs a call on
    # a CPU, LayerNormalization 8 µs.
    summed = graph.add('Add', [values, residual], f'{name}.sum')
    scale = graph.constant(f'{name}.norm_scale', norm.scale)
    bias = graph.constant(f'{name}.norm_bias', norm.bias)
    return graph.add('LayerNormalization', [summed, scale, bias], name, axis=-1, epsilon=NORM_EPSILON)


def _multiply(graph: Graph, values: str, factors: np.ndarray, name: str) -> str:
    return graph.add('Mul', [values, graph.constant(f'{name}.factors', factors)], name)
