"""The sums of products of a transposed convolution: two ways, the quicker one for a given size.

Directly, as the convolution that it equals: the kernel is turned round and slides over the input
with s − 1 zeros between its cells. With strides that multiplies mostly zeros, so there the products
are made first, each input cell times the kernel, and then added where they belong.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import isfinite, prod

import numpy as np
from numpy.typing import NDArray

from visualizer.engine.arguments import Array, Pair, Scalar, check_cells
from visualizer.engine.sizes import transposed_length
from visualizer.engine.windows.layout import BLOCK, ConvLayout, conv_layout
from visualizer.engine.windows.places import Axis
from visualizer.engine.windows.products import slide
from visualizer.engine.windows.quiet import quiet
from visualizer.engine.windows.table import LONGEST, Indices


@dataclass(frozen=True, slots=True)
class TransposedLayout:
    """A transposed convolution of an image (C, H, W) with kernels (C_in, C_out/groups, kH, kW).

    output: (C_out, H_out, W_out); rows, cols: the windows of the convolution from the output to the
    input, which this one transposes; direct: the convolution that it equals, or None where that
    would take longer; turned: the index of each turned weight in the flattened kernels, as `turn`
    arranges them, None if they are many.
    """

    output: tuple[int, int, int]
    rows: Axis
    cols: Axis
    direct: ConvLayout | None
    turned: Indices | None


@lru_cache(maxsize=256)
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
    # Cells around the input, and the output cells for which each input cell is multiplied.
    (top, bottom), (left, right) = (
        (reach - cut, reach - cut + more)
        for reach, cut, more in (
            (apart * (places - 1), cut, more) for _, places, _, cut, more, apart in axes
        )
    )
    direct = None
    few = image[0] * prod(kernel) * height * width <= BLOCK
    dense = stride == (1, 1) and height * width <= 2 * image[1] * image[2]
    if (few or dense) and min(top, bottom, left, right) >= 0:
        swapped = (filters, image[0] // groups, *kernel)
        direct = conv_layout(
            image, swapped, pads=((top, bottom), (left, right)), dilation=dilation, spread=stride
        )
    turned = None
    if prod(weight) <= LONGEST:
        turned = turn(np.arange(prod(weight)).reshape(weight), groups)
    return TransposedLayout((filters, height, width), rows, cols, direct, turned)


def turn(kernels: NDArray[Scalar], groups: int) -> NDArray[Scalar]:
    """Return kernels (C_in, C_out/groups, kH, kW) as a convolution needs them.

    Turned round, with input and output channels swapped: (C_out, C_in/groups, kH, kW).
    """
    channels, share, *kernel = kernels.shape
    turned = kernels.reshape(groups, channels // groups, share, *kernel)[..., ::-1, ::-1]
    copied = turned.swapaxes(1, 2).copy()
    return copied.reshape(groups * share, channels // groups, *kernel)


def spread(
    image: Array, weight: Array, bias: Array | None, layout: TransposedLayout, groups: int
) -> Array:
    """Compute the output (C_out, H_out, W_out) of a transposed convolution.

    image: (C, H, W); weight: (C_in, C_out/groups, kH, kW); bias: (C_out,) or None.
    """
    # Only input cells are multiplied: beside infinite weights the zeros around them would make NaN.
    if layout.direct is not None and isfinite(np.vdot(weight, weight)):
        table = layout.turned
        turned = turn(weight, groups) if table is None else weight.take(table)
        return slide(image, turned, bias, layout.direct, groups)
    return scatter(image, weight, bias, layout, groups)


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
