"""Runs the finished file as a user would: one thread, no optimisation that fuses operators again."""

from pathlib import Path

import numpy as np
import onnxruntime as ort

from bert import PAD_ID


class Int8Encoder:
    """Token ids in, float32 rows out."""

    def __init__(self, model_file: Path) -> None:
        options = ort.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.execution_mode = ort.ExecutionMode.ORT_SEQUENTIAL
        options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_ENABLE_BASIC
        options.log_severity_level = 3
        self._session = ort.InferenceSession(
            str(model_file), options, providers=['CPUExecutionProvider']
        )

    def encode_batch(self, token_ids: list[list[int]]) -> np.ndarray:
        """B texts, padded to the longest: float32 [B, D]."""
        longest = max(len(ids) for ids in token_ids)
        padded = np.full((len(token_ids), longest), PAD_ID, np.int32)
        for row, ids in zip(padded, token_ids):
            row[: len(ids)] = ids
        return self._session.run(['embedding'], {'input_ids': padded})[0]

    def encode_each(self, token_ids: list[list[int]]) -> np.ndarray:
        """N texts one by one, so that none depends on another: float32 [N, D]."""
        return np.concatenate([self.encode_batch([ids]) for ids in token_ids])
