"""One random network and one photo for the whole folder: making them takes the most time."""

from __future__ import annotations

import io
from collections.abc import Iterator

import numpy as np
import pytest
import torch
from PIL import Image

from visualizer.alexnet.model import AlexNet, AlexNet2012, AnyAlexNet, random_model
from visualizer.alexnet.preprocessing import Prepared, prepare
from visualizer.alexnet.run import Run, run_network


@pytest.fixture(scope="session", autouse=True)
def _two_threads() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(2)
    yield
    torch.set_num_threads(before)


def colourful(width: int, height: int, seed: int = 0) -> Image.Image:
    """A picture with smooth shapes in all colours, as a photo has them."""
    small = np.random.default_rng(seed).integers(0, 256, (7, 9, 3), dtype=np.uint8)
    return Image.fromarray(small).resize((width, height), Image.Resampling.BICUBIC)


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    """The picture as a file of this format."""
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


@pytest.fixture(scope="session")
def model() -> AnyAlexNet:
    return random_model(AlexNet, 1000, seed=1)


@pytest.fixture(scope="session")
def prepared() -> Prepared:
    return prepare(encoded(colourful(400, 300), "PNG"))


@pytest.fixture(scope="session")
def run(model: AnyAlexNet, prepared: Prepared) -> Run:
    return run_network(model, prepared.tensor)


@pytest.fixture(scope="session")
def run_2012() -> Run:
    picture = prepare(colourful(400, 300), resize_to=259, crop_to=227)
    return run_network(random_model(AlexNet2012, 10, seed=2), picture.tensor)
