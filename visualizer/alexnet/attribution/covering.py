"""Occlusion: what a class's probability loses while a gray patch covers part of the picture.

M. Zeiler and R. Fergus, "Visualizing and Understanding Convolutional Networks", 2014.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch

from visualizer.alexnet.attribution.heat import Heat, check_class, probabilities, stop_if
from visualizer.alexnet.errors import AlexNetError
from visualizer.alexnet.run import Cancel, Run


@dataclass(frozen=True)
class OcclusionStep:
    """The progress of occlusion: places done, places in all, and the evidence found so far."""

    done: int
    total: int
    heat: Heat


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
    check_class(run, class_index)
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
        stop_if(cancel)
        group = places[first : first + batch]
        # Inference mode must end before the yield, or it would hold for the caller's code too.
        with torch.inference_mode():
            pictures = run.input.repeat(len(group), 1, 1, 1)
            for picture, (top, left) in zip(pictures, group, strict=True):
                picture[:, top : top + patch, left : left + patch] = 0.0
            answers = probabilities(run, pictures, cancel)[:, class_index].tolist()
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
