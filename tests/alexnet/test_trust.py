"""How far a map can be trusted: the deletion curve, and the check with random weights."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from visualizer.alexnet.attribution import grad_cam
from visualizer.alexnet.attribution.deletion import (
    Curve,
    deletion,
    marked_order,
    random_order,
    squares,
    without,
)
from visualizer.alexnet.attribution.replacement import blurred
from visualizer.alexnet.attribution.sanity import likeness, randomised
from visualizer.alexnet.errors import AlexNetError, Cancelled
from visualizer.alexnet.model import AnyAlexNet
from visualizer.alexnet.preprocessing import Prepared, prepare
from visualizer.alexnet.run import Run, run_network
from visualizer.alexnet.weights.registry import shared_network
from visualizer.material.photos import photo_bytes


def test_squares_are_means_and_the_last_ones_may_be_cut() -> None:
    values = np.arange(25.0).reshape(5, 5)
    np.testing.assert_allclose(squares(values, 2)[:2, :2], [[3, 5], [13, 15]])
    np.testing.assert_allclose(squares(values, 2)[2], [20.5, 22.5, 24])


def test_squares_go_in_the_order_of_their_evidence() -> None:
    values = np.zeros((8, 8))
    values[4:, :4], values[:4, 4:], values[:4, :4] = 2, 1, -1
    assert marked_order(values, 4).tolist() == [2, 1, 3, 0]
    # Where there is none, chance decides, and the same each time.
    order = marked_order(np.zeros((227, 227)), 8)
    assert sorted(order) == list(range(29 * 29))
    assert order.tolist() == random_order(227, 0, 8).tolist()
    assert order.tolist() != random_order(227, 1, 8).tolist()


def test_the_curve_begins_with_the_picture_and_ends_with_the_blurred_one(
    model: AnyAlexNet, run: Run
) -> None:
    order = random_order(224, 1)
    curve = deletion(run, 3, order, steps=3)
    assert curve.shares.tolist() == pytest.approx([0, 1 / 3, 2 / 3, 1], abs=0.01)
    assert curve.probabilities[0] == run.probabilities[3]
    with torch.inference_mode():
        blank = torch.softmax(model(blurred(run.input)[None]).double(), 1)[0, 3]
    assert curve.probabilities[-1] == pytest.approx(float(blank), rel=1e-4)
    assert Curve(np.array([0, 0.5, 1]), np.array([1.0, 0.5, 0.0])).area == 0.5


def test_what_is_gone_is_blurred_and_the_rest_is_as_it_was(run: Run, prepared: Prepared) -> None:
    crop = np.asarray(prepared.crop).astype(int)
    assert np.abs(without(run, []) - crop).max() <= 1
    left = without(run, [place for place in range(56 * 56) if place % 56 < 28])
    assert np.abs(left[:, 124:] - crop[:, 124:]).max() <= 1  # beyond the soft edge
    whole = without(run, range(56 * 56))
    assert np.abs(left[:, :100].astype(int) - whole[:, :100]).max() <= 1
    assert whole.std() < crop.std()


@pytest.mark.parametrize("photo", ["goldfish", "koala"])
def test_grad_cam_beats_random_order_on_shipped_photos(photo: str) -> None:
    """Two of them; ``python -m benchmarks.attribution`` has all."""
    run = run_network(shared_network().model, prepare(photo_bytes(photo)).tensor)
    best = int(run.logits.argmax())
    marked = deletion(run, best, marked_order(grad_cam(run, best).spread), steps=6)
    chance = deletion(run, best, random_order(224, 1), steps=6)
    assert marked.area < chance.area


def test_deletion_stops_when_asked_and_knows_its_classes(run: Run) -> None:
    with pytest.raises(Cancelled):
        deletion(run, 0, random_order(224, 1), cancel=lambda: True)
    with pytest.raises(AlexNetError, match="class_index"):
        deletion(run, 1000, random_order(224, 1))


def test_only_the_weights_that_are_named_become_random(model: AnyAlexNet, run: Run) -> None:
    before = {name: value.clone() for name, value in model.classifier.state_dict().items()}
    with randomised(run, "last", seed=5) as other:
        assert other.layers[:-1] == run.layers[:-1]
        assert other.logits.shape == run.logits.shape
        assert not torch.allclose(other.logits, run.logits)
    with randomised(run, "dense", seed=5) as other:
        first = run.index("fc6")
        assert other.layers[:first] == run.layers[:first]
        assert not torch.allclose(other.output("fc6"), run.output("fc6"))
    after = model.classifier.state_dict()
    assert all(torch.equal(after[name], value) for name, value in before.items())


def test_all_layers_become_random_and_each_seed_gives_the_same(run_2012: Run) -> None:
    found = []
    for _ in range(2):
        with randomised(run_2012, "all", seed=5) as other:
            found.append(other.logits)
    assert torch.equal(found[0], found[1])
    assert other.names == run_2012.names
    assert not torch.allclose(other.output("conv1"), run_2012.output("conv1"))
    # Weights of this size keep the activations in a readable range.
    assert 0.1 < float(other.output("conv5").std()) < 10
    assert grad_cam(other, 3).raw.shape == (13, 13)


def test_one_random_network_at_a_time_and_who_waits_can_leave(run: Run) -> None:
    with (
        randomised(run, "last"),
        pytest.raises(Cancelled),
        randomised(run, "last", cancel=lambda: True),
    ):
        pass
    with pytest.raises(AlexNetError, match="sanity_depth"), randomised(run, "first"):
        pass


def test_likeness_is_spearmans_rank_correlation() -> None:
    values = np.array([[1.0, 5.0], [2.0, 9.0]])
    assert likeness(values, values**3, 1) == pytest.approx(1)
    assert likeness(values, -values, 1) == pytest.approx(-1)
    # Ranks 1.5, 3.5, 1.5, 3.5 against 1, 3, 2, 4: by hand, 4 / √(4·5).
    tied = np.array([[0.0, 1.0], [0.0, 1.0]])
    assert likeness(tied, values, 1) == pytest.approx(4 / np.sqrt(20))
    assert np.isnan(likeness(values, np.ones((2, 2)), 1))
