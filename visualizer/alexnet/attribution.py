"""Why it thinks so: where in the picture the evidence for a class lies.

Grad-CAM: Selvaraju et al., "Grad-CAM: Visual Explanations from Deep Networks via Gradient-based
Localization", 2017. Occlusion: Zeiler and Fergus, "Visualizing and Understanding Convolutional
Networks", 2014.

Both only read the shared model. Gradients are taken for the captured activations alone, so nothing
is stored in the model's parameters and runs cannot meet.
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

    ``method`` is grad_cam or occlusion; ``raw`` the map as computed, (h, w) float32: for Grad-CAM
    0 or more, at the layer's size; for occlusion the loss of probability, of either sign, at the
    input's size. ``scaled`` is (S, S) float32 in 0…1 for an overlay: negative evidence is 0, the
    largest 1. ``empty``: nothing speaks for the class, ``scaled`` is all 0. ``probability`` is the
    class's own, ``layer`` the layer used ("" for occlusion), ``seconds`` the time taken.
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
        """True where no evidence for the class was found."""
        return not bool(self.scaled.any())


@dataclass(frozen=True)
class OcclusionStep:
    """How far occlusion has come: places done, places in all, and the map so far (S, S)."""

    done: int
    total: int
    heat: Heat


def attribution_layers(run: Run) -> tuple[str, ...]:
    """The convolution layers that Grad-CAM can be asked about."""
    return tuple(each.name for each in run.layers if each.layer.kind == "conv")


def grad_cam(
    run: Run, class_index: int, layer: str = "conv5", cancel: Cancel | None = None
) -> Heat:
    """Grad-CAM of a class at a convolution layer, on its rectified maps.

    The weight of a map is the mean of the logit's gradient over its cells; the raw heat is the
    weighted sum of the maps, cut at 0. Only the layers after the map are run again, for the
    gradient. ``layer``: ``conv1`` … ``conv5`` or the ReLU after it.
    """
    started = time.perf_counter()
    _check_class(run, class_index)
    if layer not in run.names or run.layer(layer).layer.kind not in ("conv", "relu"):
        raise UnitError("unit_kind", layer=layer, allowed=", ".join(attribution_layers(run)))
    place = run.index(layer)
    if run.layers[place].layer.kind == "conv":
        place += 1  # its ReLU
    if run.layers[place].output.dim() != 3:
        raise UnitError("unit_kind", layer=layer, allowed=", ".join(attribution_layers(run)))
    with torch.inference_mode(False), torch.enable_grad():
        # A copy made outside of inference mode may take part in gradients.
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
    """How much the probability of a class falls when a gray patch covers a part of the picture.

    Yields after every batch; the last step has ``done == total`` and the final map. The patch is
    0 in normalised values (ImageNet's mean colour) and moves by ``stride`` pixels, the last row and
    column at the very edge; a pixel's heat is the mean loss over all patches that covered it.
    ``cancel`` is asked between batches and raises :class:`Cancelled`; closing the generator stops
    it too. Raises AlexNetError at once for a bad patch, stride or class.
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
        # Entered and left within one step: a mode held over a yield would reach the caller.
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
