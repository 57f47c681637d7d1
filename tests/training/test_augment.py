from dataclasses import replace

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from training.photos.augment import (
    MEAN,
    STD,
    Augmentation,
    augment,
    color_matrices,
    crop_boxes,
    normalise,
    sample,
    sharpen,
)

STILL = Augmentation(
    area=(1.0, 1.0), aspect=1.0, brightness=0.0, contrast=0.0, saturation=0.0,
    sharpness_probability=0.0, noise_probability=0.0,
)  # fmt: skip


def seeded(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


@settings(deadline=None, max_examples=30)
@given(st.floats(0.05, 1.0), st.floats(1.0, 2.0), st.integers(0, 999))
def test_boxes_lie_inside_the_photo(low: float, aspect: float, seed: int) -> None:
    boxes = crop_boxes(50, Augmentation(area=(low, 1.0), aspect=aspect), seeded(seed))
    centre, half = boxes[:, :2], boxes[:, 2:]
    assert bool((half > 0).all())
    assert bool(((centre.abs() + half) <= 1 + 1e-5).all())
    # An elongated box that would stick out is cut, which at most halves its area here.
    assert bool((half.prod(1) >= low / aspect - 1e-5).all())
    assert bool((half.prod(1) <= 1 + 1e-5).all())


def test_the_whole_box_gives_the_photo_back() -> None:
    photos = torch.rand(2, 3, 64, 64, generator=seeded())
    boxes = torch.tensor([[0.0, 0.0, 1.0, 1.0]]).expand(2, 4)
    flips = torch.tensor([False, True])
    out = sample(photos, boxes, flips, 64)
    torch.testing.assert_close(out[0], photos[0], atol=1e-4, rtol=0)
    torch.testing.assert_close(out[1], photos[1].flip(2), atol=1e-4, rtol=0)


def test_a_quarter_is_cut_from_where_it_lies() -> None:
    photo = torch.zeros(1, 3, 64, 64)
    photo[:, :, :32, 32:] = 1  # upper right
    out = sample(photo, torch.tensor([[0.5, -0.5, 0.5, 0.5]]), torch.tensor([False]), 32)
    assert float(out[:, :, 1:-1, 1:-1].min()) == pytest.approx(1)


def test_colors_stay_where_nothing_changes_them() -> None:
    matrices = color_matrices(3, STILL, seeded())
    torch.testing.assert_close(matrices[:, :, :3], torch.eye(3).expand(3, 3, 3))
    assert float(matrices[:, :, 3].abs().max()) == 0


def test_saturation_leaves_grey_alone() -> None:
    how = Augmentation(brightness=0.0, contrast=0.0, saturation=0.9)
    matrices = color_matrices(8, how, seeded())
    grey = torch.full((8, 3, 1), 0.3)
    torch.testing.assert_close(matrices[:, :, :3] @ grey, grey)


def test_sharpening_raises_contrast_and_blur_lowers_it() -> None:
    photos = torch.rand(1, 3, 16, 16, generator=seeded()).expand(3, 3, 16, 16)
    spread = sharpen(photos, torch.tensor([-0.8, 0.0, 1.0])).flatten(1).std(1)
    assert spread[0] < spread[1] < spread[2]
    flat = torch.full((1, 3, 8, 8), 0.4)
    torch.testing.assert_close(sharpen(flat, torch.tensor([1.5])), flat)


def test_normalising_uses_imagenets_numbers() -> None:
    photo = torch.tensor(MEAN)[None, :, None, None].expand(1, 3, 2, 2)
    assert float(normalise(photo).abs().max()) == 0
    raised = photo + torch.tensor(STD)[None, :, None, None]
    torch.testing.assert_close(normalise(raised), torch.ones(1, 3, 2, 2))


@pytest.mark.parametrize("size", [63, 96])
def test_a_batch_has_its_shape_and_its_bounds(size: int) -> None:
    photos = torch.randint(0, 256, (5, 64, 64, 3), generator=seeded()).to(torch.uint8)
    how = Augmentation(noise_probability=0.0, sharpness_probability=1.0)
    x = augment(photos, size, how, seeded(4))
    assert x.shape == (5, 3, size, size)
    low, high = normalise(torch.zeros(1, 3, 1, 1)), normalise(torch.ones(1, 3, 1, 1))
    assert bool((x >= low - 1e-4).all())
    assert bool((x <= high + 1e-4).all())


def test_one_seed_one_batch() -> None:
    photos = torch.randint(0, 256, (4, 64, 64, 3), generator=seeded()).to(torch.uint8)
    how = Augmentation(noise_probability=1.0)
    first, again = (augment(photos, 80, how, seeded(9)) for _ in range(2))
    assert torch.equal(first, again)
    assert not torch.equal(first, augment(photos, 80, how, seeded(10)))


def test_a_still_batch_is_the_photo() -> None:
    photos = torch.randint(0, 256, (1, 64, 64, 3), generator=seeded()).to(torch.uint8)
    x = augment(photos, 64, STILL, seeded())
    plain = normalise(photos.permute(0, 3, 1, 2).float() / 255)
    best = min(float((x - p).abs().max()) for p in (plain, plain.flip(3)))
    assert best < 1e-3


def test_a_view_that_is_given_is_the_one_that_is_cut() -> None:
    photos = torch.randint(0, 256, (2, 64, 64, 3), generator=seeded()).to(torch.uint8)
    boxes = torch.tensor([[0.5, -0.5, 0.5, 0.5], [0.0, 0.0, 1.0, 1.0]])
    flips = torch.tensor([False, True])
    x = augment(photos, 64, STILL, seeded(), (boxes, flips))
    wanted = normalise(photos.permute(0, 3, 1, 2).float() / 255)
    torch.testing.assert_close(x, sample(wanted, boxes, flips, 64))


@pytest.mark.parametrize("size", [64, 160])
def test_detail_changes_its_share_of_the_batch_and_no_more(size: int) -> None:
    photos = torch.randint(0, 256, (8, 64, 64, 3), generator=seeded()).to(torch.uint8)
    plain = augment(photos, size, STILL, seeded(3))
    how = replace(STILL, detail=(1.0, 2.0), detail_share=0.25)
    sharp = augment(photos, size, how, seeded(3))
    assert torch.equal(sharp[2:], plain[2:])
    assert bool((sharp[:2].flatten(1).std(1) > plain[:2].flatten(1).std(1)).all())
