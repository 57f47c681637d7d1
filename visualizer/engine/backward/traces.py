"""The gradients of a convolution step by step: each as the direct convolution that it equals.

What flows back to the input is a convolution of the output's gradient, spread by the stride, with
the turned kernels; what flows back to a kernel is a correlation of input and output gradient:
V. Dumoulin and F. Visin, "A guide to convolution arithmetic for deep learning", 2016, section 4.
Through a transposed convolution the two swap their parts. The sums are those of
`conv2d_backward` and `conv_transpose2d_backward`, whose arguments these functions take.
"""

from __future__ import annotations

import numpy as np

from visualizer.engine.arguments import Array, Padding, Pair, Size, frozen, pair, sealed
from visualizer.engine.backward.gradients import gradient_of
from visualizer.engine.convolution import operands as conv_operands
from visualizer.engine.padding import AxisLayout, lay_grid, padded_axis, spread_axis
from visualizer.engine.sizes import Pads, span
from visualizer.engine.trace_window import WindowTrace
from visualizer.engine.transposed import operands as transposed_operands
from visualizer.engine.windows.layout import conv_layout
from visualizer.engine.windows.phases import turn
from visualizer.engine.windows.products import slide
from visualizer.engine.windows.transposed import transposed_layout


def trace_conv2d_backward_input(
    grad_output: object,
    input: object,
    weight: object,
    stride: Size = 1,
    padding: Padding = 0,
    dilation: Size = 1,
    groups: int = 1,
    padding_mode: str = "zeros",
) -> WindowTrace:
    """Record what flows back through `conv2d` to each input cell: one step a cell.

    The grid is the output's gradient with s − 1 zeros between its cells and padding around them,
    the weight is turned, with input and output channels swapped. Padding that repeats input cells
    sends its part to those cells too: that part is not in the trace. EngineError: as
    `conv2d_backward`.

    >>> trace = trace_conv2d_backward_input([[[1, 10]]], [[[1, 2, 3]]], [[[[1, 2]]]])
    >>> trace.grid.tolist(), trace.weight.tolist(), trace.output.tolist()
    ([[[0.0, 1.0, 10.0, 0.0]]], [[[[2.0, 1.0]]]], [[[1.0, 12.0, 20.0]]])
    """
    pixels, kernels, _, layout, parts = conv_operands(
        input, weight, None, stride, padding, dilation, groups, padding_mode
    )
    gradient = gradient_of(grad_output, layout.output)
    axes, pads = [], []
    for i in (0, 1):
        size, length = pixels.shape[1 + i], gradient.shape[1 + i]
        extent = span(layout.kernel[i], layout.dilation[i])
        before = extent - 1 - layout.pads[i][0]
        after = size + extent - 1 - before - ((length - 1) * layout.stride[i] + 1)
        axes.append(spread_axis(length, layout.stride[i], (before, after)))
        pads.append((before, after))
    return _traced(
        gradient, axes, (pads[0], pads[1]), turn(kernels, parts),
        (1, 1), layout.dilation, parts, pixels.shape[1:], transposed=layout.stride != (1, 1),
    )  # fmt: skip


def trace_conv2d_backward_weight(
    grad_output: object,
    input: object,
    weight: object,
    stride: Size = 1,
    padding: Padding = 0,
    dilation: Size = 1,
    groups: int = 1,
    padding_mode: str = "zeros",
) -> WindowTrace:
    """Record what flows back through `conv2d` to each weight: one step a weight.

    The grid is the padded input; the output's gradient slides over it as a kernel whose dilation
    is the convolution's stride, and moves by its dilation. Channel by channel it meets every filter
    that reads the channel: `pair_of` says which. EngineError: as `conv2d_backward`.

    >>> trace = trace_conv2d_backward_weight([[[1, 10]]], [[[1, 2, 3]]], [[[[1, 2]]]])
    >>> trace.output.tolist()
    [[[21.0, 32.0]]]
    """
    pixels, kernels, _, layout, parts = conv_operands(
        input, weight, None, stride, padding, dilation, groups, padding_mode
    )
    gradient = gradient_of(grad_output, layout.output)
    axes = [padded_axis(pixels.shape[1 + i], layout.pads[i], layout.mode) for i in (0, 1)]
    return _traced(
        pixels, axes, layout.pads, _met(gradient, len(pixels), parts),
        layout.dilation, layout.stride, len(pixels), kernels.shape[2:],
    )  # fmt: skip


def trace_conv_transpose2d_backward_input(
    grad_output: object,
    input: object,
    weight: object,
    stride: Size = 1,
    padding: Size = 0,
    output_padding: Size = 0,
    groups: int = 1,
    dilation: Size = 1,
) -> WindowTrace:
    """Record what flows back through `conv_transpose2d` to each input cell: a convolution.

    The grid is the padded gradient of the output, the weight is the layer's as it is.
    EngineError: as `conv_transpose2d_backward`.

    >>> trace_conv_transpose2d_backward_input([[[1, 2, 3]]], [[[5, 6]]], [[[[1, 10]]]]).result(0)
    21.0
    """
    gradient, pixels, kernels, parts, axes, pads = _transposed(
        grad_output, input, weight, stride, padding, output_padding, groups, dilation
    )
    return _traced(
        gradient, axes, pads, kernels,
        pair("stride", stride, 1), pair("dilation", dilation, 1), parts, pixels.shape[1:],
    )  # fmt: skip


def trace_conv_transpose2d_backward_weight(
    grad_output: object,
    input: object,
    weight: object,
    stride: Size = 1,
    padding: Size = 0,
    output_padding: Size = 0,
    groups: int = 1,
    dilation: Size = 1,
) -> WindowTrace:
    """Record what flows back through `conv_transpose2d` to each weight: one step a weight.

    The grid is the padded gradient of the output; the input slides over it as a kernel, with the
    stride for its dilation. EngineError: as `conv_transpose2d_backward`.

    >>> trace = trace_conv_transpose2d_backward_weight([[[1, 2, 3]]], [[[5, 6]]], [[[[1, 10]]]])
    >>> trace.output.tolist()
    [[[17.0, 28.0]]]
    """
    gradient, pixels, kernels, parts, axes, pads = _transposed(
        grad_output, input, weight, stride, padding, output_padding, groups, dilation
    )
    return _traced(
        gradient, axes, pads, _met(pixels, len(gradient), parts),
        pair("dilation", dilation, 1), pair("stride", stride, 1), len(gradient), kernels.shape[2:],
    )  # fmt: skip


def pair_of(trace: WindowTrace, place: int, groups: int) -> Pair:
    """Return (the kernel's map, the grid's channel) that a weight's trace brings together.

    place: one of the trace's output maps; groups: the layer's.

    >>> maps, pixels, weight = [[[1]], [[2]]], [[[3]], [[4]]], [[[[5]]], [[[6]]]]
    >>> trace = trace_conv2d_backward_weight(maps, pixels, weight, groups=2)
    >>> [pair_of(trace, place, 2) for place in (0, 1)]
    [(0, 0), (1, 1)]
    """
    channels = len(trace.grid)
    each = len(trace.weight) // channels
    channel = place // each
    return channel // (channels // groups) * each + place % each, channel


def _met(maps: Array, channels: int, groups: int) -> Array:
    """Return for each channel of the grid the maps of its group, as kernels of one channel."""
    grouped = maps.reshape(groups, 1, -1, *maps.shape[1:])
    shape = (groups, channels // groups, *grouped.shape[2:])
    return np.broadcast_to(grouped, shape).reshape(-1, 1, *maps.shape[1:]).copy()


def _transposed(
    grad_output: object,
    input: object,
    weight: object,
    stride: Size,
    padding: Size,
    output_padding: Size,
    groups: int,
    dilation: Size,
) -> tuple[Array, Array, Array, int, list[AxisLayout], Pads]:
    """Check the arguments; return gradient, image, kernels, groups, and the padded gradient."""
    pixels, kernels, parts, _ = transposed_operands(input, weight, None, groups)
    cuts = pair("padding", padding)
    layout = transposed_layout(
        pixels.shape, kernels.shape, parts, pair("stride", stride, 1), cuts,
        pair("output_padding", output_padding), pair("dilation", dilation, 1),
    )  # fmt: skip
    gradient = gradient_of(grad_output, layout.output)
    pads = (cuts[0], cuts[0]), (cuts[1], cuts[1])
    axes = [padded_axis(gradient.shape[1 + i], pads[i]) for i in (0, 1)]
    return gradient, pixels, kernels, parts, axes, pads


def _traced(
    image: Array,
    axes: list[AxisLayout],
    pads: Pads,
    weight: Array,
    stride: Pair,
    dilation: Pair,
    groups: int,
    shape: tuple[int, ...],
    *,
    transposed: bool = False,
) -> WindowTrace:
    """Record a convolution over the grid of ``image``, as far as ``shape`` (rows, columns) goes."""
    grid, kind = lay_grid(image, axes[0], axes[1])
    layout = conv_layout(grid.shape, weight.shape, stride, dilation=dilation)
    sums = slide(grid, weight, None, layout, groups)
    # A stride may leave cells over at the end: windows that begin there make no gradient.
    output = sealed(np.ascontiguousarray(sums[:, : shape[0], : shape[1]]))
    return WindowTrace(
        input=frozen(image),
        grid=grid,
        cell_kind=kind,
        source_rows=axes[0].source,
        source_cols=axes[1].source,
        kernel_size=layout.kernel,
        stride=stride,
        dilation=dilation,
        pads=pads,
        output=output,
        weight=frozen(weight),
        bias=sealed(np.zeros(len(weight))),
        has_bias=False,
        groups=groups,
        activated=output,
        transposed=transposed,
    )
