"""all-MiniLM-L6-v2 as an exporter writes it: standard operators only, three inputs, hidden states out.

    input_ids, attention_mask, token_type_ids   int64   [B, S]
    last_hidden_state                           float32 [B, S, D]

Operators follow the patterns that ONNX Runtime fuses when it loads a model: GELU from Erf, quantisation
and bias into the matrix product.
"""

import math

import numpy as np
from bert import DIMENSIONS, HEAD_DIMENSIONS, HEADS, LAYERS, NORM_EPSILON
from graph import Graph
from onnx import ModelProto, TensorProto, checker, helper

OPSET = 17  # the first with LayerNormalization
IR_VERSION = 8
INPUTS = ('input_ids', 'attention_mask', 'token_type_ids')
MASKED = float(np.finfo(np.float32).min)

Tensors = dict[str, np.ndarray]


def exported_model(tensors: Tensors) -> ModelProto:
    """The whole network in float32, checked for well-formedness."""
    graph = Graph()
    _add_shared_constants(graph)
    mask = _attention_bias(graph)
    hidden = _embed(graph, tensors)
    for index in range(LAYERS):
        is_last = index == LAYERS - 1
        output = 'last_hidden_state' if is_last else f'layer{index}.hidden'
        hidden = _layer(graph, tensors, hidden, mask, index, output)
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, ['B', 'S']) for name in INPUTS]
    output_info = helper.make_tensor_value_info(hidden, TensorProto.FLOAT, ['B', 'S', DIMENSIONS])
    model = helper.make_model(
        graph.finish('all-MiniLM-L6-v2', inputs, [output_info]),
        opset_imports=[helper.make_opsetid('', OPSET)],
        ir_version=IR_VERSION,
    )
    checker.check_model(model)
    return model


def _add_shared_constants(graph: Graph) -> None:
    graph.constant('one', np.float32(1))
    graph.constant('half', np.float32(0.5))
    graph.constant('sqrt2', np.float32(math.sqrt(2)))
    graph.constant('sqrt_head', np.float32(math.sqrt(HEAD_DIMENSIONS)))
    graph.constant('heads_shape', np.array([0, 0, HEADS, HEAD_DIMENSIONS], np.int64))
    graph.constant('merged_shape', np.array([0, 0, DIMENSIONS], np.int64))


def _attention_bias(graph: Graph) -> str:
    """float32 [B, 1, 1, S]: 0 where a token may be attended to, the lowest number where not."""
    axes = graph.constant('mask_axes', np.array([1, 2], np.int64))
    wide = graph.add('Unsqueeze', ['attention_mask', axes], 'mask.wide')
    tokens = graph.add('Cast', [wide], 'mask.tokens', to=TensorProto.FLOAT)
    padding = graph.add('Sub', ['one', tokens], 'mask.padding')
    return graph.add('Mul', [padding, graph.constant('masked', np.float32(MASKED))], 'mask.bias')


def _embed(graph: Graph, tensors: Tensors) -> str:
    def gather(table: str, ids: str) -> str:
        weights = graph.constant(table, tensors[f'embeddings.{table}_embeddings.weight'])
        return graph.add('Gather', [weights, ids], f'{table}.rows')

    words = gather('word', 'input_ids')
    types = gather('token_type', 'token_type_ids')
    length = graph.add('Shape', ['input_ids'], 'length', start=1, end=2)
    zero = graph.constant('zero', np.array([0], np.int64))
    table = graph.constant('position', tensors['embeddings.position_embeddings.weight'])
    positions = graph.add('Slice', [table, zero, length, zero], 'position.rows')
    typed = graph.add('Add', [words, types], 'embedding.typed')
    placed = graph.add('Add', [typed, positions], 'embedding.placed')
    return _norm(graph, tensors, placed, 'embeddings.LayerNorm', 'embedded')


def _layer(graph: Graph, tensors: Tensors, hidden: str, mask: str, index: int, output: str) -> str:
    source, name = f'encoder.layer.{index}', f'layer{index}'
    context = _attend(graph, tensors, hidden, mask, source, name)
    attended = _linear(graph, tensors, context, f'{source}.attention.output.dense', f'{name}.out')
    summed = graph.add('Add', [attended, hidden], f'{name}.attention_sum')
    middle = _norm(
        graph, tensors, summed, f'{source}.attention.output.LayerNorm', f'{name}.attended'
    )
    inner = _linear(graph, tensors, middle, f'{source}.intermediate.dense', f'{name}.inner')
    activated = _gelu(graph, inner, f'{name}.gelu')
    returned = _linear(graph, tensors, activated, f'{source}.output.dense', f'{name}.returned')
    total = graph.add('Add', [returned, middle], f'{name}.sum')
    return _norm(graph, tensors, total, f'{source}.output.LayerNorm', output)


def _attend(
    graph: Graph, tensors: Tensors, hidden: str, mask: str, source: str, name: str
) -> str:
    def project(role: str, order: list[int]) -> str:
        flat = _linear(
            graph, tensors, hidden, f'{source}.attention.self.{role}', f'{name}.{role}'
        )
        split = graph.add('Reshape', [flat, 'heads_shape'], f'{name}.{role}.heads')
        return graph.add('Transpose', [split], f'{name}.{role}.turned', perm=order)

    query = project('query', [0, 2, 1, 3])
    key = project('key', [0, 2, 3, 1])
    value = project('value', [0, 2, 1, 3])
    products = graph.add('MatMul', [query, key], f'{name}.products')
    scaled = graph.add('Div', [products, 'sqrt_head'], f'{name}.scaled')
    masked = graph.add('Add', [scaled, mask], f'{name}.masked')
    weights = graph.add('Softmax', [masked], f'{name}.weights', axis=-1)
    context = graph.add('MatMul', [weights, value], f'{name}.context')
    turned = graph.add('Transpose', [context], f'{name}.context.turned', perm=[0, 2, 1, 3])
    return graph.add('Reshape', [turned, 'merged_shape'], f'{name}.context.merged')


def _linear(graph: Graph, tensors: Tensors, values: str, source: str, name: str) -> str:
    # Published as [output, input]; MatMul multiplies from the left.
    weight = graph.constant(f'{name}.weight', tensors[f'{source}.weight'].T)
    bias = graph.constant(f'{name}.bias', tensors[f'{source}.bias'])
    product = graph.add('MatMul', [values, weight], f'{name}.product')
    return graph.add('Add', [product, bias], name)


def _gelu(graph: Graph, values: str, name: str) -> str:
    divided = graph.add('Div', [values, 'sqrt2'], f'{name}.divided')
    erf = graph.add('Erf', [divided], f'{name}.erf')
    shifted = graph.add('Add', [erf, 'one'], f'{name}.shifted')
    product = graph.add('Mul', [values, shifted], f'{name}.product')
    return graph.add('Mul', [product, 'half'], name)


def _norm(graph: Graph, tensors: Tensors, values: str, source: str, name: str) -> str:
    scale = graph.constant(f'{name}.scale', tensors[f'{source}.weight'])
    bias = graph.constant(f'{name}.norm_bias', tensors[f'{source}.bias'])
    return graph.add(
        'LayerNormalization', [values, scale, bias], name, axis=-1, epsilon=NORM_EPSILON
    )
