"""Where a unit looks: its window in the layer's input, and its receptive field in the picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from torch import nn

from visualizer.alexnet.errors import UnitError
from visualizer.alexnet.model import ModelLayer
from visualizer.alexnet.preprocessing import Box
from visualizer.alexnet.run import Run
from visualizer.engine import ReceptiveField, receptive_field


@dataclass(frozen=True)
class PlacedField:
    """A unit's receptive field on the network's input, in the input's pixels.

    ``whole``: the field as the layers define it, which may reach beyond the picture; ``seen``: the
    part inside the picture. ``size``: how wide the whole field is; ``jump``: the distance between
    the fields of neighbouring units.
    """

    whole: Box
    seen: Box
    size: int
    jump: int


def window_of(layer: ModelLayer) -> tuple[int, int, int]:
    """Return a layer's (kernel_size, stride, padding); (1, 1, 0) if it works on single cells."""
    module = layer.module
    if isinstance(module, nn.Conv2d):
        return module.kernel_size[0], module.stride[0], int(module.padding[0])
    if isinstance(module, nn.MaxPool2d):
        return _single(module.kernel_size), _single(module.stride), _single(module.padding)
    return 1, 1, 0


def fields_of(run: Run) -> dict[str, ReceptiveField]:
    """Return, by layer, the receptive fields of all layers before the fully connected ones."""
    named = [each.layer for each in run.layers if each.output.dim() == 3]
    found = receptive_field([window_of(layer) for layer in named])
    return {layer.name: field for layer, field in zip(named, found, strict=True)}


def field_of(run: Run, layer: str, row: int = 0, col: int = 0) -> PlacedField:
    """Return a unit's receptive field; in a fully connected layer it is the whole input.

    Raises UnitError for a layer that the network does not have.
    """
    height, width = run.input.shape[1:]
    fields = fields_of(run)
    run.index(layer)
    if layer not in fields:
        everything = Box(0, 0, width, height)
        return PlacedField(everything, everything, max(height, width), 0)
    found = fields[layer]
    assert isinstance(found.size, int)
    assert isinstance(found.jump, int)
    assert isinstance(found.first, int)
    left, top = found.first + col * found.jump, found.first + row * found.jump
    whole = Box(left, top, left + found.size, top + found.size)
    return PlacedField(whole, whole.clipped(width, height), found.size, found.jump)


def check_unit(run: Run, layer: str, channel: int, row: int, col: int) -> None:
    """Raise UnitError if the layer has no such channel or cell."""
    shape = run.layer(layer).shape
    if not 0 <= channel < shape[0]:
        raise UnitError("unit_channel", layer=layer, channel=channel, last=shape[0] - 1)
    height, width = shape[1:] if len(shape) == 3 else (1, 1)
    if not (0 <= row < height and 0 <= col < width):
        raise UnitError("unit_cell", layer=layer, row=row, col=col, height=height, width=width)


def _single(value: Any) -> int:
    return int(value[0] if isinstance(value, tuple) else value)
