"""A walk through a network: for every layer its shapes, parameters, multiply-adds and memory.

    walk((3, 227, 227), [Conv(96, 11, stride=4), Activation("relu"), MaxPool(3, stride=2)])

The walk stops at the first layer that cannot work; it then holds the reason and a suggestion.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from visualizer.engine.errors import EngineError
from visualizer.engine.network.counts import FLOAT32_BYTES, Formulas, formulas
from visualizer.engine.network.fields import fields
from visualizer.engine.network.layers import (
    Activation,
    AdaptiveAvgPool,
    AdaptiveMaxPool,
    Add,
    AvgPool,
    BatchNorm,
    Concat,
    Conv,
    ConvTranspose,
    Dropout,
    Flatten,
    From,
    GlobalAvgPool,
    Layer,
    Linear,
    LocalResponseNorm,
    MaxPool,
    ZeroPad,
    sources,
)
from visualizer.engine.network.shapes import Shape, check_input, output_shape, read_shapes
from visualizer.engine.network.suggest import suggest
from visualizer.engine.receptive_field import ReceptiveField


@dataclass(frozen=True)
class Step:
    """One layer of a walk.

    name: numbered as in lectures, ``conv1``, ``pool2``, ``fc6``: layers with weights are counted,
    the others carry the number of the one before them. No two steps of a walk share a name.
    input, output: shapes, (C, H, W) or (F,); input is that of the last layer that is read.
    sources: the layers whose outputs are read, −1 for the network's input.
    field: the receptive field of an output value, as (h, w) pairs; None if the input is a flat row.
    exact: False if only the field's size is known, as after adaptive pooling with unequal windows.
    """

    index: int
    name: str
    layer: Layer
    input: Shape
    output: Shape
    sources: tuple[int, ...]
    formulas: Formulas
    field: ReceptiveField | None
    exact: bool

    @property
    def weights(self) -> int:
        """How many weights the layer has, without biases."""
        return self.formulas.weights.result

    @property
    def biases(self) -> int:
        """How many biases the layer has."""
        return self.formulas.biases

    @property
    def parameters(self) -> int:
        """Weights and biases together."""
        return self.weights + self.biases

    @property
    def multiply_adds(self) -> int:
        """How many multiplications, each with its addition, one input needs."""
        return self.formulas.multiply_adds.result

    @property
    def values(self) -> int:
        """How many numbers the layer makes: its output's, none where a branch only goes back."""
        return 0 if isinstance(self.layer, From) else math.prod(self.output)

    @property
    def bytes(self) -> int:
        """Memory of the output in bytes, as 32-bit floats."""
        return self.values * FLOAT32_BYTES


@dataclass(frozen=True)
class Failure:
    """The first layer that cannot work: its index, the input's shape, the reason, and a suggestion.

    ``suggestion`` holds the layers to put in its place: see `suggest`.
    """

    index: int
    layer: Layer
    input: Shape
    error: EngineError
    suggestion: tuple[Layer, ...]


@dataclass(frozen=True)
class Walk:
    """A step for each layer that works, in order, and the failure of the first that does not.

    ``layers`` holds all layers, also those behind a failure.
    """

    input_shape: Shape
    layers: tuple[Layer, ...]
    steps: tuple[Step, ...]
    failure: Failure | None

    @property
    def output_shape(self) -> Shape:
        """The output shape of the last layer that works; the input's shape if there is none."""
        return self.steps[-1].output if self.steps else self.input_shape

    @property
    def parameters(self) -> int:
        """Weights and biases of all layers."""
        return sum(step.parameters for step in self.steps)

    @property
    def multiply_adds(self) -> int:
        """Multiply-adds of all layers, for one input."""
        return sum(step.multiply_adds for step in self.steps)

    @property
    def values(self) -> int:
        """Numbers in the outputs of all layers together: what training has to keep."""
        return sum(step.values for step in self.steps)

    @property
    def bytes(self) -> int:
        """Memory of all outputs in bytes, as 32-bit floats."""
        return self.values * FLOAT32_BYTES

    @property
    def parameter_bytes(self) -> int:
        """Memory of all weights and biases in bytes, as 32-bit floats."""
        return self.parameters * FLOAT32_BYTES

    def share(self, of: type | tuple[type, ...], what: str) -> float:
        """Return the share, 0 to 1, that layers of a class have in the total.

        what: "parameters" or "multiply_adds". If the total is 0, so is the share.
        """
        total = sum(getattr(step, what) for step in self.steps)
        part = sum(getattr(step, what) for step in self.steps if isinstance(step.layer, of))
        return part / total if total else 0.0


def walk(input_shape: Iterable[int], layers: Iterable[Layer]) -> Walk:
    """Walk an input (C, H, W) or (F,) through the layers, up to the first that cannot work.

    EngineError: an impossible input shape. A layer that cannot work raises nothing: its error is in
    ``Walk.failure``.

    >>> walk((3, 227, 227), [Conv(96, 11, stride=4)]).output_shape
    (96, 55, 55)
    """
    first = check_input(input_shape)
    stack = tuple(layers)
    shapes = [first]
    failure = None
    for index, layer in enumerate(stack):
        before = shapes[-1]
        try:
            read = read_shapes(index, layer, shapes)
            before = read[-1]
            shapes.append(output_shape(layer, *read))
        except EngineError as error:
            failure = Failure(index, layer, before, error, suggest(layer, shapes))
            break
    working = stack[: len(shapes) - 1]
    steps = tuple(
        Step(
            index=index,
            name=name,
            layer=layer,
            input=shapes[sources(index, layer)[-1] + 1],
            output=shapes[index + 1],
            sources=sources(index, layer),
            formulas=formulas(layer, shapes[sources(index, layer)[-1] + 1], shapes[index + 1]),
            field=field,
            exact=exact,
        )
        for index, (layer, name, (field, exact)) in enumerate(
            zip(working, names(working), fields(working, shapes), strict=True)
        )
    )
    return Walk(first, stack, steps, failure)


_STEMS: dict[type, str] = {
    Conv: "conv",
    ConvTranspose: "up",
    MaxPool: "pool",
    AvgPool: "pool",
    GlobalAvgPool: "pool",
    AdaptiveAvgPool: "pool",
    AdaptiveMaxPool: "pool",
    ZeroPad: "pad",
    BatchNorm: "bn",
    Dropout: "drop",
    LocalResponseNorm: "norm",
    Flatten: "flat",
    Linear: "fc",
    From: "from",
    Add: "add",
    Concat: "cat",
}


def names(layers: Iterable[Layer]) -> list[str]:
    """Return a name for each layer, numbered as Krizhevsky's AlexNet is: conv5, pool5, fc6.

    >>> names([Conv(6, 5), MaxPool(2), MaxPool(2), Linear(10)])
    ['conv1', 'pool1', 'pool1b', 'fc2']
    """
    number, used, found = 0, Counter[str](), []
    for layer in layers:
        if isinstance(layer, Conv | ConvTranspose | Linear):
            number += 1
        stem = layer.kind if isinstance(layer, Activation) else _STEMS[type(layer)]
        name = f"{stem}{number}"
        used[name] += 1
        count = used[name]
        # The letters b to z, then numbers: a stack may hold forty pooling layers in a row.
        again = "" if count == 1 else chr(96 + count) if count <= 26 else f"-{count}"
        found.append(name + again)
    return found
