"""The transposed convolution, and its trace as the direct convolution that it equals.

That direct convolution has the kernel flipped and slides over the input with s − 1 zeros inserted
between its cells and d·(k − 1) − p cells of padding: V. Dumoulin and F. Visin, "A guide to
convolution arithmetic for deep learning", 2016, relation 14. All other formulas: PyTorch
documentation of torch.nn.ConvTranspose2d.
"""

from __future__ import annotations

import numpy as np

from visualizer.engine.arguments import (
    Array,
    Pair,
    Size,
    bias_vector,
    frozen,
    image,
    pair,
    sealed,
    whole,
    with_axes,
)
from visualizer.engine.errors import EngineError
from visualizer.engine.padding import lay_grid, spread_axis
from visualizer.engine.sizes import transposed_length
from visualizer.engine.trace_window import ArrayFunction, WindowTrace, activate
from visualizer.engine.windows.layout import conv_layout
from visualizer.engine.windows.phases import turn
from visualizer.engine.windows.products import slide
from visualizer.engine.windows.transposed import spread, transposed_layout


def conv_transpose2d(
    input: object,
    weight: object,
    bias: object = None,
    stride: Size = 1,
    padding: Size = 0,
    output_padding: Size = 0,
    groups: int = 1,
    dilation: Size = 1,
) -> Array:
    """Compute a transposed convolution, as torch.nn.functional.conv_transpose2d does.

    Every input cell multiplies the kernel by its value and adds the result to the output; the
    kernels of neighbouring input cells start ``stride`` cells apart.

    input: (C_in, H, W); weight: (C_in, C_out/groups, kH, kW); bias: (C_out,) or None;
    stride, dilation: at least 1; padding: at least 0, the cells cut off at each edge of the output;
    output_padding: the cells added at the bottom and right, below stride or dilation.
    Returns (C_out, H_out, W_out). EngineError: anything that torch refuses.

    >>> conv_transpose2d([[[1, 2]]], [[[[1, 10]]]], stride=2).tolist()
    [[[1.0, 10.0, 2.0, 20.0]]]
    """
    pixels, kernels, parts, shifts = operands(input, weight, bias, groups)
    layout = transposed_layout(
        pixels.shape,
        kernels.shape,
        parts,
        pair("stride", stride, 1),
        pair("padding", padding),
        pair("output_padding", output_padding),
        pair("dilation", dilation, 1),
    )
    return spread(pixels, kernels, shifts, layout, parts)


def trace_conv_transpose2d(
    input: object,
    weight: object,
    bias: object = None,
    stride: Size = 1,
    padding: Size = 0,
    output_padding: Size = 0,
    groups: int = 1,
    dilation: Size = 1,
    activation: ArrayFunction | None = None,
) -> WindowTrace:
    """Record every step of `conv_transpose2d` as the direct convolution that it equals.

    The trace's grid is the input with zeros inserted and padding around it (its pads are negative
    where cells are cut off instead); its weight is flipped, with input and output channels swapped;
    its stride is 1. activation: a function from an array to an array of the same shape, applied to
    the output. EngineError: as `conv_transpose2d`, and an activation that is no such function.

    >>> trace = trace_conv_transpose2d([[[1, 2]]], [[[[1, 10]]]], stride=2)
    >>> trace.grid.tolist(), trace.weight.tolist()
    ([[[0.0, 1.0, 0.0, 2.0, 0.0]]], [[[[10.0, 1.0]]]])
    """
    pixels, kernels, parts, shifts = operands(input, weight, bias, groups)
    steps, cuts = pair("stride", stride, 1), pair("padding", padding)
    extra, apart = pair("output_padding", output_padding), pair("dilation", dilation, 1)
    kernel_size: Pair = kernels.shape[2:]
    for axis in zip(pixels.shape[1:], kernel_size, steps, cuts, extra, apart, strict=True):
        transposed_length(*axis)
    before_y, before_x = (d * (k - 1) - p for d, k, p in zip(apart, kernel_size, cuts, strict=True))
    pads = (before_y, before_y + extra[0]), (before_x, before_x + extra[1])
    rows = spread_axis(pixels.shape[1], steps[0], pads[0])
    cols = spread_axis(pixels.shape[2], steps[1], pads[1])
    grid, kind = lay_grid(pixels, rows, cols)
    sliding = turn(kernels, parts)
    layout = conv_layout(grid.shape, sliding.shape, dilation=apart)
    output = sealed(slide(grid, sliding, shifts, layout, parts))
    return WindowTrace(
        input=frozen(pixels),
        grid=grid,
        cell_kind=kind,
        source_rows=rows.source,
        source_cols=cols.source,
        kernel_size=kernel_size,
        stride=(1, 1),
        dilation=apart,
        pads=pads,
        output=output,
        weight=sealed(sliding),
        bias=sealed(np.zeros(len(sliding))) if shifts is None else frozen(shifts),
        has_bias=shifts is not None,
        groups=parts,
        activated=activate(output, activation),
        transposed=True,
    )


def operands(
    input: object, weight: object, bias: object, groups: object
) -> tuple[Array, Array, int, Array | None]:
    """Check the arrays of a transposed convolution; return image, kernels, groups and bias."""
    pixels = image(input)
    kernels = with_axes("weight", weight, "(channels, filters per group, height, width)", 4)
    parts = whole("groups", groups, 1)
    channels, depth = pixels.shape[0], kernels.shape[0]
    if channels != depth:
        raise EngineError(
            "channels_mismatch",
            "weight",
            kernels,
            f"{channels} channels",
            channels=channels,
            expected=depth,
        )
    if channels % parts:
        raise EngineError(
            "groups_channels",
            "groups",
            parts,
            f"a divisor of {channels}",
            channels=channels,
            groups=parts,
        )
    return pixels, kernels, parts, bias_vector(bias, kernels.shape[1] * parts)
