"""A data folder in the photos' own format: eight photos of each of three colours, as WebP."""

from __future__ import annotations

import io
import json
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from training.photos.data import Photos

# The networks here are tiny: more threads would only wait for one another.
torch.set_num_threads(1)

COLORS = ((220, 40, 40), (40, 200, 60), (50, 60, 210))


def _photo(label: int, rng: np.random.Generator) -> np.ndarray:
    noise = rng.integers(-30, 31, (64, 64, 3))
    return np.clip(np.array(COLORS[label]) + noise, 0, 255).astype(np.uint8)


def _write(path: Path, count: int, rng: np.random.Generator) -> None:
    labels = np.arange(count, dtype=np.int16) % len(COLORS)
    files = []
    for label in labels:
        buffer = io.BytesIO()
        Image.fromarray(_photo(int(label), rng)).save(buffer, "WEBP", quality=75)
        files.append(buffer.getvalue())
    offsets = np.cumsum([0, *map(len, files)]).astype(np.int64)
    images = np.frombuffer(b"".join(files), np.uint8)
    np.savez(path, images=images, offsets=offsets, labels=labels)


@pytest.fixture(scope="session")
def data_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("photos")
    rng = np.random.default_rng(5)
    _write(folder / "train_0.npz", 14, rng)
    _write(folder / "train_1.npz", 10, rng)
    _write(folder / "val.npz", 6, rng)
    rows = [
        {"label": i, "wnid": f"n{i:08}", "name": name, "imagenet_index": index}
        for i, (name, index) in enumerate([("red", 7), ("green", 3), ("blue", 5)])
    ]
    (folder / "classes.json").write_text(json.dumps(rows[::-1]), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def tiny_photos() -> Photos:
    rng = np.random.default_rng(6)
    labels = np.arange(24) % 3
    images = np.stack([_photo(int(label), rng) for label in labels])
    return Photos(torch.from_numpy(images), torch.from_numpy(labels))
