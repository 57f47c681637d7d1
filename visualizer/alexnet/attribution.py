"""Attribution: which parts of a picture speak for a class.

Grad-CAM: R. Selvaraju et al., "Grad-CAM: Visual Explanations from Deep Networks via Gradient-based
Localization", 2017. Occlusion: M. Zeiler and R. Fergus, "Visualizing and Understanding
Convolutional Networks", 2014.

Several threads may use the model at once: it is only read, and gradients are computed for a run's
own activations, never for the model's parameters.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from visualizer.alexnet.errors import AlexNetError, Cancelled, UnitError
from visualizer.alexnet.run import Cancel, Run, apply


@dataclass(frozen=True)
class Heat:
    """Evidence for a class.

    ``method``: grad_cam or occlusion. ``raw``: the map as computed, (h, w) float32; for Grad-CAM 0
    or more, at the layer's size; for occlusion the loss of probability, of either sign, at the
    input's size. ``scaled``: (S, S) float32 from 0 to 1, for an overlay; negative evidence is 0,
    the largest 1. ``probability``: the class's, 0 to 1. ``layer``: the layer used ("" for
    occlusion). ``seconds``: the time it took.
    """

    method: str
    class_index: int
    layer: str
    raw: np.ndarray
    scaled: np.ndarray
    probability: float
    seconds: float

    @property
    def empty(self) -> bool:
        """Tell whether no evidence was found: ``scaled`` is 0 everywhere."""
        return not bool(self.scaled.any())


@dataclass(frozen=True)
class OcclusionStep:
    """The progress of occlusion: places done, places in all, and the evidence found so far."""

    done: int
    total: int
    heat: Heat


def attribution_layers(run: Run) -> tuple[str, ...]:
    """Return the names of the convolution layers, for which Grad-CAM can be computed."""
    return tuple(each.name for each in run.layers if each.layer.kind == "conv")


def grad_cam(
    run: Run, class_index: int, layer: str = "conv5", cancel: Cancel | None = None
) -> Heat:
    """Compute Grad-CAM for a class, on a convolution layer's maps after its ReLU.

    Each map is weighted with the mean, over its cells, of the gradient of the class's logit; the
    raw heat is the weighted sum of the maps, with negative values set to 0. Only the layers behind
    the maps run again. ``layer``: ``conv1`` … ``conv5``, or the ReLU after it. ``cancel``: asked
    before each layer; if it returns True, `Cancelled` is raised.
    Raises AlexNetError for a class, and UnitError for a layer, that there is not.
    """
    started = time.perf_counter()
    _check_class(run, class_index)
    if layer not in run.names or run.layer(layer).layer.kind not in ("conv", "relu"):
        raise UnitError("unit_kind", layer=layer, allowed=", ".join(attribution_layers(run)))
    place = run.index(layer)
    if run.layers[place].layer.kind == "conv":
        place += 1  # to its ReLU
    if run.layers[place].output.dim() != 3:
        raise UnitError("unit_kind", layer=layer, allowed=", ".join(attribution_layers(run)))
    with torch.inference_mode(False), torch.enable_grad():
        # Tensors made in inference mode have no gradients, but a copy made outside of it has.
        maps = run.layers[place].output.clone().unsqueeze(0).requires_grad_()
        x = maps
        for each in run.layers[place + 1 :]:
            _stop_if(cancel)
            x = apply(each.layer, x)
        (gradient,) = torch.autograd.grad(x[0, class_index], maps)
    with torch.no_grad():
        weights = gradient[0].mean(dim=(1, 2))
        raw = torch.relu((weights[:, None, None] * maps[0]).sum(dim=0))
        heat = _scaled(raw, run.input.shape[-1])
    probability = float(run.probabilities[class_index])
    seconds = time.perf_counter() - started
    name = run.layers[place - 1].name
    return Heat("grad_cam", class_index, name, raw.numpy(), heat, probability, seconds)


def occlusion(
    run: Run,
    class_index: int,
    patch: int = 32,
    stride: int = 16,
    batch: int = 8,
    cancel: Cancel | None = None,
) -> Iterator[OcclusionStep]:
    """Measure how much a class's probability falls when a gray patch covers part of the picture.

    The patch, ``patch`` × ``patch`` pixels of ImageNet's mean colour (0 in normalised values),
    moves by ``stride`` pixels; the last row and column of patches end at the picture's edge. A
    pixel's heat is the mean loss of probability over all patches that covered it.
    A step is yielded after every ``batch`` patches; in the last one ``done`` equals ``total``.
    ``cancel``: asked between batches; if it returns True, `Cancelled` is raised. Closing the
    generator stops it as well. Raises AlexNetError at once for a bad patch, stride or class.
    """
    _check_class(run, class_index)
    size = int(run.input.shape[-1])
    if not (1 <= patch <= size and 1 <= stride <= patch):
        raise AlexNetError("occlusion_patch", patch=patch, stride=stride, size=size)
    return _occlude(run, class_index, patch, stride, max(1, batch), cancel)


def _occlude(
    run: Run, class_index: int, patch: int, stride: int, batch: int, cancel: Cancel | None
) -> Iterator[OcclusionStep]:
    started = time.perf_counter()
    size = int(run.input.shape[-1])
    offsets = [*range(0, size - patch, stride), size - patch]
    places = [(top, left) for top in offsets for left in offsets]
    probability = float(run.probabilities[class_index])
    losses = np.zeros((size, size))
    covered = np.zeros((size, size))
    for first in range(0, len(places), batch):
        _stop_if(cancel)
        group = places[first : first + batch]
        # Inference mode must end before the yield, or it would hold for the caller's code too.
        with torch.inference_mode():
            pictures = run.input.repeat(len(group), 1, 1, 1)
            for picture, (top, left) in zip(pictures, group, strict=True):
                picture[:, top : top + patch, left : left + patch] = 0.0
            answers = _probabilities(run, pictures, cancel)[:, class_index].tolist()
        for (top, left), answer in zip(group, answers, strict=True):
            here = np.s_[top : top + patch, left : left + patch]
            losses[here] += probability - answer
            covered[here] += 1
        raw = (losses / np.maximum(covered, 1)).astype(np.float32)
        positive = np.maximum(raw, 0)
        scaled = positive / positive.max() if positive.max() > 0 else positive
        seconds = time.perf_counter() - started
        heat = Heat("occlusion", class_index, "", raw, scaled, probability, seconds)
        yield OcclusionStep(first + len(group), len(places), heat)


def _probabilities(run: Run, pictures: Tensor, cancel: Cancel | None) -> Tensor:
    x = pictures
    for each in run.layers:
        _stop_if(cancel)
        x = apply(each.layer, x)
    return torch.softmax(x.double() / run.temperature, dim=1)


def _scaled(raw: Tensor, size: int) -> np.ndarray:
    peak = float(raw.max())
    shown = raw / peak if peak > 0 else torch.zeros_like(raw)
    large = functional.interpolate(
        shown[None, None], size=(size, size), mode="bilinear", align_corners=False
    )
    return np.asarray(large[0, 0].numpy())


def _check_class(run: Run, class_index: int) -> None:
    if not 0 <= class_index < len(run.logits):
        raise AlexNetError("class_index", index=class_index, last=len(run.logits) - 1)


def _stop_if(cancel: Cancel | None) -> None:
    if cancel is not None and cancel():
        raise Cancelled()
