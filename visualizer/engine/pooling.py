"""Max, average and global average pooling, and their traces.

Formulas: PyTorch documentation of torch.nn.MaxPool2d and torch.nn.AvgPool2d. Ties, NaN and windows
that hang over the edge are treated as torch treats them on the CPU.
"""

from __future__ import annotations

from typing import Literal, overload

import numpy as np

from visualizer.engine.arguments import Array, Pair, Size, flag, frozen, image, pair, sealed
from visualizer.engine.padding import lay_grid, padded_axis
from visualizer.engine.sliding import Indices
from visualizer.engine.trace_pool import PoolTrace
from visualizer.engine.windows import running
from visualizer.engine.windows.places import PoolLayout, pool_layout


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
    spread = pair("dilation", dilation, 1)
    pixels, layout = operands(input, kernel_size, stride, padding, spread, ceil_mode)
    greatest = running.maxima(pixels, layout)
    if not with_indices:
        return greatest
    return greatest, running.cells_at(layout, running.winners(pixels, greatest, layout))


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
    pixels, layout = operands(input, kernel_size, stride, padding, spread, ceil_mode)
    greatest = running.maxima(pixels, layout)
    found = running.winners(pixels, greatest, layout)
    divisors = np.ones(greatest.shape[1:], dtype=np.intp)
    return _trace("max", pixels, layout, greatest, found, divisors, ceil_mode, False)


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
    includes = flag("count_include_pad", count_include_pad)
    pixels, layout = operands(input, kernel_size, stride, padding, (1, 1), ceil_mode)
    return running.means(pixels, layout, includes)


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
    pixels, layout = operands(input, kernel_size, stride, padding, (1, 1), ceil_mode)
    means = running.means(pixels, layout, includes)
    divisors = np.broadcast_to(layout.divisors(includes), means.shape[1:]).astype(np.intp)
    nowhere = np.zeros(means.shape, dtype=np.intp)
    return _trace("avg", pixels, layout, means, nowhere, divisors, ceil_mode, includes)


def global_avg_pool2d(input: object) -> Array:
    """Take the mean of each channel of an image (C, H, W); returns (C, 1, 1).

    >>> global_avg_pool2d([[[1, 2], [3, 6]]]).tolist()
    [[[3.0]]]
    """
    pixels = image(input)
    layout = pool_layout(pixels.shape, pixels.shape[1:], (1, 1), (0, 0), (1, 1), False)
    return running.means(pixels, layout, True)


def trace_global_avg_pool2d(input: object) -> PoolTrace:
    """Record `global_avg_pool2d`: one step for each channel, with a window as large as the image.

    >>> trace_global_avg_pool2d([[[1, 2], [3, 6]]]).divisor(0)
    4
    """
    pixels = image(input)
    return trace_avg_pool2d(pixels, pixels.shape[1:])


def operands(
    input: object,
    kernel_size: object,
    stride: object,
    padding: object,
    dilation: Pair,
    ceil_mode: object,
) -> tuple[Array, PoolLayout]:
    """Check all arguments; return the image, and where its windows lie."""
    pixels, kernel = image(input), pair("kernel_size", kernel_size, 1)
    steps = kernel if stride is None else pair("stride", stride, 1)
    padded, rounds_up = pair("padding", padding), flag("ceil_mode", ceil_mode)
    return pixels, pool_layout(pixels.shape, kernel, steps, padded, dilation, rounds_up)


def _trace(
    kind: str,
    pixels: Array,
    layout: PoolLayout,
    output: Array,
    found: Indices,
    divisors: Indices,
    ceil_mode: bool,
    count_include_pad: bool,
) -> PoolTrace:
    down, right = layout.rows.axis, layout.cols.axis
    pads = (down.padding, down.padding), (right.padding, right.padding)
    rows = padded_axis(down.size, pads[0], overhang=down.overhang)
    cols = padded_axis(right.size, pads[1], overhang=right.overhang)
    grid, cells = lay_grid(pixels, rows, cols, -np.inf if kind == "max" else 0.0)
    return PoolTrace(
        input=frozen(pixels),
        grid=grid,
        cell_kind=cells,
        source_rows=rows.source,
        source_cols=cols.source,
        kernel_size=(down.kernel, right.kernel),
        stride=(down.stride, right.stride),
        dilation=(down.dilation, right.dilation),
        pads=pads,
        output=sealed(output),
        kind=kind,
        winners=sealed(found),
        divisors=sealed(divisors),
        ceil_mode=bool(ceil_mode),
        count_include_pad=count_include_pad,
    )
