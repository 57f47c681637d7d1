"""What a teacher says of several crops of each photo, and the student that sees the same crops.

A teacher that is asked about the very crop the student gets is a better guide than one that knows
only the whole photo (Beyer et al., "Knowledge Distillation: A Good Teacher is Patient and
Consistent", 2022). Asking it once, of a few crops that are then used over and over, costs little
(Shen and Xing, "A Fast Knowledge Distillation Framework", 2022).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from training.photos.augment import Augmentation, crop_boxes, sample
from training.photos.data import Photos
from training.recipe import Recipe
from training.teachers.finetune import fit
from training.teachers.teacher import load_teacher

#: The views' file in the work folder.
KEPT = "teacher_views.pt"


@dataclass(frozen=True)
class Views:
    """K crops of each of n photos, from small to large, with the teacher's logits.

    `boxes` (n, K, 4) as `crop_boxes` makes them, `flips` (n, K) whether the crop is mirrored,
    `logits` (n, K, classes) float16.
    """

    boxes: Tensor
    flips: Tensor
    logits: Tensor

    def __len__(self) -> int:
        return len(self.boxes)

    def to(self, device: torch.device | str) -> Views:
        """Return the same views on another device."""
        return Views(self.boxes.to(device), self.flips.to(device), self.logits.to(device))

    def draw(
        self, numbers: Tensor, generator: torch.Generator, large: bool
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Choose a view of each photo in `numbers` (m,): boxes (m, 4), flips (m,), logits.

        `large` leaves out the half with the smaller crops.
        """
        count = self.boxes.shape[1]
        which = torch.randint(
            count // 2 if large else 0, count, (len(numbers),), generator=generator
        )
        which = which.to(numbers.device)
        return self.boxes[numbers, which], self.flips[numbers, which], self.logits[numbers, which]


def draw_views(photos: int, recipe: Recipe) -> tuple[Tensor, Tensor]:
    """Boxes (photos, crops, 4) and flips (photos, crops), as the recipe has it.

    The range of areas is cut into as many parts as there are crops, and each crop's area is drawn
    from its part, the last from the largest.
    """
    how, crops = recipe.augmentation, recipe.crops
    generator = torch.Generator().manual_seed(recipe.seed)
    low, high = how.area
    step = (high - low) / crops
    boxes = [
        crop_boxes(
            photos,
            Augmentation(area=(low + k * step, low + (k + 1) * step), aspect=how.aspect),
            generator,
        )
        for k in range(crops)
    ]
    flips = torch.rand(photos, crops, generator=generator) < 0.5
    return torch.stack(boxes, 1), flips


@torch.inference_mode()
def ask(
    teacher: torch.nn.Module, images: Tensor, boxes: Tensor, flips: Tensor, size: int, batch: int
) -> Tensor:
    """Return logits (n, K, classes) float16 for K views of the uint8 photos (n, H, W, 3)."""
    out = []
    for i in range(0, len(images), batch):
        x = images[i : i + batch].permute(0, 3, 1, 2).float()
        row = []
        for k in range(boxes.shape[1]):
            view = sample(x, boxes[i : i + batch, k], flips[i : i + batch, k], size)
            row.append(teacher(view.contiguous(memory_format=torch.channels_last)).half())
        out.append(torch.stack(row, 1))
    return torch.cat(out)


def judge(
    teacher: torch.nn.Module, photos: Photos, size: int, device: torch.device
) -> tuple[float, float]:
    """Top-1 and top-5 (0..1) on whole photos and their mirror images, probabilities averaged."""
    boxes = torch.tensor([0.0, 0.0, 1.0, 1.0], device=device).expand(len(photos), 2, 4)
    flips = torch.tensor([False, True], device=device).expand(len(photos), 2)
    said = ask(teacher, photos.images.to(device), boxes, flips, size, 250).float()
    best = said.softmax(2).mean(1).topk(min(5, said.shape[2]), 1).indices
    hits = best == photos.labels.to(device)[:, None]
    return float(hits[:, 0].float().mean()), float(hits.any(1).float().mean())


def taught_views(
    photos: Photos,
    classes: list[int],
    work: Path,
    recipe: Recipe,
    validation: Photos | None = None,
) -> Views:
    """Fit a teacher to the photos, which lie on the device to use, and ask it; kept in `work`.

    Raises ValueError for kept views of other photos.
    """
    lite, fitting, crops = recipe.lite, recipe.fitting, recipe.crops
    kept = work / KEPT
    device = photos.images.device
    if kept.exists():
        views = Views(**torch.load(kept, map_location=device, weights_only=True))
        if len(views) != len(photos) or views.logits.shape[1:] != (crops, len(classes)):
            raise ValueError(f"{kept} holds views {tuple(views.logits.shape)}: not of these photos")
        return views
    teacher = load_teacher(classes, lite=lite).to(device)
    for weight in teacher.parameters():
        if weight.ndim == 4:
            weight.data = weight.data.contiguous(memory_format=torch.channels_last)
    seen = fit(teacher, photos, fitting, recipe.seed)
    print(f"teacher {lite}: fitted to {seen / len(photos):.2f} epochs", flush=True)
    teacher = teacher.bfloat16()
    if validation is not None:
        first, five = judge(teacher, validation, fitting.size, device)
        print(f"teacher {lite}: {first:.1%} / {five:.1%} of the validation photos", flush=True)
    boxes, flips = (t.to(device) for t in draw_views(len(photos), recipe))
    views = Views(boxes, flips, ask(teacher, photos.images, boxes, flips, fitting.size, 500))
    work.mkdir(parents=True, exist_ok=True)
    torch.save({"boxes": boxes, "flips": flips, "logits": views.logits}, kept)
    return views
