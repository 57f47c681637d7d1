"""Max, average and global average pooling, and their traces.

Formulas: PyTorch documentation of torch.nn.MaxPool2d and torch.nn.AvgPool2d. Ties, NaN and windows
that hang over the edge are treated as torch treats them on the CPU.
"""

from __future__ import annotations

from typing import Literal, overload

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from visualizer.engine.arguments import Array, Pair, Size, flag, frozen, image, pair, sealed
from visualizer.engine.padding import PADDED, REAL, AxisLayout, lay_grid, padded_axis
from visualizer.engine.sizes import pool_window_count, span
from visualizer.engine.sliding import Indices, windows_of
from visualizer.engine.trace_pool import PoolTrace

# Output rows are computed in blocks; a block may copy this many input cells (32 MB).
_BLOCK = 2**22


@overload
def max_pool2d(
    input: object,
    kernel_size: Size,
    stride: Size | None = None,
    padding: Size = 0,
    dilation: Size = 1,
    ceil_mode: bool = False,
    return_indices: Literal[False] = False,
) -> Array: ...
@overload
def max_pool2d(
    input: object,
    kernel_size: Size,
    stride: Size | None = None,
    padding: Size = 0,
    dilation: Size = 1,
    ceil_mode: bool = False,
    *,
    return_indices: Literal[True],
) -> tuple[Array, Indices]: ...
def max_pool2d(
    input: object,
    kernel_size: Size,
    stride: Size | None = None,
    padding: Size = 0,
    dilation: Size = 1,
    ceil_mode: bool = False,
    return_indices: bool = False,
) -> Array | tuple[Array, Indices]:
    """Take the greatest value under each window, as torch.nn.functional.max_pool2d does.

    input: (C, H, W); kernel_size, stride (None: the kernel's size), dilation: at least 1; padding:
    at most half the kernel, filled with −∞. Returns (C, H_out, W_out).
    With return_indices it also returns an array of that shape with the place of each greatest value
    in its flattened (H, W) channel: the first of equal values, the last of several NaN. Where a
    dilated window touches no input cell, the result is −∞ and, as in torch, the index points to no
    cell of the window.
    EngineError: anything that torch refuses.

    >>> max_pool2d([[[1, 2, 3, 4], [4, 5, 8, 0]]], 2).tolist()
    [[[5.0, 8.0]]]
    """
    with_indices = flag("return_indices", return_indices)
    trace = trace_max_pool2d(input, kernel_size, stride, padding, dilation, ceil_mode)
    if not with_indices:
        return trace.output.copy()
    place_y, place_x = np.divmod(trace.winners, trace.kernel_size[1])
    _, height, width = trace.output.shape
    rows = np.arange(height)[:, None] * trace.stride[0] - trace.pads[0][0]
    cols = np.arange(width) * trace.stride[1] - trace.pads[1][0]
    winner_row = rows + place_y * trace.dilation[0]
    winner_col = cols + place_x * trace.dilation[1]
    return trace.output.copy(), winner_row * trace.input.shape[2] + winner_col


def trace_max_pool2d(
    input: object,
    kernel_size: Size,
    stride: Size | None = None,
    padding: Size = 0,
    dilation: Size = 1,
    ceil_mode: bool = False,
) -> PoolTrace:
    """Record every step of `max_pool2d` with the same arguments; raises the same errors.

    >>> trace = trace_max_pool2d([[[1, 2, 3, 4], [4, 5, 8, 0]]], 2)
    >>> trace.winner(1), trace.tied(1), trace.result(1)
    ((1, 2), False, 8.0)
    """
    spread = pair("dilation", dilation, 1)
    return _trace("max", input, kernel_size, stride, padding, spread, ceil_mode, False)


def avg_pool2d(
    input: object,
    kernel_size: Size,
    stride: Size | None = None,
    padding: Size = 0,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
) -> Array:
    """Take the mean under each window, as torch.nn.functional.avg_pool2d does.

    input: (C, H, W); kernel_size, stride (None: the kernel's size): at least 1; padding: at most
    half the kernel, filled with 0. With count_include_pad, padding cells count in the divisor;
    cells beyond the padding, under a window that hangs over the edge, never do.
    Returns (C, H_out, W_out). EngineError: anything that torch refuses.

    >>> avg_pool2d([[[1, 2, 3, 4], [4, 5, 8, 0]]], 2).tolist()
    [[[3.0, 3.75]]]
    """
    arguments = (kernel_size, stride, padding, ceil_mode, count_include_pad)
    return trace_avg_pool2d(input, *arguments).output.copy()


def trace_avg_pool2d(
    input: object,
    kernel_size: Size,
    stride: Size | None = None,
    padding: Size = 0,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
) -> PoolTrace:
    """Record every step of `avg_pool2d` with the same arguments; raises the same errors.

    >>> trace = trace_avg_pool2d([[[1, 2, 3, 4], [4, 5, 8, 0]]], 2)
    >>> trace.total(1), trace.divisor(1), trace.result(1)
    (15.0, 4, 3.75)
    """
    includes = flag("count_include_pad", count_include_pad)
    return _trace("avg", input, kernel_size, stride, padding, (1, 1), ceil_mode, includes)


def global_avg_pool2d(input: object) -> Array:
    """Take the mean of each channel of an image (C, H, W); returns (C, 1, 1).

    >>> global_avg_pool2d([[[1, 2], [3, 6]]]).tolist()
    [[[3.0]]]
    """
    return trace_global_avg_pool2d(input).output.copy()


def trace_global_avg_pool2d(input: object) -> PoolTrace:
    """Record `global_avg_pool2d`: one step for each channel, with a window as large as the image.

    >>> trace_global_avg_pool2d([[[1, 2], [3, 6]]]).divisor(0)
    4
    """
    pixels = image(input)
    size = pixels.shape[1], pixels.shape[2]
    return trace_avg_pool2d(pixels, size)


def _trace(
    kind: str,
    input: object,
    kernel_size: object,
    stride: object,
    padding: object,
    dilation: Pair,
    ceil_mode: object,
    count_include_pad: bool,
) -> PoolTrace:
    pixels, kernel = image(input), pair("kernel_size", kernel_size, 1)
    steps = kernel if stride is None else pair("stride", stride, 1)
    padded, rounds_up = pair("padding", padding), flag("ceil_mode", ceil_mode)
    axes = zip(pixels.shape[1:], kernel, steps, padded, dilation, strict=True)
    (height, rows), (width, cols) = (_axis(*axis, rounds_up) for axis in axes)
    grid, cells = lay_grid(pixels, rows, cols, -np.inf if kind == "max" else 0.0)
    windows = windows_of(grid, kernel, steps, dilation)
    if kind == "max":
        inside = windows_of((cells == REAL)[None], kernel, steps, dilation)[0]
        output, winners = _greatest(windows, inside, steps, padded, dilation)
        divisors = np.ones((height, width), dtype=np.intp)
    else:
        divisors = np.outer(
            _counted(rows, count_include_pad, kernel[0], steps[0]),
            _counted(cols, count_include_pad, kernel[1], steps[1]),
        )
        with np.errstate(all="ignore"):
            output = windows.sum(axis=(3, 4)) / divisors
        winners = np.zeros(output.shape, dtype=np.intp)
    return PoolTrace(
        input=frozen(pixels),
        grid=grid,
        cell_kind=cells,
        source_rows=rows.source,
        source_cols=cols.source,
        kernel_size=kernel,
        stride=steps,
        dilation=dilation,
        pads=((padded[0], padded[0]), (padded[1], padded[1])),
        output=sealed(output),
        kind=kind,
        winners=sealed(winners),
        divisors=sealed(divisors),
        ceil_mode=rounds_up,
        count_include_pad=count_include_pad,
    )


def _axis(
    size: int, kernel: int, stride: int, padding: int, dilation: int, ceil_mode: bool
) -> tuple[int, AxisLayout]:
    """Return the number of windows along an axis, and the axis with padding and overhang."""
    count = pool_window_count(size, kernel, stride, padding, dilation, ceil_mode)
    end = (count - 1) * stride + span(kernel, dilation)
    overhang = max(0, end - (size + 2 * padding))
    return count, padded_axis(size, (padding, padding), overhang=overhang)


def _counted(axis: AxisLayout, include_pad: bool, kernel: int, stride: int) -> Indices:
    """Return how many cells of each window along an axis count in an average."""
    counts = axis.kind <= PADDED if include_pad else axis.kind == REAL
    return np.asarray(sliding_window_view(counts, kernel)[::stride].sum(axis=1))


def _greatest(
    windows: Array, inside: NDArray[np.bool_], stride: Pair, padding: Pair, dilation: Pair
) -> tuple[Array, Indices]:
    """Return the greatest value of each window, and its place in the flattened window.

    windows: (C, H_out, W_out, kH, kW); inside: (H_out, W_out, kH, kW), True on input cells. Both
    results are (C, H_out, W_out).
    """
    channels, height, width, kernel_height, kernel_width = windows.shape
    cells = kernel_height * kernel_width
    output = np.empty((channels, height, width))
    winners = np.empty((channels, height, width), dtype=np.intp)
    block = max(1, _BLOCK // (channels * width * cells))
    for top in range(0, height, block):
        part = slice(top, top + block)
        values = windows[:, part].reshape(channels, -1, width, cells)
        real = inside[part].reshape(-1, width, cells)
        nan = np.isnan(values)
        has_nan = nan.any(axis=-1)
        best = values.max(axis=-1)
        # The padding holds −∞: where the input's greatest value is −∞ too, the input cell wins.
        first = ((values == best[..., None]) & real).argmax(axis=-1)
        last_nan = cells - 1 - nan[..., ::-1].argmax(axis=-1)
        place = np.where(has_nan, last_nan, first)
        # The value is read at the winner's place: 0 and −0 are equal but look different.
        output[:, part] = np.take_along_axis(values, place[..., None], axis=-1)[..., 0]
        winners[:, part] = place
    # A dilated window may touch no input cell; torch then returns the place it starts from.
    empty = ~inside.any(axis=(2, 3))
    if empty.any():
        starts = _first_places(height, stride[0], padding[0], dilation[0])[:, None] * kernel_width
        starts = starts + _first_places(width, stride[1], padding[1], dilation[1])
        winners[:, empty] = starts[empty]
    return output, winners


def _first_places(count: int, stride: int, padding: int, dilation: int) -> Indices:
    """Return, for each window along an axis, its first place that does not lie before the input."""
    missing = padding - np.arange(count) * stride
    return np.asarray(-(-missing.clip(0) // dilation))
