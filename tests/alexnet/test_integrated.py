"""Integrated gradients: exact where nothing bends, complete on the shipped network."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import nn

from visualizer.alexnet.attribution import IntegratedStep, integrated, integrated_gradients
from visualizer.alexnet.attribution.replacement import baseline, black, blurred
from visualizer.alexnet.errors import AlexNetError, Cancelled
from visualizer.alexnet.model import ModelLayer
from visualizer.alexnet.preprocessing import prepare
from visualizer.alexnet.run import LayerRun, Run, run_network
from visualizer.alexnet.weights.registry import shared_network
from visualizer.material.photos import photo_bytes


def line(size: int = 12, classes: int = 4) -> tuple[Run, nn.Linear]:
    """A run of a network that is one linear layer."""
    torch.manual_seed(3)
    linear = nn.Linear(3 * size * size, classes).requires_grad_(False)
    picture = torch.randn(3, size, size)
    layer = ModelLayer("fc1", "linear", "classifier", linear)
    return Run(picture, (LayerRun(layer, linear(picture.flatten()), 0.0),)), linear


@pytest.mark.parametrize("kind", ["black", "blurred"])
def test_of_a_linear_network_they_are_weight_times_gain(kind: str) -> None:
    run, linear = line()
    with torch.inference_mode():  # works even where a caller has turned gradients off
        *_, last = integrated_gradients(run, 2, kind)
    gain = run.input - baseline(run.input, kind)
    expected = (linear.weight[2].reshape(3, 12, 12) * gain).sum(dim=0)
    np.testing.assert_allclose(last.heat.raw, expected.numpy(), rtol=1e-4, atol=1e-5)
    assert last.done
    assert last.complete
    assert last.gap < 1e-4
    assert last.total == pytest.approx(float(last.heat.raw.sum()), abs=1e-4)
    assert last.logit == pytest.approx(float(run.logits[2]))


@pytest.mark.parametrize(("photo", "guess", "kind"), [("dam", 5, "blurred")])
def test_on_the_shipped_network_they_sum_to_the_logits_difference(
    photo: str, guess: int, kind: str
) -> None:
    loaded = shared_network()
    run = run_network(loaded.model, prepare(photo_bytes(photo)).tensor)
    index = int(torch.argsort(-run.logits)[guess - 1])
    *_, last = integrated_gradients(run, index, kind)
    # The difference a second time, by the model itself.
    with torch.inference_mode():
        ends = loaded.model(torch.stack([run.input, baseline(run.input, kind)]))[:, index]
    difference = float(ends[0] - ends[1])
    assert last.heat.raw.sum() == pytest.approx(difference, rel=0.0101)
    assert last.complete
    assert last.heat.raw.shape == run.input.shape[1:]
    assert (last.heat.scaled.min(), last.heat.scaled.max()) == (0, 1)


def test_steps_are_bounded_and_what_lacks_is_said(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(integrated, "_STRETCHES", 2)
    steps = list(integrated_gradients(run, 1, tolerance=0.0, limit=16))
    assert [step.done for step in steps] == [False] * (len(steps) - 1) + [True]
    assert [step.steps for step in steps] == [5, 10, 14]
    assert not steps[-1].complete
    assert steps[-1].gap > 0


def test_they_stop_when_asked(run: Run) -> None:
    stop = False
    steps = integrated_gradients(run, 0, batch=1, cancel=lambda: stop)
    assert isinstance(next(steps), IntegratedStep)
    stop = True
    with pytest.raises(Cancelled):
        next(steps)


def test_other_sizes_groups_and_normalisation_do_as_well(run_2012: Run) -> None:
    first = next(integrated_gradients(run_2012, 9))
    assert first.heat.raw.shape == (227, 227)
    assert np.isfinite(first.heat.raw).all()


def test_bad_requests_are_refused_at_once(run: Run) -> None:
    with pytest.raises(AlexNetError, match="class_index"):
        integrated_gradients(run, 1000)
    with pytest.raises(AlexNetError, match="baseline"):
        integrated_gradients(run, 0, "white")


def test_a_baseline_is_a_picture_with_nothing_to_see(run: Run) -> None:
    assert black(run.input).shape == run.input.shape
    # Normalised black: what a picture of zeros becomes.
    assert black(run.input)[:, 5, 7].tolist() == pytest.approx(
        [-2.1179, -2.0357, -1.8044], abs=1e-4
    )
    soft = blurred(run.input)
    assert float(soft.std()) < float(run.input.std())
    assert float(soft.mean()) == pytest.approx(float(run.input.mean()), abs=0.1)
