"""Handing a part of the real network over to a lesson: one channel of a layer, with one kernel.

A lesson shows at most 32×32 cells. A map that fits is handed over whole, with the layer's padding.
From a larger map the part around the unit's window is cut out; padding that falls into it becomes
cells with the value 0.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from torch import nn

from visualizer import engine
from visualizer.alexnet.errors import UnitError
from visualizer.alexnet.geometry import check_unit, window_of
from visualizer.alexnet.run import Run
from visualizer.alexnet.unit import open_unit

LARGEST_SIDE = 32
LARGEST_VALUE = 999.0  # the largest number that a lesson's grid may hold
INPUT_DECIMALS = 2
KERNEL_DECIMALS = 6  # more than for the input: many weights would be 0.00 with two decimals


@dataclass(frozen=True)
class Handoff:
    """A channel of a layer as a lesson's example.

    ``lesson``: convolution or pooling. ``layer``: the layer's name; ``input_channel``: the channel
    shown. ``input``: (1, H, W), rounded to two decimals; ``kernel``: (k, k), rounded to six, or
    None for pooling. ``settings``: the lesson's settings by field, with the unit's step, but
    without the grids. ``top``, ``left``: where the cut-out begins in the layer's input, negative in
    the padding. ``row``, ``col``: the unit's cell in the lesson's output. ``exact``: what this
    channel adds to the unit's sum; ``rounded``: the same from the rounded values, as the lesson
    will show it.
    """

    lesson: str
    layer: str
    input_channel: int
    input: np.ndarray
    kernel: np.ndarray | None
    settings: dict[str, int | str | bool]
    top: int
    left: int
    row: int
    col: int
    exact: float
    rounded: float


def hand_off(
    run: Run, layer: str, channel: int, row: int, col: int, input_channel: int | None = None
) -> Handoff:
    """Return a lesson's example for one unit of a convolution, of its ReLU, or of a pooling layer.

    ``input_channel``: which of the layer's input channels to show; by default the one with the
    largest share of the sum. Raises UnitError for other layers, for a unit or channel that there is
    not, and for values that a lesson's grid cannot hold.
    """
    check_unit(run, layer, channel, row, col)
    if run.layer(layer).layer.kind == "relu":
        layer = run.names[run.index(layer) - 1]
    kind = run.layer(layer).layer.kind
    if kind not in ("conv", "maxpool"):
        allowed = [each.name for each in run.layers if each.layer.kind in ("conv", "maxpool")]
        raise UnitError("unit_kind", layer=layer, allowed=", ".join(allowed))
    if kind == "maxpool":
        return _pooling(run, layer, channel, row, col)
    return _convolution(run, layer, channel, row, col, input_channel)


def _convolution(
    run: Run, layer: str, channel: int, row: int, col: int, wanted: int | None
) -> Handoff:
    opened = open_unit(run, layer, channel, row, col)
    picked = opened.sources[0].channel if wanted is None else wanted
    if picked not in opened.channels:
        last = opened.channels[-1]
        raise UnitError("unit_channel", layer=f"input of {layer}", channel=picked, last=last)
    place = opened.place_of(picked)
    module = run.layer(layer).layer.module
    assert isinstance(module, nn.Conv2d)
    size, stride, _ = window_of(run.layer(layer).layer)
    weights = module.weight[channel, place].detach().numpy().astype(np.float64)
    kernel = np.round(weights, KERNEL_DECIMALS) + 0.0  # adding 0 turns −0 into 0
    image, padding, top, left, (y, x) = _cut(run, layer, picked, row, col)
    trace = engine.trace_conv2d(image, kernel[None, None], stride=stride, padding=padding)
    step = trace.index(0, y, x)
    exact = next(source.sum for source in opened.sources if source.channel == picked)
    settings: dict[str, int | str | bool] = {
        "input": "custom",
        "preset": "custom",
        "size": image.shape[1],
        "channels": 1,
        "kernel": size,
        "filters": 1,
        "stride": stride,
        "padding": padding,
        "bias": False,
        "step": step,
    }
    return Handoff(
        "convolution", layer, picked, image, kernel, settings, top, left, y, x,
        exact, trace.result(step),
    )  # fmt: skip


def _pooling(run: Run, layer: str, channel: int, row: int, col: int) -> Handoff:
    size, stride, _ = window_of(run.layer(layer).layer)
    image, padding, top, left, (y, x) = _cut(run, layer, channel, row, col)
    trace = engine.trace_max_pool2d(image, size, stride, padding)
    settings: dict[str, int | str | bool] = {
        "kind": "max",
        "input": "custom",
        "channels": 1,
        "size": image.shape[1],
        "kernel": size,
        "stride": str(stride),
        "padding": padding,
        "step": trace.index(0, y, x),
    }
    exact = float(run.output(layer)[channel, row, col])
    rounded = float(trace.output[0, y, x])
    return Handoff(
        "pooling", layer, channel, image, None, settings, top, left, y, x, exact, rounded
    )


def _cut(
    run: Run, layer: str, channel: int, row: int, col: int
) -> tuple[np.ndarray, int, int, int, tuple[int, int]]:
    """Return the channel or a part of it (1, H, W), its padding, top and left, and the unit's cell.

    The cell is (row, column) in the output that the lesson makes from this part.
    """
    size, stride, padding = window_of(run.layer(layer).layer)
    values = run.input_of(layer)[channel].numpy().astype(np.float64)
    if float(np.abs(values).max()) > LARGEST_VALUE:
        raise UnitError("handoff_range", layer=layer, limit=int(LARGEST_VALUE))
    if max(values.shape) <= LARGEST_SIDE:
        return _rounded(values), padding, 0, 0, (row, col)
    padded = np.pad(values, padding)
    windows = engine.conv_output_size(LARGEST_SIDE, size, stride)
    starts, cells = [], []
    for place, length in zip((row, col), padded.shape, strict=True):
        last = engine.conv_output_size(length, size, stride) - windows
        first = min(max(place - windows // 2, 0), max(last, 0))
        starts.append(first * stride)
        cells.append(place - first)
    side = engine.conv_transpose_output_size(windows, size, stride)
    top, left = starts
    part = padded[top : top + side, left : left + side]
    return _rounded(part), 0, top - padding, left - padding, (cells[0], cells[1])


def _rounded(values: np.ndarray) -> np.ndarray:
    return np.round(values, INPUT_DECIMALS)[np.newaxis] + 0.0  # adding 0 turns −0 into 0
