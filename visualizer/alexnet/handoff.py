"""What a lesson needs to step through a real layer: one channel, one kernel, plain numbers.

A lesson shows at most 32×32 cells. A map that fits is handed over whole, with the layer's own
padding; from a larger one the part around the unit's window is cut, its padding as real zeros.
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
LARGEST_VALUE = 999.0  # what a lesson's grid takes
INPUT_DECIMALS = 2
KERNEL_DECIMALS = 6  # weights are small: two decimals would leave nothing of them


@dataclass(frozen=True)
class Handoff:
    """A channel of a layer as a lesson's example.

    ``lesson`` is convolution or pooling. ``input`` (1, H, W) is rounded to two decimals, ``kernel``
    (k, k) to six (None for pooling). ``settings``: the lesson's own by field, with the unit's step;
    the grids are left to the page. ``input_channel``: the channel shown;
    ``top``, ``left``: where the cut-out begins in the layer's input (negative in the padding);
    ``row``, ``col``: the unit's cell in the lesson's output. ``exact`` is the number this channel
    gives to the unit, ``rounded`` the same from the rounded values: what the lesson will show.
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
    input_decimals: int = INPUT_DECIMALS
    kernel_decimals: int = KERNEL_DECIMALS


def hand_off(
    run: Run, layer: str, channel: int, row: int, col: int, input_channel: int | None = None
) -> Handoff:
    """The example for one unit of a convolution (or its ReLU) or of a pooling layer.

    ``input_channel``: which of the layer's input channels; without it, the one that gives the most.
    Raises UnitError for other layers and for what is not there.
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
    kernel = np.round(module.weight[channel, place].detach().numpy().astype(np.float64), 6) + 0.0
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
    """The channel or a part of it (1, H, W), its padding, its place, the cell of the unit in it."""
    size, stride, padding = window_of(run.layer(layer).layer)
    values = run.input_of(layer)[channel].numpy().astype(np.float64)
    if float(np.abs(values).max()) > LARGEST_VALUE:
        raise UnitError("handoff_range", layer=layer, limit=int(LARGEST_VALUE))
    if max(values.shape) <= LARGEST_SIDE:
        return _rounded(values), padding, 0, 0, (row, col)
    padded = np.pad(values, padding)
    windows = (LARGEST_SIDE - size) // stride + 1  # that fit side by side into the cut-out
    starts, cells = [], []
    for place, length in zip((row, col), padded.shape, strict=True):
        last = (length - size) // stride + 1 - windows
        first = min(max(place - windows // 2, 0), max(last, 0))
        starts.append(first * stride)
        cells.append(place - first)
    side = (windows - 1) * stride + size
    top, left = starts
    part = padded[top : top + side, left : left + side]
    return _rounded(part), 0, top - padding, left - padding, (cells[0], cells[1])


def _rounded(values: np.ndarray) -> np.ndarray:
    return np.round(values, INPUT_DECIMALS)[np.newaxis] + 0.0  # no negative zero
