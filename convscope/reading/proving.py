"""Torch's own answer beside ours: what is shown is what the layer computes, or it is refused."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from convscope.errors import ShowError
from convscope.reading.runs import Run
from visualizer.engine import WindowTrace
from visualizer.engine.errors import shown
from visualizer.notation import precise

_ROUNDINGS = 16
_ELSEWHERE = 1e-3  # what a graphics card may round its factors by


@dataclass(frozen=True)
class Proof:
    """The greatest difference between both answers, and the shape of the layer's own."""

    difference: float
    shape: tuple[int, ...]


def prove(run: Run, layer: torch.nn.Module, x: torch.Tensor) -> Proof:
    """Compare the layer's own results with those that are shown.

    ShowError: it is more than rounding explains, or the layer does not take x.
    """
    given = x.reshape(-1) if run.flattens else x
    try:
        with torch.no_grad():
            made = layer(given.clone())  # an activation may work in place
    except Exception as error:  # the layer may be anybody's code
        reason = str(error).partition("\n")[0]
        raise ShowError("refused", reason=reason or type(error).__name__) from None
    answer = made[0] if isinstance(made, tuple) else made
    try:
        own = run.answer(np.asarray(answer.detach().to("cpu", torch.float64).numpy()))
    except (AttributeError, IndexError, ValueError):
        own = np.zeros(0)
    if own.shape != run.computed.shape:
        raise ShowError("differs", name=run.name, difference=shown(answer))
    found = float(np.abs(own - run.computed).max())
    eps = torch.finfo(x.dtype).eps
    eps = eps if x.device.type == "cpu" else max(eps, _ELSEWHERE)
    if not found <= _ROUNDINGS * eps * _largest(run):
        raise ShowError("differs", name=run.name, difference=precise(found))
    return Proof(found, tuple(answer.shape))


def _largest(run: Run) -> float:
    """Return how large what is added up can be: rounding is measured against it."""
    trace = run.trace
    values = float(np.abs(trace.input).max())
    if isinstance(trace, WindowTrace):
        reach = values * float(
            np.abs(trace.weight).reshape(len(trace.weight), -1).sum(axis=1).max()
        )
        values = max(reach, float(np.abs(trace.bias).max()), float(np.abs(run.computed).max()))
    return max(values, float(np.finfo(np.float32).tiny))
