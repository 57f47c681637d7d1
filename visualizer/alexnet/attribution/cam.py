"""Grad-CAM: a layer's maps, weighted by how much the class's logit grows with each.

R. Selvaraju et al., "Grad-CAM: Visual Explanations from Deep Networks via Gradient-based
Localization", 2017.
"""

from __future__ import annotations

import time

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from visualizer.alexnet.attribution.heat import Heat, check_class, stop_if
from visualizer.alexnet.errors import UnitError
from visualizer.alexnet.run import Cancel, LayerRun, Run, apply


def attribution_layers(run: Run) -> tuple[str, ...]:
    """Return the names of the convolution layers, for which Grad-CAM can be computed."""
    return tuple(each.name for each in run.layers if each.layer.kind == "conv")


def grad_cam(
    run: Run, class_index: int, layer: str = "conv5", cancel: Cancel | None = None
) -> Heat:
    """Compute Grad-CAM for a class, on a convolution layer's maps after its ReLU.

    Each map is weighted with the mean, over its cells, of the gradient of the class's logit; the
    raw heat is the weighted sum of the maps, with negative values set to 0. ``layer``: ``conv1`` …
    ``conv5``, or the ReLU after it. ``cancel``: asked before each layer; if it returns True,
    `Cancelled` is raised.
    Raises AlexNetError for a class, and UnitError for a layer, that there is not.
    """
    started = time.perf_counter()
    check_class(run, class_index)
    if layer not in run.names or run.layer(layer).layer.kind not in ("conv", "relu"):
        raise UnitError("unit_kind", layer=layer, allowed=", ".join(attribution_layers(run)))
    place = run.index(layer)
    if run.layers[place].layer.kind == "conv":
        place += 1  # to its ReLU
    if run.layers[place].output.dim() != 3:
        raise UnitError("unit_kind", layer=layer, allowed=", ".join(attribution_layers(run)))
    maps = run.layers[place].output
    gradient = torch.zeros_like(run.logits)
    gradient[class_index] = 1
    for later in range(len(run.layers) - 1, place, -1):
        stop_if(cancel)
        gradient = _back(run.layers[later], run.layers[later - 1].output, gradient)
    with torch.no_grad():
        weights = gradient.mean(dim=(1, 2))
        raw = torch.relu((weights[:, None, None] * maps).sum(dim=0))
        heat = _scaled(raw, run.input.shape[-1])
    probability = float(run.probabilities[class_index])
    seconds = time.perf_counter() - started
    name = run.layers[place - 1].name
    return Heat("grad_cam", class_index, name, raw.numpy(), heat, probability, seconds)


def _back(layer: LayerRun, entered: Tensor, gradient: Tensor) -> Tensor:
    """Return the gradient of what entered a layer, from that of its output.

    The layer's output is known. Where it suffices the layer does not run again: the weights of a
    fully connected one are 151 MB, and to read them takes half of its time.
    """
    module = layer.layer.module
    if isinstance(module, nn.Linear):
        with torch.inference_mode():
            return (gradient[None] @ module.weight)[0].reshape(entered.shape)
    if layer.layer.kind == "relu":
        with torch.inference_mode():
            return gradient * (layer.output > 0)
    with torch.inference_mode(False), torch.enable_grad():
        # Tensors made in inference mode have no gradients, but a copy made outside of it has.
        again = entered.clone().unsqueeze(0).requires_grad_()
        # Handed over as an argument, torch would load sympy to look at the gradient.
        whole = (apply(layer.layer, again) * gradient.clone()[None]).sum()
        (found,) = torch.autograd.grad(whole, again)
        return found[0]


def _scaled(raw: Tensor, size: int) -> np.ndarray:
    peak = float(raw.max())
    shown = raw / peak if peak > 0 else torch.zeros_like(raw)
    large = functional.interpolate(
        shown[None, None], size=(size, size), mode="bilinear", align_corners=False
    )
    return np.asarray(large[0, 0].numpy())
