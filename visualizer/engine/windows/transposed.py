"""The sums of products of a transposed convolution: the quickest of three ways for a given size.

A small one is the direct convolution that it equals: the kernel is turned round and slides over the
input with s − 1 zeros between its cells. A large one is several direct convolutions, one for each
phase of the stride. In general each input cell is multiplied with the kernel, and the products are
added up where they belong.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import isfinite, prod
from typing import Final

import numpy as np

from visualizer.engine.arguments import Array, Pair, check_cells
from visualizer.engine.sizes import transposed_length
from visualizer.engine.windows.layout import BLOCK, ConvLayout, conv_layout
from visualizer.engine.windows.phases import Phase, phases_of, turn
from visualizer.engine.windows.places import Axis
from visualizer.engine.windows.products import slide
from visualizer.engine.windows.quiet import quiet
from visualizer.engine.windows.table import LONGEST, REMEMBERED, Indices

_FEW: Final = 8192
"""The most window cells of a convolution that is not divided into phases."""


@dataclass(frozen=True, slots=True)
class TransposedLayout:
    """A transposed convolution of an image (C, H, W) with kernels (C_in, C_out/groups, kH, kW).

    output: (C_out, H_out, W_out); rows, cols: the windows of the convolution from the output to the
    input, which this one transposes; direct: the convolution that it equals, or None where that
    would take longer; turned: the index of each weight in the flattened kernels, as `turn` arranges
    them, None if they are many; phases: those of the stride, none where there is a quicker way.
    """

    output: tuple[int, int, int]
    rows: Axis
    cols: Axis
    direct: ConvLayout | None
    turned: Indices | None
    phases: tuple[Phase, ...]


@lru_cache(maxsize=REMEMBERED)
def transposed_layout(
    image: tuple[int, ...],
    weight: tuple[int, ...],
    groups: int,
    stride: Pair,
    padding: Pair,
    output_padding: Pair,
    dilation: Pair,
) -> TransposedLayout:
    """Lay out a transposed convolution; image and weight are the shapes.

    EngineError: the arguments do not fit together, or the output would be too large.
    """
    kernel: Pair = (weight[2], weight[3])
    axes = list(zip(image[1:], kernel, stride, padding, output_padding, dilation, strict=True))
    height, width = (transposed_length(*axis) for axis in axes)
    filters = weight[1] * groups
    check_cells("the output", filters, height + 2 * padding[0], width + 2 * padding[1])
    rows, cols = (
        Axis(size, length, places, step, cut, apart)
        for length, (size, places, step, cut, _, apart) in zip((height, width), axes, strict=True)
    )
    direct = turned = None
    phases: tuple[Phase, ...] = ()
    pads = [
        (apart * (places - 1) - cut, apart * (places - 1) - cut + more)
        for _, places, _, cut, more, apart in axes
    ]
    grid = [(axis[0] - 1) * axis[2] + 1 + sum(pad) for axis, pad in zip(axes, pads, strict=True)]
    few = image[0] * max(prod(kernel) * height * width, prod(grid)) <= _FEW
    if few and prod(weight) <= LONGEST and min(map(min, pads)) >= 0:
        swapped = (filters, image[0] // groups, *kernel)
        around = pads[0], pads[1]
        direct = conv_layout(image, swapped, pads=around, dilation=dilation, spread=stride)
        turned = turn(np.arange(prod(weight)).reshape(weight), groups)
    else:
        output = height, width
        phases = phases_of(image, weight, groups, output, stride, padding, dilation)
    return TransposedLayout((filters, height, width), rows, cols, direct, turned, phases)


def spread(
    image: Array, weight: Array, bias: Array | None, layout: TransposedLayout, groups: int
) -> Array:
    """Compute the output (C_out, H_out, W_out) of a transposed convolution.

    image: (C, H, W); weight: (C_in, C_out/groups, kH, kW); bias: (C_out,) or None.
    """
    # Only input cells are multiplied: beside infinite weights the zeros around them would make NaN.
    if isfinite(np.vdot(weight, weight)):
        if layout.direct is not None and layout.turned is not None:
            return slide(image, weight.take(layout.turned), bias, layout.direct, groups)
        if layout.phases:
            return in_phases(image, weight, bias, layout, groups)
    return scatter(image, weight, bias, layout, groups)


@quiet
def in_phases(
    image: Array, weight: Array, bias: Array | None, layout: TransposedLayout, groups: int
) -> Array:
    """Compute the output phase by phase."""
    if len(layout.phases) == 1 and layout.rows.stride == layout.cols.stride == 1:
        phase = layout.phases[0]
        return slide(image[phase.image], phase.turned(weight, groups), bias, phase.layout, groups)
    output = np.empty(layout.output)
    shift = None if bias is None else bias[:, None, None]
    for phase in layout.phases:
        turned = phase.turned(weight, groups)
        sums = slide(image[phase.image], turned, None, phase.layout, groups)
        if shift is None:
            output[phase.output] = sums
        else:
            np.add(sums, shift, out=output[phase.output])
    return output


@quiet
def scatter(
    image: Array,
    weight: Array,
    bias: Array | None,
    layout: TransposedLayout,
    groups: int,
    block: int = BLOCK,
) -> Array:
    """Add up the products of input cells and kernels, a block of input rows at a time.

    block: how many products are kept; those of one row are in any case.
    """
    output = np.zeros(layout.output)
    if bias is not None:
        output += bias[:, None, None]
    channels, height, width = image.shape
    depth, share, kernel = channels // groups, weight.shape[1], weight.shape[2:]
    kernels = weight.reshape(groups, depth, -1)
    rows = max(1, block // (share * prod(kernel) * width))
    for group in range(groups):
        made = output[group * share : (group + 1) * share]
        read = image[group * depth : (group + 1) * depth]
        for top in range(0, height, rows):
            cells = read[:, top : top + rows]
            products = kernels[group].T @ cells.reshape(depth, -1)
            places = products.reshape(share, *kernel, cells.shape[1], width)
            _add(made, places, layout, top)
    return output


def _add(output: Array, products: Array, layout: TransposedLayout, top: int) -> None:
    """Add products (C_out, kH, kW, rows, W) of the input rows from top on where they belong."""
    axis = layout.rows
    start = axis.padding - top * axis.stride
    rows = Axis(products.shape[3], axis.size, axis.kernel, axis.stride, start, axis.dilation)
    across = list(layout.cols.meetings())
    for y, lines, down in rows.meetings():
        for x, columns, right in across:
            part = output[:, down, right]
            np.add(part, products[:, y, x, lines, columns], out=part)
