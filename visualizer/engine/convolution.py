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
from visualizer.engine.sizes import resolve_padding
from visualizer.engine.trace_window import ArrayFunction, WindowTrace, activate
from visualizer.engine.windows.layout import ConvLayout, conv_layout
from visualizer.engine.windows.products import slide


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
    return slide(*operands(input, weight, bias, stride, padding, dilation, groups, padding_mode))


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
    arguments = (weight, bias, stride, padding, dilation, groups, padding_mode)
    pixels, kernels, shifts, layout, parts = operands(input, *arguments)
    rows = padded_axis(pixels.shape[1], layout.pads[0], layout.mode)
    cols = padded_axis(pixels.shape[2], layout.pads[1], layout.mode)
    grid, kind = lay_grid(pixels, rows, cols)
    output = sealed(slide(pixels, kernels, shifts, layout, parts))
    return WindowTrace(
        input=frozen(pixels),
        grid=grid,
        cell_kind=kind,
        source_rows=rows.source,
        source_cols=cols.source,
        kernel_size=layout.kernel,
        stride=layout.stride,
        dilation=layout.dilation,
        pads=layout.pads,
        output=output,
        weight=frozen(kernels),
        bias=sealed(np.zeros(len(kernels))) if shifts is None else frozen(shifts),
        has_bias=shifts is not None,
        groups=parts,
        activated=activate(output, activation),
    )


def operands(
    input: object,
    weight: object,
    bias: object,
    stride: object,
    padding: object,
    dilation: object,
    groups: object,
    padding_mode: object,
) -> tuple[Array, Array, Array | None, ConvLayout, int]:
    """Check all arguments; return image, kernels, bias, layout and groups."""
    pixels = image(input)
    kernels = with_axes("weight", weight, "(filters, channels per group, height, width)", 4)
    parts = whole("groups", groups, 1)
    check_channels(pixels, kernels, parts)
    shifts = bias_vector(bias, len(kernels))
    steps, spread = pair("stride", stride, 1), pair("dilation", dilation, 1)
    kernel_size: Pair = kernels.shape[2:]
    pads = resolve_padding(padding, kernel_size, steps, spread)
    mode = choice("padding_mode", padding_mode, PADDING_MODES)
    layout = conv_layout(pixels.shape, kernels.shape, steps, pads, spread, mode)
    return pixels, kernels, shifts, layout, parts


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
