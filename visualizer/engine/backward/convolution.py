"""The gradients of a convolution.

With respect to the kernels it is the correlation of the input with the output's gradient, with
respect to the input the full convolution of that gradient with the turned kernels: V. Dumoulin and
F. Visin, "A guide to convolution arithmetic for deep learning", 2016, section 4. Both are computed
here one place of the kernel at a time: all windows' cells under a place are a regular slice.
"""

from __future__ import annotations

import numpy as np

from visualizer.engine.arguments import Array, Padding, Size
from visualizer.engine.backward.gradients import Gradients, gradient_of, slice_of
from visualizer.engine.convolution import operands
from visualizer.engine.padding import padded_axis
from visualizer.engine.sliding import Indices
from visualizer.engine.windows.layout import ConvLayout
from visualizer.engine.windows.quiet import quiet


def conv2d_backward(
    grad_output: object,
    input: object,
    weight: object,
    stride: Size = 1,
    padding: Padding = 0,
    dilation: Size = 1,
    groups: int = 1,
    padding_mode: str = "zeros",
) -> Gradients:
    """Return the gradients of a loss at the input, the kernels and the bias of `conv2d`.

    grad_output: the loss's gradient at the output, (C_out, H_out, W_out); the rest as for `conv2d`.
    Returns (input, weight, bias), shaped as these; the bias's is given also where there is none.
    EngineError: as `conv2d`, and a gradient of another shape than the output.

    >>> found = conv2d_backward([[[1.0]]], [[[1, 2], [3, 4]]], [[[[5, 6], [7, 8]]]])
    >>> found.input.tolist(), found.weight.tolist(), found.bias.tolist()
    ([[[5.0, 6.0], [7.0, 8.0]]], [[[[1.0, 2.0], [3.0, 4.0]]]], [1.0])
    """
    pixels, kernels, _, layout, parts = operands(
        input, weight, None, stride, padding, dilation, groups, padding_mode
    )
    return _back(gradient_of(grad_output, layout.output), pixels, kernels, layout, parts)


@quiet
def _back(
    gradient: Array, pixels: Array, kernels: Array, layout: ConvLayout, groups: int
) -> Gradients:
    sources = [
        padded_axis(size, around, layout.mode).source
        for size, around in zip(pixels.shape[1:], layout.pads, strict=True)
    ]
    grid = _padded(pixels, sources[0], sources[1])
    filters, height, width = gradient.shape
    rows = gradient.reshape(groups, filters // groups, height * width)
    weights = kernels.reshape(groups, filters // groups, *kernels.shape[1:])
    at_grid = np.zeros_like(grid)
    at_kernels = np.empty_like(weights)
    depth = kernels.shape[1]
    for down in range(kernels.shape[2]):
        for across in range(kernels.shape[3]):
            met = (
                slice(None),
                slice_of(down * layout.dilation[0], height, layout.stride[0]),
                slice_of(across * layout.dilation[1], width, layout.stride[1]),
            )
            cells = grid[met].reshape(groups, depth, height * width)
            at_kernels[..., down, across] = rows @ cells.swapaxes(1, 2)
            sent = weights[..., down, across].swapaxes(1, 2) @ rows
            at_grid[met] += sent.reshape(-1, height, width)
    return Gradients(
        _folded(at_grid, pixels.shape, sources[0], sources[1]),
        at_kernels.reshape(kernels.shape),
        gradient.sum(axis=(1, 2)),
    )


def _padded(pixels: Array, rows: Indices, cols: Indices) -> Array:
    grid: Array = pixels[:, rows[:, None], cols]
    grid[:, rows < 0] = 0.0
    grid[:, :, cols < 0] = 0.0
    return grid


def _folded(grid: Array, shape: tuple[int, ...], rows: Indices, cols: Indices) -> Array:
    """Add up what the cells of a padded grid got at the input cells that they show."""
    channels, height, width = shape
    down = np.zeros((channels, height, grid.shape[2]))
    for place, row in enumerate(rows.tolist()):
        if row >= 0:
            down[:, row] += grid[:, place]
    folded = np.zeros((channels, height, width))
    for place, col in enumerate(cols.tolist()):
        if col >= 0:
            folded[:, :, col] += down[:, :, place]
    return folded
