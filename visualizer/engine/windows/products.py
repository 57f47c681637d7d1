"""The sums of products of a convolution, as matrix products over blocks of windows.

The windows of an image, each written as a column, make a matrix of C·kH·kW rows; kernels times that
matrix is the convolution ("im2col": K. Chellapilla, S. Puri and P. Simard, "High performance
convolutional neural networks for document processing", 2006). The whole matrix would be kH·kW times
the image, so it is written a block at a time.
"""

from __future__ import annotations

import numpy as np

from visualizer.engine.arguments import Array, Pair
from visualizer.engine.padding import padded_axis
from visualizer.engine.sizes import span
from visualizer.engine.windows.layout import ConvLayout
from visualizer.engine.windows.places import Axis
from visualizer.engine.windows.quiet import quiet


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
    if layout.inside is None:
        grid = np.ascontiguousarray(image)
    elif layout.mode == "zeros":
        grid = np.zeros(layout.padded)
        grid[layout.inside] = image
    else:
        grid = _framed(image, layout, 0, layout.padded[1])
    columns: Array
    if layout.table is not None:
        columns = grid.take(layout.table)
    else:
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
    columns = np.empty(channels * cells * rows * width)
    more = np.empty(share * rows * width) if channels < depth else columns
    for group in range(groups):
        for top in range(0, height, rows):
            bottom = min(top + rows, height)
            sums = output[group, :, top * width : bottom * width]
            for first in range(0, depth, channels):
                last = min(first + channels, depth)
                part = image[group * depth + first : group * depth + last]
                windows = _windows(part, layout, top, bottom)
                copied = columns[: windows.size].reshape(windows.shape)
                np.copyto(copied, windows)
                factors = kernels[group, :, first * cells : last * cells]
                if first == 0:
                    np.matmul(factors, copied.reshape(-1, sums.shape[1]), out=sums)
                else:
                    added = more[: sums.size].reshape(sums.shape)
                    np.matmul(factors, copied.reshape(-1, sums.shape[1]), out=added)
                    np.add(sums, added, out=sums)
    return output.reshape(filters, -1)


def _windows(image: Array, layout: ConvLayout, top: int, bottom: int) -> Array:
    """Return the windows (C, kH, kW, rows, W_out) of the output rows from top to before bottom."""
    step, kernel = layout.stride[0], layout.kernel
    first, last = top * step, (bottom - 1) * step + span(kernel[0], layout.dilation[0])
    if layout.inside is None:
        part = np.ascontiguousarray(image[:, first:last])
    else:
        part = _framed(image, layout, first, last)
    shape = len(part), *kernel, bottom - top, layout.output[2]
    return np.ndarray(shape, np.float64, part, 0, (part.strides[0], *layout.strides[1:]))


def _framed(image: Array, layout: ConvLayout, first: int, last: int) -> Array:
    """Return the rows from first to before last of the padded image, for some of its channels."""
    assert layout.inside is not None
    height, width = image.shape[1:]
    if layout.mode != "zeros":
        rows = padded_axis(height, layout.pads[0], layout.mode).source[first:last]
        cols = padded_axis(width, layout.pads[1], layout.mode).source
        return np.ascontiguousarray(image[:, rows[:, None], cols])
    _, down, right = layout.inside
    frame = np.zeros((len(image), last - first, layout.padded[2]))
    # Row i of the image is the row start + i·step of the padded image.
    shown = Axis(height, last - first, 1, down.step, first - down.start, 1)
    for _, read, into in shown.meetings():
        frame[:, into, right] = image[:, read]
    return frame
