"""The two-dimensional convolution of neural networks, and its trace.

What deep learning calls convolution is mathematically a cross-correlation: the kernel is not
flipped. Formulas: PyTorch documentation of torch.nn.Conv2d.
"""

from __future__ import annotations

import numpy as np

from visualizer.engine.arguments import (
    Array,
    Padding,
    Pair,
    Size,
    bias_vector,
    check_cells,
    choice,
    frozen,
    image,
    pair,
    sealed,
    whole,
    with_axes,
)
from visualizer.engine.errors import EngineError
from visualizer.engine.padding import PADDING_MODES, lay_grid, padded_axis
from visualizer.engine.sizes import resolve_padding, window_count
from visualizer.engine.sliding import windows_of
from visualizer.engine.trace_window import ArrayFunction, WindowTrace, activate

# Output rows are computed in blocks; a block may copy this many input cells (32 MB).
_BLOCK = 2**22


def conv2d(
    input: object,
    weight: object,
    bias: object = None,
    stride: Size = 1,
    padding: Padding = 0,
    dilation: Size = 1,
    groups: int = 1,
    padding_mode: str = "zeros",
) -> Array:
    """Convolve an image as torch.nn.functional.conv2d does, with torch.nn.Conv2d's padding modes.

    input: (C_in, H, W); weight: (C_out, C_in/groups, kH, kW); bias: (C_out,) or None.
    stride, dilation: at least 1; padding: at least 0, "valid" or "same" (stride 1 only);
    padding_mode: "zeros", "reflect", "replicate" or "circular". Returns (C_out, H_out, W_out).
    EngineError: anything that torch refuses, and arrays that do not hold real numbers.

    >>> conv2d([[[1, 2, 3], [4, 5, 6], [7, 8, 9]]], [[[[1, 0], [0, -1]]]]).tolist()
    [[[-4.0, -4.0], [-4.0, -4.0]]]
    """
    arguments = (stride, padding, dilation, groups, padding_mode)
    return trace_conv2d(input, weight, bias, *arguments).output.copy()


def trace_conv2d(
    input: object,
    weight: object,
    bias: object = None,
    stride: Size = 1,
    padding: Padding = 0,
    dilation: Size = 1,
    groups: int = 1,
    padding_mode: str = "zeros",
    activation: ArrayFunction | None = None,
) -> WindowTrace:
    """Record every step of `conv2d` with the same arguments.

    activation: a function from an array to an array of the same shape, applied to the output.
    EngineError: as `conv2d`, and an activation that is no such function.

    >>> trace = trace_conv2d([[[1, 2, 3]]], [[[[1, -1]]]], bias=[10])
    >>> trace.steps, trace.window(1).tolist(), trace.products(1).tolist(), trace.result(1)
    (2, [[[2.0, 3.0]]], [[[2.0, -3.0]]], 9.0)
    """
    pixels = image(input)
    kernels = with_axes("weight", weight, "(filters, channels per group, height, width)", 4)
    parts = whole("groups", groups, 1)
    check_channels(pixels, kernels, parts)
    shifts = bias_vector(bias, kernels.shape[0])
    steps, spread = pair("stride", stride, 1), pair("dilation", dilation, 1)
    kernel_size: Pair = (kernels.shape[2], kernels.shape[3])
    pads = resolve_padding(padding, kernel_size, steps, spread)
    mode = choice("padding_mode", padding_mode, PADDING_MODES)
    for axis in zip(pixels.shape[1:], kernel_size, steps, pads, spread, strict=True):
        window_count(*axis)
    rows = padded_axis(pixels.shape[1], pads[0], mode)
    cols = padded_axis(pixels.shape[2], pads[1], mode)
    grid, kind = lay_grid(pixels, rows, cols)
    output = sealed(slide(grid, kernels, shifts, steps, spread, parts))
    return WindowTrace(
        input=frozen(pixels),
        grid=grid,
        cell_kind=kind,
        source_rows=rows.source,
        source_cols=cols.source,
        kernel_size=kernel_size,
        stride=steps,
        dilation=spread,
        pads=pads,
        output=output,
        weight=frozen(kernels),
        bias=frozen(shifts),
        has_bias=bias is not None,
        groups=parts,
        activated=activate(output, activation),
    )


def check_channels(pixels: Array, kernels: Array, groups: int) -> None:
    """Refuse kernels for another number of channels, and filters that do not divide into groups."""
    filters, depth = kernels.shape[:2]
    channels = pixels.shape[0]
    if channels != depth * groups:
        raise EngineError(
            "channels_mismatch",
            "weight",
            kernels,
            f"{channels} channels in all groups together",
            channels=channels,
            expected=depth * groups,
        )
    if filters % groups:
        raise EngineError(
            "groups_filters",
            "groups",
            groups,
            f"a divisor of {filters}",
            filters=filters,
            groups=groups,
        )


def slide(
    grid: Array, weight: Array, bias: Array, stride: Pair, dilation: Pair, groups: int
) -> Array:
    """Compute the output (C_out, H_out, W_out) of a convolution over a padded grid (C_in, Hp, Wp).

    weight: (C_out, C_in/groups, kH, kW); bias: (C_out,). All arguments have been checked.
    """
    filters, depth, *kernel = weight.shape
    windows = windows_of(grid, (kernel[0], kernel[1]), stride, dilation)
    height, width = windows.shape[1:3]
    check_cells("the output", filters, height, width)
    output = np.empty((filters, height, width))
    share = filters // groups
    block = max(1, _BLOCK // (depth * kernel[0] * kernel[1] * width))
    with np.errstate(all="ignore"):
        for group in range(groups):
            made = slice(group * share, (group + 1) * share)
            read = windows[group * depth : (group + 1) * depth]
            for top in range(0, height, block):
                part = read[:, top : top + block]
                sums = np.tensordot(weight[made], part, axes=((1, 2, 3), (0, 3, 4)))
                output[made, top : top + block] = sums
        output += bias[:, None, None]
    return output
