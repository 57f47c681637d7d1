"""Soft labels: what the teachers say about each photo once their last layers have seen the classes.

The teachers were trained on large photos. Their features are computed once for every stored photo,
enlarged, and for each view (a teacher, and the photo as it is or mirrored) a new last layer over
the 200 classes is fitted to them (its old rows are the start). The mean of the views' logits is
kept; the student learns from a mix of it and the labels (Hinton, Vinyals and Dean, "Distilling the
Knowledge in a Neural Network", 2015).

python -m training.teachers.distill --data PATH --work FOLDER 1m computes the features of one view
ahead of time, here those of EfficientNet-Lite1 for mirrored photos; one core a view is best.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.photos.data import Photos, load_photos, read_classes, save
from training.teachers.teacher import Teacher, load_teacher

#: Where accuracy over the 200 classes stops growing for enlarged 64×64 photos (see README.md).
TEACHER_SIZE = 160
#: A teacher's number, with an "m" where it sees mirrored photos.
VIEWS = ("0", "1m", "2")
#: Photos whose features are stored as one file: what a break can cost is half a minute.
PART = 5000
EPOCHS = 10


@torch.inference_mode()
def features(
    teacher: Teacher,
    photos: Tensor,
    size: int,
    device: torch.device,
    batch: int = 50,
    mirrored: bool = False,
) -> np.ndarray:
    """Return float16 features (n, d) of uint8 photos (n, H, W, 3), enlarged to size × size."""
    out = np.empty((len(photos), teacher.fc_weight.shape[1]), np.float16)
    for i in range(0, len(photos), batch):
        x = photos[i : i + batch].to(device).permute(0, 3, 1, 2).float()
        if mirrored:
            x = x.flip(3)
        x = F.interpolate(x, size=(size, size), mode="bicubic", align_corners=False).clamp(0, 255)
        x = x.contiguous(memory_format=torch.channels_last)
        out[i : i + batch] = teacher.features(x).float().cpu().numpy()
    return out


def kept_features(
    teacher: Teacher,
    view: str,
    photos: Photos,
    work: Path,
    part: str,
    device: torch.device,
    size: int = TEACHER_SIZE,
) -> Tensor:
    """Features (n, d) of a view, from files under `work`; those that are missing are made first."""
    folder = work / "features" / view
    kept = []
    for i in range(0, len(photos), PART):
        path = folder / f"{part}_{i:06}.npy"
        if not path.exists():
            started = time.monotonic()
            images = photos.images[i : i + PART]
            save(path, features(teacher, images, size, device, mirrored=view.endswith("m")))
            speed = len(images) / (time.monotonic() - started)
            print(f"teacher {view}: {part} from {i}, {speed:.0f} photos a second", flush=True)
        kept.append(torch.from_numpy(np.load(path, allow_pickle=False)))
    return torch.cat(kept)


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


def view_teacher(view: str, classes: list[int], device: torch.device) -> Teacher:
    """Load the teacher of a view, in bfloat16: three times as fast as float32."""
    return load_teacher(classes, lite=int(view[0])).to(device).bfloat16()


def view_logits(
    view: str,
    photos: Photos,
    validation: Photos | None,
    classes: list[int],
    work: Path,
    seed: int,
    device: torch.device,
) -> tuple[Tensor, Tensor]:
    """Return a view's logits for the training and the validation photos, (n, classes) each.

    Without validation photos the second has no rows.
    """
    teacher = view_teacher(view, classes, device)
    inputs = kept_features(teacher, view, photos, work, "train", device)
    weight, bias = teacher.fc_weight.float().cpu(), teacher.fc_bias.float().cpu()
    weight, bias = fit_last_layer(inputs, photos.labels.cpu(), weight, bias, EPOCHS, seed)

    def logits(of: Tensor) -> Tensor:
        return torch.cat([F.linear(part.float(), weight, bias) for part in of.split(PART)])

    if validation is None:
        return logits(inputs), torch.empty(0, len(bias))
    others = kept_features(teacher, view, validation, work, "val", device)
    return logits(inputs), logits(others)


def soft_labels(
    photos: Photos,
    classes: list[int],
    work: Path,
    seed: int,
    device: torch.device,
    validation: Photos | None = None,
    views: Sequence[str] = VIEWS,
) -> Tensor:
    """Return the views' mean logits (n, classes) float16 for the training photos; kept in `work`.

    Says how often they are right about the validation photos, where those are given.
    """
    kept = work / f"teacher_logits_{'_'.join(views)}.npy"
    if not kept.exists():
        total, judged = torch.zeros(len(photos), len(classes)), torch.zeros(1)
        for view in views:
            own, others = view_logits(view, photos, validation, classes, work, seed, device)
            total, judged = total + own / len(views), judged + others / len(views)
            _tell(view, own, photos, others, validation)
        _tell("mean", total, photos, judged, validation)
        save(kept, total.half().numpy())
    logits = torch.from_numpy(np.load(kept, allow_pickle=False))
    if logits.shape != (len(photos), len(classes)):
        raise ValueError(f"{kept} holds {tuple(logits.shape)} logits: not of these photos")
    return logits


def _tell(name: str, own: Tensor, photos: Photos, others: Tensor, other: Photos | None) -> None:
    fitted = (own.argmax(1) == photos.labels.cpu()).float().mean()
    line = f"teacher {name}: right on {fitted:.1%} of the photos it was fitted to"
    if other is not None:
        hits = others.topk(min(5, others.shape[1]), 1).indices == other.labels.cpu()[:, None]
        first, five = hits[:, 0].float().mean(), hits.any(1).float().mean()
        line += f", on {first:.1%} / {five:.1%} of the validation photos (top-1 / top-5)"
    print(line, flush=True)


def targets(labels: Tensor, logits: Tensor | None, classes: int, share: float) -> Tensor:
    """Probabilities (n, classes) to learn: `share` of the teacher's, the rest of the label's.

    Without a teacher the share is spread evenly over the classes: label smoothing.
    """
    exact = F.one_hot(labels, classes).float()
    if logits is None:
        return exact * (1 - share) + share / classes
    return exact * (1 - share) + share * torch.softmax(logits.float(), 1)


def main(arguments: list[str] | None = None) -> int:
    """Compute the features of the views named."""
    parser = argparse.ArgumentParser(
        prog="python -m training.teachers.distill", description=__doc__
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with the photos")
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    parser.add_argument("view", nargs="+", help="0, 1 or 2, with an m for mirrored photos")
    args = parser.parse_args(arguments)
    torch.set_num_threads(1)
    device = torch.device("cpu")
    for view in args.view:
        teacher = view_teacher(view, read_classes(args.data).imagenet, device)
        for part in ("val", "train"):
            photos = load_photos(args.data, args.work, part)
            kept_features(teacher, view, photos, args.work, part, device)
    return 0


if __name__ == "__main__":
    sys.exit(main())
