"""The loss of a classifier, and its gradient at the logits.

Formulas: PyTorch documentation of torch.nn.CrossEntropyLoss; the gradient is the softmax's share of
each class less 1 at the true one: I. Goodfellow, Y. Bengio and A. Courville, "Deep Learning", 2016,
section 6.2.2.3.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from visualizer.engine.arguments import Array, numbers, whole
from visualizer.engine.errors import EngineError


class Loss(NamedTuple):
    """A loss, and its gradient at the logits, in their shape."""

    loss: float
    gradient: Array


def softmax_cross_entropy(logits: object, target: object) -> Loss:
    """Return the cross-entropy of the softmax of logits, and its gradient at them.

    logits: (classes,) and target a class from 0, or logits (N, classes) and target (N,) classes:
    then the loss is the mean of all N. EngineError: other shapes, no such class, or logits that are
    no real numbers.

    >>> found = softmax_cross_entropy([0.0, 0.0], 0)
    >>> round(found.loss, 4), found.gradient.tolist()
    (0.6931, [-0.5, 0.5])
    """
    scores = numbers("logits", logits)
    if scores.ndim not in (1, 2) or scores.size == 0:
        raise EngineError(
            "wrong_axes", "logits", logits, "(N, classes)", axes="(N, classes)", shape=scores.shape
        )
    rows = scores.reshape(-1, scores.shape[-1])
    found = _classes(target, scores.shape)
    with np.errstate(all="ignore"):
        # The largest logit becomes 0, so that no exponential overflows.
        shifted = rows - rows.max(axis=1, keepdims=True)
        powers = np.exp(shifted)
        totals = powers.sum(axis=1, keepdims=True)
        at = np.arange(len(rows)), found
        loss = float(np.mean(np.log(totals[:, 0]) - shifted[at]))
        gradient = powers / totals
        gradient[at] -= 1.0
        gradient /= len(rows)
    return Loss(loss, gradient.reshape(scores.shape))


def _listed(target: object) -> NDArray[np.generic]:
    try:
        return np.asarray(target)
    except Exception:  # a ragged list, or an object whose own conversion fails
        raise EngineError("not_real_numbers", "target", target, "(N,) classes") from None


def _classes(target: object, shape: tuple[int, ...]) -> NDArray[np.intp]:
    """Return the true class of each row of logits."""
    if len(shape) == 1:
        given: list[object] = [target]
    else:
        listed = _listed(target)
        if listed.shape != shape[:1]:
            raise EngineError(
                "wrong_axes", "target", target, "(N,)", axes=f"({shape[0]},)", shape=listed.shape
            )
        given = listed.tolist()
    last = shape[-1] - 1
    try:
        return np.array([whole("target", value, 0, last) for value in given], dtype=np.intp)
    except EngineError as error:
        raise EngineError("not_a_class", "target", error.value, f"0 to {last}", last=last) from None
