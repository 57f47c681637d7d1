"""The arithmetic of one layer as formulas with their numbers: output size, weights, multiply-adds.

Formulas: PyTorch documentation of Conv2d and MaxPool2d for sizes. A multiply-add is counted each
time a weight is used; as is customary, biases, pooling, normalisation and activations count none.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from visualizer import notation
from visualizer.engine.network.layers import (
    AvgPool,
    BatchNorm,
    Conv,
    ConvTranspose,
    Layer,
    Linear,
    MaxPool,
    both,
)
from visualizer.engine.network.shapes import Shape
from visualizer.engine.sizes import span

FLOAT32_BYTES = 4


@dataclass(frozen=True)
class SizeFormula:
    """The output size of a sliding window along one axis: the formula's numbers, and its result.

    ``result`` is the output size that the engine computed, ⌊room / stride⌋ + 1; with ``ceil_mode``
    the division rounds up.
    """

    size: int
    kernel: int
    stride: int
    padding: int
    dilation: int
    ceil_mode: bool
    result: int

    @property
    def room(self) -> int:
        """How many cells the window can move: size + 2·padding − dilation·(kernel − 1) − 1."""
        return self.size + 2 * self.padding - span(self.kernel, self.dilation)

    @property
    def quotient(self) -> float:
        """How many strides fit into the room, before rounding."""
        return self.room / self.stride

    @property
    def fits(self) -> bool:
        """Tell whether the last window ends exactly at the edge."""
        return self.room % self.stride == 0

    @property
    def left_over(self) -> int:
        """Cells of the padded input behind the last window; negative if it hangs over the edge."""
        return self.room - (self.result - 1) * self.stride

    def text(self) -> str:
        """Write the formula with its numbers.

        >>> SizeFormula(227, 11, 4, 0, 1, False, 55).text()
        '⌊(227 + 2·0 − 11) / 4⌋ + 1 = 55'
        """
        reach = (
            f"{self.kernel}" if self.dilation == 1 else f"{self.dilation}·({self.kernel} − 1) − 1"
        )
        left, right = "⌈⌉" if self.ceil_mode else "⌊⌋"
        body = f"{left}({self.size} + 2·{self.padding} − {reach}) / {self.stride}{right} + 1"
        rounded = math.ceil(self.quotient) if self.ceil_mode else math.floor(self.quotient)
        # With ceil_mode, a window that would start in the padding behind the input is left out.
        dropped = f" = {rounded + 1} → {self.result}" if rounded + 1 != self.result else ""
        return body + (dropped or f" = {self.result}")


@dataclass(frozen=True)
class CountFormula:
    """A number of weights or multiply-adds as a product.

    ``factors`` are (meaning, number) pairs in the order in which they are written; the meanings are
    "filters", "channels", "kernel", "rows", "cols", "outputs" and "inputs".
    """

    factors: tuple[tuple[str, int], ...]

    @property
    def result(self) -> int:
        """The product of the factors; 0 if there are none."""
        return math.prod(number for _, number in self.factors) if self.factors else 0

    def text(self) -> str:
        """Write the product and its result: ``96·3·11·11 = 34 848``, or ``0`` without factors."""
        product = "·".join(str(number) for _, number in self.factors) or "0"
        return f"{product} = {notation.number(self.result)}" if self.factors else "0"


@dataclass(frozen=True)
class Formulas:
    """Every formula of a layer; ``rows`` and ``cols`` are None unless it slides windows."""

    rows: SizeFormula | None
    cols: SizeFormula | None
    weights: CountFormula
    biases: int
    multiply_adds: CountFormula

    @property
    def parameters_text(self) -> str:
        """Weights and biases as ``96·3·11·11 + 96 = 34 944``; ``0`` for a layer without weights."""
        if not self.weights.factors or not self.biases:
            return self.weights.text()
        product = "·".join(str(number) for _, number in self.weights.factors)
        total = notation.number(self.weights.result + self.biases)
        return f"{product} + {self.biases} = {total}"


def formulas(layer: Layer, shape: Shape, output: Shape) -> Formulas:
    """Return a layer's formulas, for the shapes of its input and output, (C, H, W) or (F,)."""
    rows, cols = (_size_formula(layer, shape, output, axis) for axis in (0, 1))
    weights: tuple[tuple[str, int], ...] = ()
    places: tuple[tuple[str, int], ...] = ()
    biases = 0
    match layer:
        case Conv() | ConvTranspose():
            height, width = both(layer.kernel_size)
            weights = (
                ("filters", layer.out_channels),
                ("channels", shape[0] // layer.groups),
                ("kernel", height),
                ("kernel", width),
            )
            # Each weight of a transposed convolution meets every cell of the input, not the output.
            at = output if isinstance(layer, Conv) else shape
            places = (("rows", at[1]), ("cols", at[2]))
            biases = layer.out_channels if layer.bias else 0
        case Linear():
            weights = (("outputs", layer.out_features), ("inputs", shape[0]))
            biases = layer.out_features if layer.bias else 0
        case BatchNorm():
            # A factor and a summand for each channel; scaling is not counted among multiply-adds.
            weights, biases = (("channels", shape[0]),), shape[0]
            return Formulas(rows, cols, CountFormula(weights), biases, CountFormula(()))
    return Formulas(rows, cols, CountFormula(weights), biases, CountFormula(weights + places))


def _size_formula(layer: Layer, shape: Shape, output: Shape, axis: int) -> SizeFormula | None:
    match layer:
        case Conv():
            dilation, ceil, stride = both(layer.dilation)[axis], False, layer.stride
        case MaxPool() | AvgPool():
            dilation, ceil, stride = 1, layer.ceil_mode, layer.step
        case _:
            return None
    kernel, step, padding = (
        both(size)[axis] for size in (layer.kernel_size, stride, layer.padding)
    )
    return SizeFormula(shape[axis + 1], kernel, step, padding, dilation, ceil, output[axis + 1])
