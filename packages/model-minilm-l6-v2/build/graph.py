"""A small collector of ONNX nodes and constants. Every tensor is named by its caller."""

import numpy as np
from onnx import GraphProto, NodeProto, TensorProto, ValueInfoProto, helper, numpy_helper

CONTRIB = 'com.microsoft'
"""Domain of ONNX Runtime's own operators, present in all of its builds."""


class Graph:
    """Nodes in the order in which they were added, which is the order in which they run."""

    def __init__(self) -> None:
        self._nodes: list[NodeProto] = []
        self._constants: dict[str, TensorProto] = {}

    def constant(self, name: str, values: np.ndarray) -> str:
        """Store a tensor in the file. Float64 is narrowed: no operator here computes in it."""
        stored = values.astype(np.float32) if values.dtype == np.float64 else values
        self._constants[name] = numpy_helper.from_array(np.ascontiguousarray(stored), name)
        return name

    def add(self, operator: str, inputs: list[str], output: str, domain: str = '', **attributes) -> str:
        """Add a node with one output and return that output's name."""
        return self.add_many(operator, inputs, [output], domain, **attributes)[0]

    def add_many(
        self, operator: str, inputs: list[str], outputs: list[str], domain: str = '', **attributes
    ) -> list[str]:
        """Add a node with several outputs. An input named '' is an optional one left out."""
        self._nodes.append(
            helper.make_node(
                operator, inputs, outputs, name=outputs[0], domain=domain, **attributes
            )
        )
        return outputs

    def finish(
        self, name: str, inputs: list[ValueInfoProto], outputs: list[ValueInfoProto]
    ) -> GraphProto:
        """The graph as ONNX knows it."""
        return helper.make_graph(
            self._nodes, name, inputs, outputs, list(self._constants.values())
        )
