"""The network on paper: a table of its layers, shapes and parameters to fill in."""

from __future__ import annotations

from dataclasses import replace

from visualizer.engine.network.layers import (
    Add,
    Concat,
    Conv,
    ConvTranspose,
    From,
    Layer,
    Linear,
)
from visualizer.lessons.architecture.address import LIMITS, encode
from visualizer.lessons.architecture.naming import layer_title
from visualizer.lessons.architecture.presets import Network
from visualizer.lessons.architecture.settings import ArchitectureSettings
from visualizer.material.randomness import Stream
from visualizer.notation import number, shape
from visualizer.taking.paper.blocks import Blank, Block, Heading, Listed, Words
from visualizer.words.text import text

_PARTS = (2, 3, 4, 6, 8)  # a layer becomes as many quarters of its size
_TRIES = 20


def other(settings: ArchitectureSettings, stream: Stream) -> ArchitectureSettings:
    """Return the same stack with other numbers of filters and neurons, all of which works."""
    network = settings.network
    if network.walk().failure is not None:
        return settings
    last = max(
        (i for i, layer in enumerate(network.layers) if isinstance(layer, Linear)), default=-1
    )
    joined = any(isinstance(layer, From | Add | Concat) for layer in network.layers)
    for _ in range(_TRIES):
        alike: dict[int, int] | None = {} if joined else None
        layers = tuple(
            layer if i == last else _resized(layer, stream, alike)
            for i, layer in enumerate(network.layers)
        )
        made = Network(network.input_shape, layers)
        if made.walk().failure is None:
            return settings.changed(net=encode(made))
    return settings


def _resized(layer: Layer, stream: Stream, alike: dict[int, int] | None) -> Layer:
    """Return a layer with another number of outputs, one that its groups divide.

    alike: in a network with sums, what each number of channels became, so that equal ones stay so.
    """
    if alike is not None and isinstance(layer, Conv | ConvTranspose):
        size = alike.setdefault(
            layer.out_channels, max(1, layer.out_channels * stream.pick(_PARTS) // 8)
        )
        groups = size if layer.groups == layer.out_channels else layer.groups
        return replace(layer, out_channels=size, groups=groups)
    if isinstance(layer, Conv):
        unit = max(1, layer.groups)
        size = layer.out_channels * stream.pick(_PARTS) // 4 // unit * unit
        return replace(layer, out_channels=min(max(size, unit), LIMITS["out_channels"].high))
    if isinstance(layer, Linear):
        size = layer.out_features * stream.pick(_PARTS) // 4
        return replace(layer, out_features=min(max(size, 1), LIMITS["out_features"].high))
    return layer


def sheet(settings: ArchitectureSettings, lang: str) -> list[Block] | None:
    """Return the table with blanks; None where no layer works."""
    walk = settings.network.walk()
    if not walk.steps:
        return None
    columns = ("name", "layer", "output", "parameters")
    rows = tuple(
        (
            step.name,
            layer_title(step.layer, lang),
            Blank(shape(step.output), 34),
            Blank(number(step.parameters), 34) if step.parameters else "0",
        )
        for step in walk.steps
    )
    return [
        Heading(text("arch.take_shapes", lang)),
        Words(text("arch.take_input", lang, shape=shape(walk.input_shape)), small=True),
        Listed(tuple(text(f"arch.column.{column}", lang) for column in columns), rows),
    ]
