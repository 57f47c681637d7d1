"""The gradients of max and average pooling.

What flows back to a window goes to its greatest value alone, or in equal shares to all its cells.
"""

from __future__ import annotations

import numpy as np

from visualizer.engine.arguments import Array, Size, image
from visualizer.engine.backward.gradients import gradient_of
from visualizer.engine.pooling import avg_pool2d, max_pool2d, operands
from visualizer.engine.windows.places import PoolLayout
from visualizer.engine.windows.quiet import quiet


def max_pool2d_backward(
    grad_output: object,
    input: object,
    kernel_size: Size,
    stride: Size | None = None,
    padding: Size = 0,
    dilation: Size = 1,
    ceil_mode: bool = False,
) -> Array:
    """Return the gradient of a loss at the input of `max_pool2d`, (C, H, W).

    grad_output: the loss's gradient at the output, (C, H_out, W_out); the rest as for `max_pool2d`.
    Of equal greatest values the first gets all. EngineError: as `max_pool2d`, and a gradient of
    another shape than the output.

    >>> max_pool2d_backward([[[10, 20]]], [[[1, 2, 3, 4], [4, 5, 8, 0]]], 2).tolist()
    [[[0.0, 0.0, 0.0, 0.0], [0.0, 10.0, 20.0, 0.0]]]
    """
    pixels = image(input)
    _, places = max_pool2d(
        pixels, kernel_size, stride, padding, dilation, ceil_mode, return_indices=True
    )
    gradient = gradient_of(grad_output, places.shape)
    back = np.zeros((len(pixels), pixels[0].size))
    channels = np.arange(len(pixels))[:, None, None]
    with np.errstate(all="ignore"):
        np.add.at(back, (channels, places), gradient)
    return back.reshape(pixels.shape)


def avg_pool2d_backward(
    grad_output: object,
    input: object,
    kernel_size: Size,
    stride: Size | None = None,
    padding: Size = 0,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
) -> Array:
    """Return the gradient of a loss at the input of `avg_pool2d`, (C, H, W).

    grad_output: the loss's gradient at the output, (C, H_out, W_out); the rest as for `avg_pool2d`.
    What falls on padding is lost. EngineError: as `avg_pool2d`, and a gradient of another shape.

    >>> avg_pool2d_backward([[[4, 8]]], [[[1, 2, 3, 4], [4, 5, 8, 0]]], 2).tolist()
    [[[1.0, 1.0, 2.0, 2.0], [1.0, 1.0, 2.0, 2.0]]]
    """
    pixels, layout = operands(input, kernel_size, stride, padding, (1, 1), ceil_mode)
    # The forward function checks its last argument.
    output = avg_pool2d(
        pixels, kernel_size, stride, padding, ceil_mode, count_include_pad=count_include_pad
    )
    gradient = gradient_of(grad_output, output.shape)
    return _spread(gradient / layout.divisors(count_include_pad), pixels, layout)


@quiet
def _spread(shares: Array, pixels: Array, layout: PoolLayout) -> Array:
    back = np.zeros_like(pixels)
    for _, up, down in layout.rows.axis.meetings():
        for _, left, right in layout.cols.axis.meetings():
            back[:, down, right] += shares[:, up, left]
    return back
