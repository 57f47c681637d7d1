"""Opening a unit: everything that makes one number of one layer's output.

`visualizer.engine` computes the number again in float64, from the layer's input. It is kept beside
torch's own result, so that the page can show how far the two are apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from torch import nn

from visualizer import engine
from visualizer.alexnet.geometry import PlacedField, check_unit, field_of, window_of
from visualizer.alexnet.model import ModelLayer
from visualizer.alexnet.preprocessing import Box, Prepared
from visualizer.alexnet.run import Run
from visualizer.engine.network.layers import AdaptiveAvgPool
from visualizer.engine.network.shapes import interval


@dataclass(frozen=True)
class ChannelSum:
    """What one input channel (in a fully connected layer: one input unit) adds to the sum."""

    channel: int
    sum: float


@dataclass(frozen=True)
class OpenUnit:
    """One unit, opened.

    The unit: ``layer``, ``channel``, ``row``, ``col``, as asked for. A unit of a ReLU is opened in
    the layer before it, and the ReLU is applied at the end: ``made_by`` is that layer's name and
    ``kind`` its kind: conv, linear, maxpool, norm or avgpool. ``field``: the receptive field on the
    network's input; ``field_photo``: the same on the photo, None without a photo.

    The window: ``rows`` and ``cols`` of the layer's input, also beyond its edges. ``channels``: the
    input channels that are read, in the order of the first axis of ``patch`` (the values under the
    window), ``weights`` and ``products``. That axis is followed by (kH, kW); for a linear layer the
    shape is (F, 1, 1). Pooling has one channel and neither weights nor products (None); norm has
    the neighbouring channels and their squares as products. ``padding``: (kH, kW), True where the
    window lies beyond the edge. ``winner``: (row, column) of the input that max pooling took, else
    None. ``divisor``: what norm divides the unit's own value by, else None.

    The sum: ``sources``, what each input channel adds, the largest magnitude first; ``bias``;
    ``total``, their sum (for pooling the maximum or mean); ``relu``, whether a ReLU follows;
    ``value``, the result. ``torch_total`` and ``torch_value`` are the same from torch.
    """

    layer: str
    kind: str
    made_by: str
    channel: int
    row: int
    col: int
    field: PlacedField
    field_photo: Box | None
    rows: tuple[int, ...]
    cols: tuple[int, ...]
    channels: range
    patch: np.ndarray
    weights: np.ndarray | None
    products: np.ndarray | None
    padding: np.ndarray
    sources: tuple[ChannelSum, ...]
    bias: float
    total: float
    relu: bool
    value: float
    torch_total: float
    torch_value: float
    winner: tuple[int, int] | None = None
    divisor: float | None = None

    @property
    def difference(self) -> float:
        """How far the engine's result is from torch's: |value − torch_value|."""
        return abs(self.value - self.torch_value)

    def strongest(self, count: int) -> tuple[tuple[ChannelSum, ...], float]:
        """Return the ``count`` channels with the largest |sum|, and the sum of all others."""
        return self.sources[:count], sum(source.sum for source in self.sources[count:])

    def place_of(self, channel: int) -> int:
        """Return an input channel's index on the first axis of ``patch`` and ``weights``."""
        return self.channels.index(channel)


def open_unit(
    run: Run, layer: str, channel: int, row: int = 0, col: int = 0, prepared: Prepared | None = None
) -> OpenUnit:
    """Open a unit of any layer; in a fully connected layer row and column are 0.

    ``prepared``: the photo, for the field on it. Raises UnitError for a layer, channel or cell that
    there is not.
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


def _window(
    run: Run, layer: ModelLayer, row: int, col: int
) -> tuple[range, range, np.ndarray, np.ndarray]:
    """Return the window's rows and columns, its patch (C, kH, kW), and its padding (kH, kW).

    The patch holds 0 where the window lies beyond the input; the padding is True there.
    """
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
    return rows, cols, patch, outside


def _convolution(run: Run, layer: ModelLayer, channel: int, row: int, col: int) -> dict[str, Any]:
    module = layer.module
    assert isinstance(module, nn.Conv2d)
    rows, cols, patch, outside = _window(run, layer, row, col)
    filters, width = module.weight.shape[:2]
    group = channel // (filters // module.groups)
    channels = range(group * width, (group + 1) * width)
    kernel = module.weight[channel : channel + 1].detach().numpy()
    bias = np.zeros(1) if module.bias is None else module.bias[channel : channel + 1].numpy()
    # The patch is exactly one window, so its convolution has a single step.
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


def _linear(run: Run, layer: ModelLayer, channel: int, row: int, col: int) -> dict[str, Any]:
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


def _max_pooling(run: Run, layer: ModelLayer, channel: int, row: int, col: int) -> dict[str, Any]:
    rows, cols, patch, outside = _window(run, layer, row, col)
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
        "sources": (ChannelSum(channel, total),),
        "bias": 0.0,
        "total": total,
        "winner": (rows[winner[0]], cols[winner[1]]),
    }


def _average(run: Run, layer: ModelLayer, channel: int, row: int, col: int) -> dict[str, Any]:
    values = run.input_of(layer.name)[channel].numpy().astype(np.float64)
    size = run.output(layer.name).shape[1:]
    windows = (
        interval(AdaptiveAvgPool(count), length, 0, place, place)
        for place, length, count in zip((row, col), values.shape, size, strict=True)
    )
    rows, cols = (range(first, last + 1) for first, last in windows)
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
        "sources": (ChannelSum(channel, total),),
        "bias": 0.0,
        "total": total,
    }


def _normalisation(run: Run, layer: ModelLayer, channel: int, row: int, col: int) -> dict[str, Any]:
    """Divide the value by a power of its neighbouring channels' mean square, as torch does."""
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
        "divisor": float(divisor),
    }


def _sources(channels: range, sums: np.ndarray) -> tuple[ChannelSum, ...]:
    order = np.argsort(-np.abs(sums), kind="stable")
    return tuple(ChannelSum(channels[int(place)], float(sums[place])) for place in order)


_PARTS = {
    "conv": _convolution,
    "linear": _linear,
    "maxpool": _max_pooling,
    "avgpool": _average,
    "norm": _normalisation,
}
