"""Where a unit looks: its window in the layer's input, its receptive field in the picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from torch import nn

from visualizer.alexnet.errors import UnitError
from visualizer.alexnet.model import Layer
from visualizer.alexnet.preprocessing import Box
from visualizer.alexnet.run import Run
from visualizer.engine import ReceptiveField, receptive_field


@dataclass(frozen=True)
class Field:
    """A receptive field on the network's input, edges in its pixels.

    ``whole`` is the field as the layers define it and may hang over the edge, ``seen`` the part
    inside the picture. ``size`` and ``jump``: pixels across, and between neighbouring units.
    """

    whole: Box
    seen: Box
    size: int
    jump: int


def window_of(layer: Layer) -> tuple[int, int, int]:
    """(kernel_size, stride, padding) of a layer; (1, 1, 0) for one that looks at single cells."""
    module = layer.module
    if isinstance(module, nn.Conv2d):
        return module.kernel_size[0], module.stride[0], int(module.padding[0])
    if isinstance(module, nn.MaxPool2d):
        return _single(module.kernel_size), _single(module.stride), _single(module.padding)
    return 1, 1, 0


def fields_of(run: Run) -> dict[str, ReceptiveField]:
    """The receptive field of every layer that keeps places (all before the fully connected)."""
    named = [each.layer for each in run.layers if each.output.dim() == 3]
    found = receptive_field([window_of(layer) for layer in named])
    return {layer.name: field for layer, field in zip(named, found, strict=True)}


def field_of(run: Run, layer: str, row: int = 0, col: int = 0) -> Field:
    """What one unit sees of the input; everything, for a unit of a fully connected layer."""
    height, width = run.input.shape[1:]
    fields = fields_of(run)
    run.index(layer)
    if layer not in fields:
        everything = Box(0, 0, width, height)
        return Field(everything, everything, max(height, width), 0)
    found = fields[layer]
    assert isinstance(found.size, int)
    assert isinstance(found.jump, int)
    assert isinstance(found.first, int)
    left, top = found.first + col * found.jump, found.first + row * found.jump
    whole = Box(left, top, left + found.size, top + found.size)
    return Field(whole, whole.clipped(width, height), found.size, found.jump)


def check_unit(run: Run, layer: str, channel: int, row: int, col: int) -> None:
    """Refuse a unit that the layer does not have. Raises UnitError."""
    shape = run.layer(layer).shape
    if not 0 <= channel < shape[0]:
        raise UnitError("unit_channel", layer=layer, channel=channel, last=shape[0] - 1)
    height, width = shape[1:] if len(shape) == 3 else (1, 1)
    if not (0 <= row < height and 0 <= col < width):
        raise UnitError("unit_cell", layer=layer, row=row, col=col, height=height, width=width)


def _single(value: Any) -> int:
    return int(value[0] if isinstance(value, tuple) else value)
