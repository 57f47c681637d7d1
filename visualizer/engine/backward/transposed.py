"""The gradients of a transposed convolution, which is itself what flows back through a convolution.

So what flows back through it to the input is a convolution: V. Dumoulin and F. Visin, "A guide to
convolution arithmetic for deep learning", 2016, section 4.
"""

from __future__ import annotations

import numpy as np

from visualizer.engine.arguments import Array, Pair, Size, check_cells, image, pair
from visualizer.engine.backward.gradients import Gradients, gradient_of, slice_of
from visualizer.engine.sizes import transposed_length
from visualizer.engine.transposed import operands
from visualizer.engine.windows.quiet import quiet


def conv_transpose2d_backward(
    grad_output: object,
    input: object,
    weight: object,
    stride: Size = 1,
    padding: Size = 0,
    output_padding: Size = 0,
    groups: int = 1,
    dilation: Size = 1,
) -> Gradients:
    """Return the gradients of a loss at input, kernels and bias of `conv_transpose2d`.

    grad_output: the loss's gradient at the output, (C_out, H_out, W_out); the rest as for
    `conv_transpose2d`. Returns (input, weight, bias), shaped as these; the bias's is given also
    where there is none. EngineError: as `conv_transpose2d`, and a gradient of another shape.

    >>> found = conv_transpose2d_backward([[[1, 2, 3, 4]]], [[[1, 2]]], [[[[1, 10]]]], stride=2)
    >>> found.input.tolist(), found.weight.tolist()
    ([[[21.0, 43.0]]], [[[[7.0, 10.0]]]])
    """
    pixels, kernels, parts, _ = operands(input, weight, None, groups)
    steps, cut = pair("stride", stride, 1), pair("padding", padding)
    spread = pair("dilation", dilation, 1)
    extra = pair("output_padding", output_padding)
    height, width = (
        transposed_length(*axis)
        for axis in zip(pixels.shape[1:], kernels.shape[2:], steps, cut, extra, spread, strict=True)
    )
    check_cells("the output", kernels.shape[1] * parts, height, width)
    gradient = gradient_of(grad_output, (kernels.shape[1] * parts, height, width))
    return _back(image(gradient, "grad_output"), pixels, kernels, steps, cut, spread, parts)


@quiet
def _back(
    gradient: Array,
    pixels: Array,
    kernels: Array,
    stride: Pair,
    padding: Pair,
    dilation: Pair,
    groups: int,
) -> Gradients:
    channels, height, width = pixels.shape
    share, *kernel = kernels.shape[1:]
    grid = _uncut(gradient, (height, width), kernel, stride, padding, dilation)
    cells = pixels.reshape(groups, -1, height * width)
    weights = kernels.reshape(groups, -1, share, *kernel)
    at_input = np.zeros_like(cells)
    at_kernels = np.empty_like(weights)
    for down in range(kernel[0]):
        for across in range(kernel[1]):
            met = (
                slice(None),
                slice_of(down * dilation[0], height, stride[0]),
                slice_of(across * dilation[1], width, stride[1]),
            )
            came = grid[met].reshape(groups, share, height * width)
            at_input += weights[..., down, across] @ came
            at_kernels[..., down, across] = cells @ came.swapaxes(1, 2)
    return Gradients(
        at_input.reshape(channels, height, width),
        at_kernels.reshape(kernels.shape),
        gradient.sum(axis=(1, 2)),
    )


def _uncut(
    gradient: Array,
    size: Pair,
    kernel: list[int],
    stride: Pair,
    padding: Pair,
    dilation: Pair,
) -> Array:
    """Return the gradient with zeros where the forward function cut cells off, or made none."""
    full = [
        max((n - 1) * s + d * (k - 1) + 1, p + length)
        for n, s, d, k, p, length in zip(
            size, stride, dilation, kernel, padding, gradient.shape[1:], strict=True
        )
    ]
    grid = np.zeros((len(gradient), *full))
    rows, cols = (
        slice(p, p + length) for p, length in zip(padding, gradient.shape[1:], strict=True)
    )
    grid[:, rows, cols] = gradient
    return grid
