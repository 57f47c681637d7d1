from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch.nn import functional as F

from tests.alexnet.conftest import colourful, encoded
from visualizer.alexnet.preprocessing import MEAN, STD, Box, prepare


@pytest.mark.parametrize(
    ("size", "resized", "left", "top"),
    [
        # torchvision: the longer side is int(256 · long / short), the crop begins at
        # int(round((side − 224) / 2)), halves to even.
        ((400, 300), (341, 256), 58, 16),
        ((300, 400), (256, 341), 16, 58),
        ((256, 256), (256, 256), 16, 16),
        ((64, 64), (256, 256), 16, 16),
        ((256, 257), (256, 257), 16, 16),
        ((256, 259), (256, 259), 16, 18),
        ((1000, 25), (10240, 256), 5008, 16),
    ],
)
def test_sizes_and_places_are_the_stock_ones(
    size: tuple[int, int], resized: tuple[int, int], left: int, top: int
) -> None:
    prepared = prepare(colourful(*size))
    assert prepared.resized.size == resized
    box = prepared.crop_in_resized
    assert (box.left, box.top, box.width, box.height) == (left, top, 224, 224)
    crop = np.asarray(prepared.resized)[top : top + 224, left : left + 224]
    np.testing.assert_array_equal(np.asarray(prepared.crop), crop)


@pytest.mark.parametrize("size", [(640, 480), (300, 500), (90, 70)])
def test_resizing_is_bilinear_with_antialiasing(size: tuple[int, int]) -> None:
    """The reference is torch's own antialiased resize: both follow the same filter."""
    image = colourful(*size)
    prepared = prepare(image)
    pixels = torch.from_numpy(np.asarray(image).copy()).permute(2, 0, 1)[None].float()
    width, height = prepared.resized.size
    expected = F.interpolate(pixels, (height, width), mode="bilinear", antialias=True)[0]
    got = np.asarray(prepared.resized, dtype=np.float32).transpose(2, 0, 1)
    assert np.abs(got - expected.numpy()).max() <= 1.0


def test_values_are_normalised_by_channel() -> None:
    prepared = prepare(colourful(400, 300))
    pixels = np.asarray(prepared.crop, dtype=np.float64) / 255
    for channel, (mean, std) in enumerate(zip(MEAN, STD, strict=True)):
        expected = (pixels[..., channel] - mean) / std
        np.testing.assert_allclose(prepared.tensor[channel].numpy(), expected, atol=1e-6)
    assert prepared.tensor.dtype == torch.float32
    assert prepared.pixels.min() >= 0
    assert prepared.pixels.max() <= 1


def test_a_large_photo_is_kept_small_and_its_boxes_full_size() -> None:
    prepared = prepare(encoded(colourful(3000, 2000), "JPEG"))
    assert max(prepared.photo.size) <= 1280
    assert prepared.photo_size == (3000, 2000)
    whole = prepared.to_photo(Box(0, 0, 224, 224))
    assert whole == prepared.crop_in_photo
    assert whole.height == pytest.approx(2000 * 224 / 256)
    assert whole.width == pytest.approx(3000 * 224 / 384)
    assert prepared.decode_seconds > 0
    assert prepared.prepare_seconds > 0


@given(st.integers(1, 300), st.integers(1, 300))
def test_any_size_gives_an_input_inside_the_photo(width: int, height: int) -> None:
    if max(width, height) > 40 * min(width, height):
        return
    prepared = prepare(colourful(width, height))
    assert prepared.tensor.shape == (3, 224, 224)
    box = prepared.crop_in_photo
    assert box.clipped(width, height).width == pytest.approx(box.width)
    assert box.clipped(width, height).height == pytest.approx(box.height)
