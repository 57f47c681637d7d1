"""A frame's answer: the page's own for the same file, with one layer's maps, and nothing kept."""

from __future__ import annotations

import base64
import io
from typing import Any

import numpy as np
import pytest
from PIL import Image

from visualizer.alexnet.line import LINE
from visualizer.alexnet.model import AlexNet, AlexNet2012, random_model
from visualizer.alexnet.names import class_names
from visualizer.alexnet.weights.load import Weights
from visualizer.alexnet.weights.registry import Loaded
from visualizer.figures.colors import diverging
from visualizer.lessons.alexnet.parts import answers
from visualizer.lessons.alexnet.parts.live.answering import answered
from visualizer.lessons.alexnet.parts.live.frames import SIDE, Frame, FrameError
from visualizer.lessons.alexnet.parts.live.seats import TURN
from visualizer.lessons.alexnet.parts.live.sheet import FEW, MANY, sheet
from visualizer.lessons.alexnet.parts.prediction import rounded


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    names = class_names(200)
    return Loaded(random_model(AlexNet, len(names)), Weights("random", None, names, None), 0.0, -7)


def file() -> bytes:
    """Return a frame's file."""
    small = np.random.default_rng(5).integers(0, 256, (8, 8, 3), dtype=np.uint8)
    buffer = io.BytesIO()
    Image.fromarray(small).resize((SIDE, SIDE), Image.Resampling.BICUBIC).save(buffer, "JPEG")
    return buffer.getvalue()


def pixels(uri: str) -> np.ndarray:
    """Return a data URI's picture as bytes (H, W, 3)."""
    with Image.open(io.BytesIO(base64.b64decode(uri.partition(",")[2]))) as image:
        return np.asarray(image.convert("RGB"))


@pytest.mark.parametrize("scale", ["map", "layer", "all"])
def test_a_frame_has_the_answer_that_the_page_gives_when_it_is_kept(
    loaded: Loaded, scale: str
) -> None:
    data = file()
    kept = answers.answer(loaded, data)
    found = answered(Frame(1, data, "relu2", 70), loaded, scale, False, "en")
    expected = [(each.name.en, rounded(each.probability)) for each in kept.prediction.top]
    assert [(name, share) for name, _, share in found["top"]] == expected
    maps = found["maps"]
    assert (maps["first"], maps["count"], maps["channels"]) == (64, MANY, 192)
    assert maps["picture"].startswith("data:image/png")
    assert TURN.length == LINE.length == 0


def test_the_network_of_2012_gets_its_227_pixels_of_a_frame() -> None:
    names = class_names(200)
    weights = Weights("random", None, names, None)
    loaded = Loaded(random_model(AlexNet2012, len(names)), weights, 0.0, -8)
    found = answered(Frame(1, file(), "norm1", 90), loaded, "map", False, "en")
    assert (found["maps"]["first"], found["maps"]["channels"]) == (FEW * 2, 96)


def test_nothing_of_a_frame_is_kept(loaded: Loaded) -> None:
    tables = [answers.answers(), answers.results()]
    before = [dict(table._values) for table in tables]
    answered(Frame(1, file(), "conv1", 0), loaded, "map", True, "ko")
    assert [dict(table._values) for table in tables] == before


def test_a_jpeg_that_ends_too_soon_gives_an_answer_or_a_frame_error(loaded: Loaded) -> None:
    for length in (30, 200, 800):
        try:
            found: dict[str, Any] = answered(
                Frame(1, file()[:length], "fc8", 0), loaded, "map", False, "en"
            )
        except FrameError:
            continue
        assert len(found["top"]) == 5
    assert TURN.length == LINE.length == 0


@pytest.mark.parametrize("dark", [False, True])
def test_maps_have_the_colours_of_the_page(dark: bool) -> None:
    output = np.random.default_rng(1).normal(size=(70, 5, 4))
    drawn = sheet(output, 65, None, dark)
    assert (drawn.first, drawn.count, drawn.columns, drawn.tile) == (64, 6, 6, (5, 6))
    shown = pixels(drawn.picture)
    for place in range(6):
        values = output[64 + place] / np.abs(output[64 + place]).max()
        tile = shown[:5, place * 5 : place * 5 + 4].astype(int)
        # 127 steps to each end, where the page has 255.
        assert np.abs(tile - diverging(values, 1.0, dark).astype(int)).max() <= 3
    # On one scale for all, a map that is nearly silent stays pale.
    quiet = sheet(np.stack([output[0], output[0] / 1000]), 0, 10.0, dark)
    zero = diverging(np.zeros(1), 1.0, dark).astype(int)
    assert np.abs(pixels(quiet.picture)[:5, 5:9].astype(int) - zero).max() <= 3


def test_a_sheet_has_as_many_maps_as_travel_quickly() -> None:
    assert sheet(np.zeros((64, 55, 55)), 40, None, False).first == FEW
    assert sheet(np.zeros((384, 13, 13)), 0, None, False).count == MANY
    last = sheet(np.zeros((96, 27, 27)), 10_000, None, False)
    assert (last.first, last.count, last.channels) == (64, 32, 96)
    units = sheet(np.linspace(-1, 1, 4096), 7, 1.0, False)
    assert (units.first, units.count, units.tile) == (0, 4096, (1, 1))
    assert pixels(units.picture).shape == (32, 128, 3)
    assert sheet(np.full((2, 3, 3), np.nan), 0, None, False).count == 2


def test_shares_keep_their_length() -> None:
    assert rounded(0.1) == "10.0%"
    assert rounded(1.0) == "100.0%"
    assert rounded(0.0) == "0.0%"
