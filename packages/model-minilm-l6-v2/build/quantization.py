"""Symmetric int8: value ≈ scale · integer, zero at integer 0, the largest |value| at ±127."""

from dataclasses import dataclass

import numpy as np

LARGEST_INTEGER = 127


@dataclass(frozen=True)
class Quantized:
    """integers int8, and scale float32 with one element per slice of the axis that was kept."""

    integers: np.ndarray
    scale: np.ndarray


def quantize_columns(weight: np.ndarray) -> Quantized:
    """One scale per output channel: weight [K, N] gives scale [N]."""
    return _quantize(weight, np.abs(weight).max(axis=0))


def quantize_rows(table: np.ndarray) -> Quantized:
    """One scale per row: table [V, D] gives scale [V, 1]."""
    return _quantize(table, np.abs(table).max(axis=1, keepdims=True))


def _quantize(values: np.ndarray, largest: np.ndarray) -> Quantized:
    scale = (largest / LARGEST_INTEGER).astype(np.float32)
    integers = np.rint(values / np.where(scale == 0, 1, scale))  # a slice of zeros has scale 0
    limited = np.clip(integers, -LARGEST_INTEGER, LARGEST_INTEGER)
    return Quantized(integers=limited.astype(np.int8), scale=scale)
