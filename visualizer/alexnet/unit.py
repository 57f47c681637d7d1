"""Open a unit: everything that made one number of one layer.

What is multiplied and added is done again by :mod:`visualizer.engine` in float64, from the input
that the layer got; beside the result stands what torch gave, and the difference.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from torch import nn

from visualizer import engine
from visualizer.alexnet.geometry import Field, check_unit, field_of, window_of
from visualizer.alexnet.model import Layer
from visualizer.alexnet.preprocessing import Box, Prepared
from visualizer.alexnet.run import Run

Array = np.ndarray


@dataclass(frozen=True)
class Source:
    """What one input channel (in a fully connected layer: one input unit) gave to the sum."""

    channel: int
    sum: float


@dataclass(frozen=True)
class OpenUnit:
    """One unit, opened.

    Where: ``layer`` (as asked), ``kind`` of the arithmetic shown (conv, linear, maxpool, norm,
    avgpool: a ReLU shows its own layer's arithmetic and is applied at the end), ``made_by`` the
    layer whose arithmetic it is, ``channel``, ``row``, ``col``; ``field`` on the input,
    ``field_photo`` on the photo (None without one).

    Window: ``rows``, ``cols`` of the layer's input, also outside it (padding); ``channels`` the
    input channels read, in the order of the first axis of ``patch``, ``weights``, ``products`` and
    ``padding`` (kH, kW), True where the window hangs over the edge. conv: (C, kH, kW); linear:
    (F, 1, 1); maxpool: one channel and no weights (None); norm: the neighbouring channels.

    Sum: ``sources`` all input channels, largest |sum| first; ``bias``; ``total`` = all of them
    (pooling: the winner or the mean); ``relu`` whether it follows; ``value`` the end result.
    ``torch_value`` is the network's own, ``difference`` = |value − torch_value|, and
    ``relative_difference`` that divided by |torch_value|. ``winner`` is the (row, column) of the
    input that max pooling took.
    """

    layer: str
    kind: str
    made_by: str
    channel: int
    row: int
    col: int
    field: Field
    field_photo: Box | None
    rows: tuple[int, ...]
    cols: tuple[int, ...]
    channels: range
    patch: Array
    weights: Array | None
    products: Array | None
    padding: Array
    sources: tuple[Source, ...]
    bias: float
    total: float
    relu: bool
    value: float
    torch_total: float
    torch_value: float
    winner: tuple[int, int] | None = None

    @property
    def difference(self) -> float:
        """How far the engine's result is from torch's."""
        return abs(self.value - self.torch_value)

    @property
    def relative_difference(self) -> float:
        """The difference as a share of torch's value; 0 where both are 0."""
        return self.difference / abs(self.torch_value) if self.difference else 0.0

    def strongest(self, count: int) -> tuple[tuple[Source, ...], float]:
        """The ``count`` channels with the largest |sum|, and the sum of all others together."""
        return self.sources[:count], sum(source.sum for source in self.sources[count:])

    def place_of(self, channel: int) -> int:
        """Index of an input channel on the first axis of ``patch``, ``weights``, ``products``."""
        return self.channels.index(channel)


def open_unit(
    run: Run, layer: str, channel: int, row: int = 0, col: int = 0, prepared: Prepared | None = None
) -> OpenUnit:
    """Open a unit of any layer; row and column stay 0 in a fully connected one.

    Raises UnitError for a layer, channel or cell that is not there.
    """
    check_unit(run, layer, channel, row, col)
    asked = run.layer(layer)
    relu = asked.layer.kind == "relu"
    made_by = run.layers[run.index(layer) - 1] if relu else asked
    parts = _PARTS[made_by.layer.kind](run, made_by.layer, channel, row, col)
    total = parts["total"]
    value = float(engine.relu(np.array([total]))[0]) if relu else total
    place = (channel, row, col) if asked.output.dim() == 3 else (channel,)
    field = field_of(run, layer, row, col)
    return OpenUnit(
        layer=layer,
        kind=made_by.layer.kind,
        made_by=made_by.name,
        channel=channel,
        row=row,
        col=col,
        field=field,
        field_photo=prepared.to_photo(field.seen) if prepared is not None else None,
        relu=relu,
        value=value,
        torch_total=float(made_by.output[place]),
        torch_value=float(asked.output[place]),
        **parts,
    )


def _window(run: Run, layer: Layer, row: int, col: int) -> tuple[range, range, Array, Array, Array]:
    """Rows and columns of the window, the input (C, H, W), the patch with zeros, the padding."""
    kernel, stride, padding = window_of(layer)
    rows = range(row * stride - padding, row * stride - padding + kernel)
    cols = range(col * stride - padding, col * stride - padding + kernel)
    values = run.input_of(layer.name).numpy()
    inside_rows = [r for r in rows if 0 <= r < values.shape[1]]
    inside_cols = [c for c in cols if 0 <= c < values.shape[2]]
    patch = np.zeros((len(values), kernel, kernel))
    outside = np.ones((kernel, kernel), dtype=bool)
    at_row, at_col = inside_rows[0] - rows[0], inside_cols[0] - cols[0]
    here = np.s_[at_row : at_row + len(inside_rows), at_col : at_col + len(inside_cols)]
    patch[:, *here] = values[:, inside_rows[0] : inside_rows[-1] + 1,
                             inside_cols[0] : inside_cols[-1] + 1]  # fmt: skip
    outside[here] = False
    return rows, cols, values, patch, outside


def _convolution(run: Run, layer: Layer, channel: int, row: int, col: int) -> dict[str, Any]:
    module = layer.module
    assert isinstance(module, nn.Conv2d)
    rows, cols, _, patch, outside = _window(run, layer, row, col)
    filters, width = module.weight.shape[:2]
    group = channel // (filters // module.groups)
    channels = range(group * width, (group + 1) * width)
    kernel = module.weight[channel : channel + 1].detach().numpy()
    bias = np.zeros(1) if module.bias is None else module.bias[channel : channel + 1].numpy()
    # The patch is exactly one window: one step of the engine's own convolution.
    trace = engine.trace_conv2d(patch[channels.start : channels.stop], kernel, bias)
    step = trace.step(0)
    return {
        "rows": tuple(rows),
        "cols": tuple(cols),
        "channels": channels,
        "patch": step.window,
        "weights": step.weights,
        "products": step.products,
        "padding": outside,
        "sources": _sources(channels, step.channel_sums),
        "bias": step.bias,
        "total": step.result,
    }


def _linear(run: Run, layer: Layer, channel: int, row: int, col: int) -> dict[str, Any]:
    module = layer.module
    assert isinstance(module, nn.Linear)
    values = run.input_of(layer.name).numpy().astype(np.float64).reshape(-1, 1, 1)
    weights = module.weight[channel].detach().numpy().reshape(1, -1, 1, 1)
    # A fully connected unit is a convolution whose kernel is as large as its input.
    trace = engine.trace_conv2d(values, weights, module.bias[channel : channel + 1].numpy())
    step = trace.step(0)
    channels = range(len(values))
    return {
        "rows": (0,),
        "cols": (0,),
        "channels": channels,
        "patch": step.window,
        "weights": step.weights,
        "products": step.products,
        "padding": np.zeros((1, 1), dtype=bool),
        "sources": _sources(channels, step.channel_sums),
        "bias": step.bias,
        "total": step.result,
    }


def _max_pooling(run: Run, layer: Layer, channel: int, row: int, col: int) -> dict[str, Any]:
    rows, cols, _, patch, outside = _window(run, layer, row, col)
    trace = engine.trace_max_pool2d(patch[channel : channel + 1], len(rows))
    winner = trace.winner(0)
    assert winner is not None
    total = trace.result(0)
    return {
        "rows": tuple(rows),
        "cols": tuple(cols),
        "channels": range(channel, channel + 1),
        "patch": trace.window(0),
        "weights": None,
        "products": None,
        "padding": outside,
        "sources": (Source(channel, total),),
        "bias": 0.0,
        "total": total,
        "winner": (rows[winner[0]], cols[winner[1]]),
    }


def _average(run: Run, layer: Layer, channel: int, row: int, col: int) -> dict[str, Any]:
    values = run.input_of(layer.name)[channel].numpy().astype(np.float64)
    size = run.output(layer.name).shape[1:]
    # torch's adaptive windows: from ⌊i·n/m⌋ to ⌈(i+1)·n/m⌉; with 6×6 in and out, single cells.
    rows, cols = (
        range(i * n // m, -(-(i + 1) * n // m))
        for i, n, m in zip((row, col), values.shape, size, strict=True)
    )
    window = values[rows.start : rows.stop, cols.start : cols.stop][np.newaxis]
    total = engine.trace_avg_pool2d(window, window.shape[1:]).result(0)
    return {
        "rows": tuple(rows),
        "cols": tuple(cols),
        "channels": range(channel, channel + 1),
        "patch": window,
        "weights": None,
        "products": None,
        "padding": np.zeros(window.shape[1:], dtype=bool),
        "sources": (Source(channel, total),),
        "bias": 0.0,
        "total": total,
    }


def _normalisation(run: Run, layer: Layer, channel: int, row: int, col: int) -> dict[str, Any]:
    """Local response normalisation: the value by a power of its neighbours' mean square."""
    module = layer.module
    assert isinstance(module, nn.LocalResponseNorm)
    values = run.input_of(layer.name)[:, row, col].numpy().astype(np.float64)
    first = channel - module.size // 2
    channels = range(max(0, first), min(len(values), first + module.size))
    neighbours = values[channels.start : channels.stop]
    squares = neighbours**2
    divisor = (module.k + module.alpha / module.size * squares.sum()) ** module.beta
    return {
        "rows": (row,),
        "cols": (col,),
        "channels": channels,
        "patch": neighbours.reshape(-1, 1, 1),
        "weights": None,
        "products": squares.reshape(-1, 1, 1),
        "padding": np.zeros((1, 1), dtype=bool),
        "sources": _sources(channels, squares),
        "bias": 0.0,
        "total": float(values[channel] / divisor),
    }


def _sources(channels: range, sums: Array) -> tuple[Source, ...]:
    order = np.argsort(-np.abs(sums), kind="stable")
    return tuple(Source(channels[int(place)], float(sums[place])) for place in order)


_PARTS = {
    "conv": _convolution,
    "linear": _linear,
    "maxpool": _max_pooling,
    "avgpool": _average,
    "norm": _normalisation,
}
