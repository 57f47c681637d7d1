"""The gradients of a fully connected layer."""

from __future__ import annotations

import numpy as np

from visualizer.engine.backward.gradients import Gradients, gradient_of
from visualizer.engine.dense import checked
from visualizer.engine.windows.quiet import quiet


@quiet
def linear_backward(grad_output: object, x: object, weight: object) -> Gradients:
    """Return the gradients of a loss at the input, the weights and the bias of `linear`.

    grad_output: the loss's gradient at the output, (…, features out); x, weight: as for `linear`.
    Returns (input, weight, bias), shaped as these; the bias's is given also where there is none.
    EngineError: as `linear`, and a gradient of another shape than the output.

    >>> found = linear_backward([1, 10], [1, 2], [[3, 4], [5, 6]])
    >>> found.input.tolist(), found.weight.tolist(), found.bias.tolist()
    ([53.0, 64.0], [[1.0, 2.0], [10.0, 20.0]], [1.0, 10.0])
    """
    values, rows = checked(x, weight)
    gradient = gradient_of(grad_output, (*values.shape[:-1], *rows.shape[:-1]))
    many = gradient.reshape(values[..., 0].size, -1)
    flat = values.reshape(len(many), -1)
    table = rows.reshape(-1, rows.shape[-1])
    return Gradients(
        np.asarray(many @ table).reshape(values.shape),
        np.asarray(many.T @ flat).reshape(rows.shape),
        many.sum(axis=0).reshape(rows.shape[:-1]),
    )
