"""SmoothQuant (Xiao et al. 2023): move outliers from activations, which share one scale, into weights.

x @ W equals (x / s) @ (s · W) for any positive s per input channel. W is quantised per output channel
and copes with large rows; x is quantised with one scale per tensor and does not cope with large columns.
The division of x costs nothing where a LayerNorm or the value projection comes before and absorbs it.
"""

from dataclasses import dataclass, replace

import numpy as np

from bert import DIMENSIONS, Bert, Layer, Linear, Norm
from calibration import Peaks

ALPHA = 0.65
"""Share of the difficulty that moves into the weights, in [0, 1]."""

SMALLEST_PEAK = 1e-5


@dataclass(frozen=True)
class SmoothedLayer:
    """A layer with all factors folded into its weights, and the three that the graph must apply."""

    layer: Layer
    restore_before_attention_sum: np.ndarray  # [D]: undoes the division of the layer's input
    restore_before_output_sum: np.ndarray  # [D]: undoes the division of the feed-forward input
    shrink_activated: np.ndarray  # [F]: divides what GELU returns, which no weight before it can


@dataclass(frozen=True)
class SmoothedBert:
    """As Bert; every LayerNorm's output is already divided for the linear layer that reads it."""

    word_table: np.ndarray
    position_table: np.ndarray
    embedding_norm: Norm
    layers: tuple[SmoothedLayer, ...]


def smooth_bert(bert: Bert, peaks: Peaks) -> SmoothedBert:
    """The same function of the token ids, with activations that suit one scale per tensor."""
    qkv_factors = [
        smoothing_factors(peaks[f'layer{index}.qkv'], layer.qkv.weight)
        for index, layer in enumerate(bert.layers)
    ]
    # What a layer returns is divided for the layer after it; the last one feeds the pooling as it is.
    following_factors = [*qkv_factors[1:], np.ones(DIMENSIONS)]
    return SmoothedBert(
        word_table=bert.word_table,
        position_table=bert.position_table,
        embedding_norm=_divide_norm(bert.embedding_norm, qkv_factors[0]),
        layers=tuple(
            _smooth_layer(layer, f'layer{index}', peaks, qkv_factors[index], following_factors[index])
            for index, layer in enumerate(bert.layers)
        ),
    )


def smoothing_factors(peaks: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """s_k = peak_k^α / max_n|W_kn|^(1-α) (eq. 4 of the paper) for peaks [K] and weight [K, N].

    Divided by their geometric mean: a common factor changes nothing but the size of the numbers.
    """
    activation = np.maximum(peaks, SMALLEST_PEAK)
    largest_weight = np.maximum(np.abs(weight).max(axis=1), SMALLEST_PEAK)
    factors = activation**ALPHA / largest_weight ** (1.0 - ALPHA)
    return factors / np.exp(np.log(factors).mean())


def _smooth_layer(
    layer: Layer, name: str, peaks: Peaks, qkv: np.ndarray, following: np.ndarray
) -> SmoothedLayer:
    def factors_of(linear_name: str) -> np.ndarray:
        linear: Linear = getattr(layer, linear_name)
        return smoothing_factors(peaks[f'{name}.{linear_name}'], linear.weight)

    context = factors_of('attention_out')
    inner = factors_of('feed_forward_in')
    activated = factors_of('feed_forward_out')
    # Attention mixes tokens, never channels, so its output is divided by dividing the values.
    divide_values = np.concatenate([np.ones(2 * DIMENSIONS), context])
    smoothed = Layer(
        qkv=_divide_outputs(_multiply_inputs(layer.qkv, qkv), divide_values),
        attention_out=_multiply_inputs(layer.attention_out, context),
        attention_norm=_divide_norm(layer.attention_norm, inner),
        feed_forward_in=_multiply_inputs(layer.feed_forward_in, inner),
        feed_forward_out=_multiply_inputs(layer.feed_forward_out, activated),
        output_norm=_divide_norm(layer.output_norm, following),
    )
    return SmoothedLayer(
        layer=smoothed,
        restore_before_attention_sum=qkv,
        restore_before_output_sum=inner,
        shrink_activated=1.0 / activated,
    )


def _multiply_inputs(linear: Linear, factors: np.ndarray) -> Linear:
    return replace(linear, weight=linear.weight * factors[:, np.newaxis])


def _divide_outputs(linear: Linear, factors: np.ndarray) -> Linear:
    return Linear(weight=linear.weight / factors, bias=linear.bias / factors)


def _divide_norm(norm: Norm, factors: np.ndarray) -> Norm:
    return Norm(scale=norm.scale / factors, bias=norm.bias / factors)
