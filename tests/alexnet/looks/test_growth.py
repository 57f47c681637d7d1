"""Gradient ascent: the unit grows, the same seed gives the same picture, photos are beaten."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
import torch

from visualizer.alexnet.errors import Cancelled
from visualizer.alexnet.looks import canvas
from visualizer.alexnet.looks.aim import aim
from visualizer.alexnet.looks.growth import Grown, grow
from visualizer.alexnet.looks.tops import most_excited, tops_of
from visualizer.alexnet.model import AnyAlexNet
from visualizer.alexnet.preprocessing import prepare
from visualizer.alexnet.run import Run, run_network
from visualizer.alexnet.weights.registry import shared_network
from visualizer.material.photos import open_photo, photo_bytes, photo_names

UNITS = [("conv1", 5), ("pool1", 30), ("relu2", 100), ("conv3", 50), ("conv4", 33), ("conv5", 7)]


def last(model: AnyAlexNet, layer: str, channel: int, seed: int = 0, steps: int = 16) -> Grown:
    return list(grow(aim(model, layer, channel), seed, steps))[-1]


def test_a_picture_excites_its_unit_more_than_every_shipped_photo() -> None:
    """The promise for 95 of 100 units; here a few, in few steps (benchmarks.looks tries 100)."""
    model = shared_network().model
    photos = [
        (name, tops_of(run_network(model, prepare(photo_bytes(name)).tensor)))
        for name in photo_names()
    ]
    for layer, channel in UNITS:
        picture = last(model, layer, channel).picture
        best = most_excited(photos, layer, channel, 1)[0]
        assert aim(model, layer, channel).value(picture) > best.value, (layer, channel, best)
    picture = last(model, "fc8", 140, steps=8).picture
    assert aim(model, "fc8", 140).value(picture) > most_excited(photos, "fc8", 140, 1)[0].value


def test_it_is_told_step_by_step_and_a_seed_gives_one_picture(model: AnyAlexNet) -> None:
    told = list(grow(aim(model, "conv2", 17), 4, 10, every=4))
    assert [(each.done, each.total) for each in told] == [(4, 10), (8, 10), (10, 10)]
    assert all(a.activation < b.activation for a, b in pairwise(told))
    assert told[-1].picture.shape == (51, 51, 3)
    again = last(model, "conv2", 17, 4, 10)
    assert np.array_equal(again.picture, told[-1].picture)
    assert not np.array_equal(last(model, "conv2", 17, 5, 10).picture, again.picture)


def test_the_network_stays_as_it_is(model: AnyAlexNet) -> None:
    before = {name: value.clone() for name, value in model.features.state_dict().items()}
    last(model, "conv3", 9, steps=2)
    assert all(parameter.grad is None for parameter in model.parameters())
    for name, value in model.features.state_dict().items():
        assert torch.equal(value, before[name])


def test_it_can_be_stopped(model: AnyAlexNet) -> None:
    asked = iter([False, False, True])
    steps = grow(aim(model, "conv1", 0), every=1, cancel=lambda: next(asked))
    next(steps)
    next(steps)
    with pytest.raises(Cancelled):
        next(steps)


def test_the_colours_are_those_of_the_shipped_photos() -> None:
    pixels = np.concatenate(
        [np.asarray(open_photo(name).resize((64, 64))).reshape(-1, 3) for name in photo_names()]
    )
    variances, directions = np.linalg.eigh(np.cov(pixels.T))
    order = variances.argsort()[::-1]
    lengths = np.sqrt(variances[order] / variances.max())
    expected = directions[:, order].T * lengths[:, None]
    found = np.array(canvas.COLOURS)
    signs = np.sign((expected * found).sum(axis=1, keepdims=True))
    np.testing.assert_allclose(found, expected * signs, atol=2e-3)


def test_the_largest_values_and_their_places(run: Run) -> None:
    tops = tops_of(run)
    for each in run.layers:
        output = each.array()
        value, row, col = tops.top(each.name, 11)
        assert value == output[11].max()
        if output.ndim == 3 and value > 0:
            assert output[11, row, col] == value
    assert sum(t.values.nbytes + t.rows.nbytes + t.cols.nbytes for t in tops.layers.values()) < 2e5
