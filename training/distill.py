"""Soft labels: what the teacher says about each photo once its last layer has seen the classes.

The teacher was trained on large photos. Its features are computed once for every stored photo,
enlarged, and a new last layer over the 200 classes is fitted to them (its old rows are the
start). The logits of that layer are kept; the student learns from a mix of them and the labels
(Hinton, Vinyals and Dean, "Distilling the Knowledge in a Neural Network", 2015).
"""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.data import Photos, save
from training.teacher import Teacher, load_teacher

#: Where accuracy over the 200 classes stops growing for enlarged 64×64 photos (see README.md).
TEACHER_SIZE = 160


@torch.inference_mode()
def features(
    teacher: Teacher, photos: Tensor, size: int, device: torch.device, batch: int = 50
) -> np.ndarray:
    """The teacher's features (n, 1280), float16, of uint8 photos (n, H, W, 3) at size × size."""
    out = np.empty((len(photos), teacher.fc_weight.shape[1]), np.float16)
    started, told = time.monotonic(), 0
    for i in range(0, len(photos), batch):
        x = photos[i : i + batch].to(device).permute(0, 3, 1, 2).float()
        x = F.interpolate(x, size=(size, size), mode="bicubic", align_corners=False).clamp(0, 255)
        x = x.contiguous(memory_format=torch.channels_last)
        with torch.autocast(device.type, dtype=torch.bfloat16):
            out[i : i + batch] = teacher.features(x).float().cpu().numpy()
        if i - told >= 10_000:
            told = i
            speed = (i + batch) / (time.monotonic() - started)
            print(f"teacher: {i + batch} of {len(photos)} photos, {speed:.0f} a second", flush=True)
    return out


def fit_last_layer(
    inputs: Tensor, labels: Tensor, weight: Tensor, bias: Tensor, epochs: int, seed: int
) -> tuple[Tensor, Tensor]:
    """Weight (n, d) and bias (n,) fitted to `inputs` (N, d) and `labels` (N,), from those given."""
    torch.manual_seed(seed)
    weight, bias = nn.Parameter(weight.clone()), nn.Parameter(bias.clone())
    optimizer = torch.optim.AdamW([weight, bias], lr=1e-3, weight_decay=0.05)
    batch = min(1000, len(inputs))
    steps = epochs * (len(inputs) // batch)
    step = 0
    for _ in range(epochs):
        order = torch.randperm(len(inputs))
        for i in range(0, len(inputs) - batch + 1, batch):
            optimizer.param_groups[0]["lr"] = 1e-3 * (1 - step / steps)
            chosen = order[i : i + batch]
            dropped = F.dropout(inputs[chosen].float(), 0.3)
            loss = F.cross_entropy(F.linear(dropped, weight, bias), labels[chosen])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            step += 1
    return weight.detach(), bias.detach()


def soft_labels(
    photos: Photos, classes: list[int], work: Path, seed: int, device: torch.device
) -> Tensor:
    """The teacher's logits (n, classes) float16 for the training photos; kept in `work`."""
    kept = work / "teacher_logits.npy"
    if not kept.exists():
        teacher = load_teacher(classes).to(device)
        inputs = torch.from_numpy(features(teacher, photos.images, TEACHER_SIZE, device))
        labels = photos.labels.cpu()
        weight, bias = teacher.fc_weight.cpu(), teacher.fc_bias.cpu()
        weight, bias = fit_last_layer(inputs, labels, weight, bias, epochs=10, seed=seed)
        logits = torch.cat([F.linear(part.float(), weight, bias) for part in inputs.split(5000)])
        right = (logits.argmax(1) == labels).float().mean()
        print(f"teacher: right on {right:.1%} of the photos it was fitted to", flush=True)
        save(kept, logits.half().numpy())
    logits = torch.from_numpy(np.load(kept, allow_pickle=False))
    if logits.shape != (len(photos), len(classes)):
        raise ValueError(f"{kept} holds {tuple(logits.shape)} logits: not of these photos")
    return logits


def targets(labels: Tensor, logits: Tensor | None, classes: int, share: float) -> Tensor:
    """Probabilities (n, classes) to learn: `share` of the teacher's, the rest of the label's.

    Without a teacher the share is spread evenly over the classes: label smoothing.
    """
    exact = F.one_hot(labels, classes).float()
    if logits is None:
        return exact * (1 - share) + share / classes
    return exact * (1 - share) + share * torch.softmax(logits.float(), 1)
