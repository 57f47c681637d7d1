"""The photos: three .npz files of WebP pictures, decoded once into arrays on disk."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor

SIZE = 64


@dataclass(frozen=True)
class Photos:
    """`images` (n, 64, 64, 3) uint8 and `labels` (n,) int64, 0 to the number of classes less 1."""

    images: Tensor
    labels: Tensor

    def __len__(self) -> int:
        return len(self.labels)

    def to(self, device: torch.device | str) -> Photos:
        """Return the same photos on another device."""
        return Photos(self.images.to(device), self.labels.to(device))


@dataclass(frozen=True)
class Classes:
    """Of each label: its WordNet id, its English names, its index among ImageNet's 1000."""

    wnids: list[str]
    names: list[str]
    imagenet: list[int]


def read_classes(path: Path) -> Classes:
    """`classes.json` of the data folder `path`, in the order of its labels."""
    rows = json.loads((path / "classes.json").read_text(encoding="utf-8"))
    rows.sort(key=lambda row: row["label"])
    if [row["label"] for row in rows] != list(range(len(rows))):
        raise ValueError("classes.json: the labels are not 0, 1, 2, …")
    return Classes(
        [row["wnid"] for row in rows],
        [row["name"] for row in rows],
        [row["imagenet_index"] for row in rows],
    )


def decode(path: Path) -> tuple[np.ndarray, np.ndarray]:
    """Photos (n, 64, 64, 3) uint8 and labels (n,) of one .npz file.

    Photo i is the encoded file `images[offsets[i]:offsets[i + 1]]`. Raises ValueError for photos
    of another size.
    """
    with np.load(path, allow_pickle=False) as file:
        data, offsets, labels = file["images"], file["offsets"], file["labels"]
    photos = np.empty((len(labels), SIZE, SIZE, 3), np.uint8)
    for i, (start, end) in enumerate(pairwise(offsets)):
        photo = np.asarray(Image.open(io.BytesIO(data[start:end].tobytes())).convert("RGB"))
        if photo.shape != photos.shape[1:]:
            raise ValueError(f"{path.name}: photo {i} has the shape {photo.shape}")
        photos[i] = photo
    return photos, labels.astype(np.int64)


def save(path: Path, array: np.ndarray) -> None:
    """Write `array` to `path` in one move: a file is there whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    with part.open("wb") as file:
        np.save(file, array, allow_pickle=False)
    part.replace(path)


def load_photos(path: Path, work: Path, part: str) -> Photos:
    """Return the photos of `part` ("train" or "val") of the data folder, decoded on the first call.

    Decoded arrays are kept in the folder `work` (1.2 GB for 100,000 photos) and mapped from there.
    """
    images, labels = work / f"{part}_images.npy", work / f"{part}_labels.npy"
    if not (images.exists() and labels.exists()):
        files = sorted(path.glob(f"{part}_*.npz")) or sorted(path.glob(f"{part}.npz"))
        if not files:
            raise FileNotFoundError(f"no {part}*.npz in {path}")
        print(f"decoding {part}: {', '.join(file.name for file in files)}", flush=True)
        parts = [decode(file) for file in files]
        save(images, np.concatenate([photos for photos, _ in parts]))
        save(labels, np.concatenate([numbers for _, numbers in parts]))
    # Copy-on-write mapping: torch wants arrays that could be written to; nothing here writes.
    return Photos(
        torch.from_numpy(np.load(images, mmap_mode="c", allow_pickle=False)),
        torch.from_numpy(np.load(labels, allow_pickle=False).astype(np.int64)),
    )


class Order:
    """The endless stream of photo numbers: one shuffled pass after another, from one seed."""

    def __init__(self, photos: int, seed: int) -> None:
        """Draw nothing yet: each pass is shuffled when it begins."""
        self.photos, self.seed = photos, seed
        self._epoch, self._numbers = -1, torch.empty(0, dtype=torch.long)

    def _pass(self, epoch: int) -> Tensor:
        if epoch != self._epoch:
            generator = torch.Generator().manual_seed(self.seed * 100_003 + epoch)
            self._epoch, self._numbers = epoch, torch.randperm(self.photos, generator=generator)
        return self._numbers

    def _pieces(self, start: int, count: int) -> Iterator[Tensor]:
        while count > 0:
            epoch, offset = divmod(start, self.photos)
            piece = self._pass(epoch)[offset : offset + count]
            yield piece
            start, count = start + len(piece), count - len(piece)

    def numbers(self, start: int, count: int) -> Tensor:
        """Photo numbers (count,) of the stream from place `start` on."""
        return torch.cat(list(self._pieces(start, count)))
