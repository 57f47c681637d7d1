"""A teacher fitted whole to the photos of the classes: what a GPU has the time for.

A new last layer alone (distill.py) leaves the layers below as they learned from large photos. Here
all of them go on learning, from crops of the enlarged small ones. The normalisation stays folded
into the convolutions, which saves its passes over memory; since that leaves weights of very
different size, each tensor moves by a share of its own size. As in the student, progress decides
the rate; here it is the clock's.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.photos.augment import Augmentation, color_matrices, crop_boxes, sample
from training.photos.data import Order, Photos
from training.teachers.teacher import Teacher

#: Steps at which the first rate is reached, and the label's share that is spread over all classes.
WARMUP, SMOOTHING = 50, 0.1
GRADIENT_NORM = 1.0
DROPOUT = 0.2
SMALLEST_BIAS = 0.05


@dataclass(frozen=True)
class Fitting:
    """How a teacher is fitted: for so many seconds, with photos of size × size.

    `rate` and `last_rate` are the shares of its root mean square by which a tensor moves in a step,
    those of the last layer apart.
    """

    seconds: float = 100.0
    size: int = 160
    batch: int = 256
    rate: float = 0.003
    last_rate: float = 0.015
    augmentation: Augmentation = field(default_factory=lambda: Augmentation(area=(0.2, 1.0)))


def _optimizer(teacher: Teacher, how: Fitting) -> torch.optim.Optimizer:
    """Adam with a rate for each tensor, a share of its size; biases may be near 0 as a whole."""
    groups = []
    for name, tensor in teacher.named_parameters():
        tensor.requires_grad_(True)
        share = how.last_rate if name.startswith("fc_") else how.rate
        size = float(tensor.detach().float().square().mean().sqrt())
        if tensor.ndim == 1:
            size = max(size, SMALLEST_BIAS)
        groups.append({"params": [tensor], "lr": share * size})
    return torch.optim.Adam(groups, betas=(0.9, 0.98))


def fit(
    teacher: Teacher,
    photos: Photos,
    how: Fitting,
    seed: int,
    clock: Callable[[], float] = time.monotonic,
) -> int:
    """Fit all layers of `teacher` to the photos, which lie on its device, for `how.seconds`.

    Returns how many photos it saw; that depends on the machine, and so do its weights.
    """
    device = teacher.fc_weight.device
    optimizer = _optimizer(teacher, how)
    peaks = [group["lr"] for group in optimizer.param_groups]
    order = Order(len(photos), seed)
    generator = torch.Generator().manual_seed(seed)
    torch.manual_seed(seed)
    started, step, total = clock(), 0, torch.zeros((), device=device)
    while (spent := (clock() - started) / how.seconds) < 1:
        for group, peak in zip(optimizer.param_groups, peaks, strict=True):
            group["lr"] = peak * min((step + 1) / WARMUP, 1 - spent)
        numbers = order.numbers(step * how.batch, how.batch).to(device)
        x = _photos(photos.images[numbers], how, generator)
        with torch.autocast(device.type, dtype=torch.bfloat16):
            features = F.dropout(teacher.features(x).float(), DROPOUT)
            logits = F.linear(features, teacher.fc_weight, teacher.fc_bias)
        loss = F.cross_entropy(logits.float(), photos.labels[numbers], label_smoothing=SMOOTHING)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(teacher.parameters(), GRADIENT_NORM)
        optimizer.step()
        total += loss.detach()
        step += 1
        if step % 50 == 0:
            speed = step * how.batch / (clock() - started)
            print(f"teacher: step {step}, loss {float(total) / 50:.3f}, {speed:.0f}/s", flush=True)
            total.zero_()
    teacher.requires_grad_(False)
    return step * how.batch


def _photos(images: Tensor, how: Fitting, generator: torch.Generator) -> Tensor:
    """Random crops, some mirrored, their colours changed."""
    device, n = images.device, len(images)
    boxes = crop_boxes(n, how.augmentation, generator).to(device)
    flips = (torch.rand(n, generator=generator) < 0.5).to(device)
    colors = color_matrices(n, how.augmentation, generator).to(device)
    x = images.permute(0, 3, 1, 2).float().div_(255.0)
    x = torch.baddbmm(colors[:, :, 3:], colors[:, :, :3], x.flatten(2)).view(x.shape)
    x = sample(x.clamp_(0.0, 1.0).mul_(255.0), boxes, flips, how.size)
    return x.contiguous(memory_format=torch.channels_last)
