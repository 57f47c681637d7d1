"""Inverted dropout, the usual form: the values that are kept are scaled up during training.

Sources: N. Srivastava et al., "Dropout: a simple way to prevent neural networks from overfitting",
2014; the PyTorch documentation of torch.nn.Dropout for the scaling.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from visualizer.engine.arguments import Array, between, check_cells, flag, numbers, whole
from visualizer.engine.errors import EngineError


def dropout(
    x: object,
    p: float = 0.5,
    training: bool = True,
    rng: np.random.Generator | int | None = None,
) -> Array:
    """Set each value to 0 with probability p and divide the others by 1 − p, if training.

    The expected value of every output is therefore its input. Without training nothing changes.
    x: any shape; p: from 0 to 1, where 1 drops everything; rng: a generator (which is advanced), a
    seed, or None for a new random mask. Returns a new array of x's shape.
    EngineError: p outside 0 to 1, or a bad argument.

    >>> dropout([1.0, 2.0, 3.0, 4.0], p=0.5, rng=0).tolist()
    [2.0, 0.0, 0.0, 0.0]
    >>> dropout([1.0, 2.0], training=False).tolist()
    [1.0, 2.0]
    """
    values, chance = numbers("x", x), between("p", p, 0.0, 1.0)
    source = _generator(rng)
    if not flag("training", training):
        return values.copy()
    kept = dropout_mask(values.shape, chance, source)
    if chance == 1.0:
        return np.zeros(values.shape)
    with np.errstate(over="ignore"):
        return np.asarray(np.where(kept, values / (1.0 - chance), 0.0))


def dropout_mask(
    shape: int | tuple[int, ...], p: float = 0.5, rng: np.random.Generator | int | None = None
) -> NDArray[np.bool_]:
    """Draw which values `dropout` keeps: True with probability 1 − p, independently.

    The same p and seed give the mask that `dropout` uses for an array of this shape.
    EngineError: p outside 0 to 1, or a bad shape or seed.

    >>> dropout_mask((4,), p=0.5, rng=0).tolist()
    [True, False, False, False]
    """
    lengths = _shape(shape)
    check_cells("the mask", *lengths, 1)
    # random() gives numbers from 0 to just below 1, so p = 0 keeps everything and p = 1 nothing.
    return _generator(rng).random(lengths) >= between("p", p, 0.0, 1.0)


def _shape(shape: object) -> tuple[int, ...]:
    if isinstance(shape, (tuple, list)):
        if len(shape) > 32:
            raise EngineError("not_a_shape", "shape", shape, "at most 32 whole numbers")
        return tuple(whole("shape", length) for length in shape)
    return (whole("shape", shape),)


def _generator(rng: object) -> np.random.Generator:
    if isinstance(rng, np.random.Generator):
        return rng
    if rng is None:
        return np.random.default_rng()
    try:
        return np.random.default_rng(whole("rng", rng))
    except EngineError:
        allowed = "a generator, a seed or None"
        raise EngineError("not_a_generator", "rng", rng, allowed) from None
