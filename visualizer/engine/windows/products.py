"""The sums of products of a convolution, as matrix products over blocks of windows.

The windows of an image, each written as a column, make a matrix of C·kH·kW rows; kernels times that
matrix is the convolution ("im2col": K. Chellapilla, S. Puri and P. Simard, "High performance
convolutional neural networks for document processing", 2006). The whole matrix would be kH·kW times
the image, so it is written a block at a time.
"""

from __future__ import annotations

import numpy as np

from visualizer.engine.arguments import Array, Pair
from visualizer.engine.padding import padded_image
from visualizer.engine.windows.layout import ConvLayout
from visualizer.engine.windows.quiet import quiet
from visualizer.engine.windows.table import lengthened


@quiet
def slide(
    image: Array,
    weight: Array,
    bias: Array | None,
    layout: ConvLayout,
    groups: int,
) -> Array:
    """Compute the output (C_out, H_out, W_out) of a convolution.

    image: (C, H, W), without padding; weight: (C_out, C_in/groups, kH, kW); bias: (C_out,) or None.
    """
    if layout.block is None:
        sums = _at_once(image, weight, layout, groups)
    else:
        sums = in_blocks(image, weight, layout, groups, layout.block)
    if bias is not None:
        sums += bias[:, None]
    return sums.reshape(layout.output)


def _at_once(image: Array, weight: Array, layout: ConvLayout, groups: int) -> Array:
    """Multiply the kernels with all windows; returns (C_out, H_out·W_out)."""
    columns: Array
    if layout.table is not None:
        cells = lengthened(image, 0.0) if layout.lengthened else image
        columns = cells.take(layout.table)
    else:
        grid = _padded(image, layout)
        # Several times as quick as `as_strided`, and it checks the bounds.
        windows = np.ndarray(layout.windows, np.float64, grid, 0, layout.strides)
        columns = windows.reshape(layout.columns)
    if groups == 1 and len(columns) > 1:
        # Faster than `@`, but of a factor with one element it forgets that 0·NaN is NaN.
        sums: Array = weight.reshape(len(weight), -1).dot(columns)
        return sums
    parted = columns.reshape(groups, -1, columns.shape[1])
    return (weight.reshape(groups, -1, parted.shape[1]) @ parted).reshape(len(weight), -1)


def in_blocks(image: Array, weight: Array, layout: ConvLayout, groups: int, block: Pair) -> Array:
    """Multiply the kernels with the windows of some output rows and some input channels at a time.

    block: the number of rows and of channels. Where a block has not all channels of a group, the
    sums of its channels are added to those of the channels before. Returns (C_out, H_out·W_out).
    """
    filters, height, width = layout.output
    depth, cells = weight.shape[1], weight[0, 0].size
    share = filters // groups
    kernels = weight.reshape(groups, share, depth * cells)
    output = np.empty((groups, share, height * width))
    rows, channels = block
    copies = np.empty(channels * cells * rows * width)
    more = np.empty(share * rows * width if channels < depth else 0)
    for group in range(groups):
        for first in range(0, depth, channels):
            last = min(first + channels, depth)
            grid = _padded(image[group * depth + first : group * depth + last], layout)
            factors = kernels[group, :, first * cells : last * cells]
            for top in range(0, height, rows):
                bottom = min(top + rows, height)
                shape = last - first, *layout.kernel, bottom - top, width
                start = top * layout.strides[3]
                windows = np.ndarray(shape, np.float64, grid, start, layout.strides)
                copied = copies[: windows.size]
                np.copyto(copied.reshape(shape), windows)
                columns = copied.reshape(factors.shape[1], -1)
                sums = output[group, :, top * width : bottom * width]
                if first == 0:
                    np.matmul(factors, columns, out=sums)
                else:
                    added = more[: sums.size].reshape(sums.shape)
                    np.matmul(factors, columns, out=added)
                    np.add(sums, added, out=sums)
    return output.reshape(filters, -1)


def _padded(image: Array, layout: ConvLayout) -> Array:
    """Return some channels of the image with the padding around them, contiguous in memory."""
    if layout.inside is None:
        return np.ascontiguousarray(image)
    if layout.mode == "zeros":
        grid = np.zeros((len(image), *layout.padded))
        grid[layout.inside] = image
        return grid
    return padded_image(image, layout.pads, layout.mode)
