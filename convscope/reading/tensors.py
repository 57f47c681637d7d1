"""From what a notebook holds to what the engine reads: arrays of float64, checked."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray

from convscope.errors import ShowError
from visualizer.engine.errors import shown
from visualizer.notation import shape

Array = NDArray[np.float64]


def tensor_of(x: object, layer: torch.nn.Module) -> torch.Tensor:
    """Return ``x`` as a tensor such as ``layer`` takes: of its type of numbers, where it lies.

    ShowError: x does not hold real numbers, or none, or one that is not finite.
    """
    try:
        tensor = x if isinstance(x, torch.Tensor) else torch.as_tensor(np.asarray(x))
    except (TypeError, ValueError, RuntimeError):  # no array, ragged lists, text, objects
        raise ShowError("no_tensor", value=shown(x)) from None
    unreal = tensor.is_complex() or tensor.dtype == torch.bool or tensor.is_quantized
    if unreal or tensor.is_meta or tensor.layout is not torch.strided:
        kind = f"{str(tensor.dtype).removeprefix('torch.')} ({tensor.device}, {tensor.layout})"
        raise ShowError("no_tensor", value=kind)
    if tensor.numel() == 0:
        raise ShowError("empty", shape=f"({shape(tensor.shape)})")
    own = next(layer.parameters(), None)
    tensor = tensor.detach()
    if own is not None:
        tensor = tensor.to(own.device, own.dtype)
    elif not tensor.is_floating_point():
        tensor = tensor.to(torch.get_default_dtype())
    array_of(tensor, "x")
    return tensor


def array_of(tensor: torch.Tensor, what: str) -> Array:
    """Return the numbers of the tensor called ``what``; ShowError if one is not finite."""
    array = np.asarray(tensor.detach().to("cpu", torch.float64).numpy())
    if not np.isfinite(array).all():
        raise ShowError("not_finite", what=what)
    return array


def parameter_of(layer: torch.nn.Module, name: str) -> Array | None:
    """Return the layer's weight or bias, None if it has none.

    ShowError: the layer waits for its first tensor, or holds a number that is not finite.
    """
    own = getattr(layer, name)
    if own is None:
        return None
    if torch.nn.parameter.is_lazy(own):
        raise ShowError("lazy", name=type(layer).__name__)
    return array_of(own, name)
