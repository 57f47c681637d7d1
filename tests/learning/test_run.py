"""A training piece by piece: what it records, what can be looked at afterwards, its bounds."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from visualizer.engine import EngineError
from visualizer.engine.network.layers import (
    Activation,
    BatchNorm,
    Conv,
    Dropout,
    Flatten,
    Linear,
    LocalResponseNorm,
    MaxPool,
)
from visualizer.learning import Look, Run, Snapshot, TrainingSettings, sizes
from visualizer.learning.film import MOST_BYTES, Epoch, Film, Measured
from visualizer.learning.records import complete
from visualizer.learning.settings import chosen
from visualizer.material.digits import digits

SMALL = TrainingSettings(
    layers=(Conv(4, 3), Activation("relu"), BatchNorm(), MaxPool(2)),
    pictures=60,
    batch=25,
    epochs=2,
)


def trained(settings: TrainingSettings) -> Snapshot:
    run = Run(settings)
    while run.advance():
        pass
    return run.snapshot("finished")


SHOT = trained(SMALL)


def test_the_default_training_learns_to_read() -> None:
    run = Run(TrainingSettings(epochs=8))
    while run.advance():
        pass
    assert max(epoch.validation.accuracy for epoch in run.film.epochs) > 0.93


def test_an_epoch_is_recorded_after_each_pass_and_before_the_first() -> None:
    assert [epoch.number for epoch in SHOT.epochs] == [0, 1, 2]
    assert (SHOT.step, SHOT.steps_per_epoch, len(SHOT.losses)) == (6, 3, 6)
    first, last = SHOT.epochs[0], SHOT.epochs[-1]
    assert first.gradients == ()
    assert len(last.gradients) == len(SHOT.learning) == len(SHOT.parameters) == 3
    assert min(last.gradients) > 0
    assert sum(SHOT.parameters) == sum(sizes(SMALL.network()).weights)
    assert (SHOT.relu, SHOT.units) == ((1,), (4,))
    assert last.training.loss < first.training.loss


def test_what_is_measured_is_what_a_look_into_the_recorded_network_gives() -> None:
    validation = digits()[1]
    for epoch in SHOT.epochs:
        assert epoch.weights is not None
        look = Look(SMALL, epoch.weights)
        shares = look.probabilities(validation.pictures)
        guesses = shares.argmax(axis=1)
        counts = np.zeros((10, 10), dtype=int)
        np.add.at(counts, (validation.labels, guesses), 1)
        assert epoch.confusion.tolist() == counts.tolist()
        assert epoch.validation.accuracy == pytest.approx(np.mean(guesses == validation.labels))
        of_truth = [wrong.of_truth for wrong in epoch.wrong]
        assert of_truth == sorted(of_truth)
        for wrong in epoch.wrong:
            assert wrong.truth == validation.labels[wrong.picture] != wrong.guess
            assert wrong.guess == guesses[wrong.picture]
            found = shares[wrong.picture]
            assert wrong.probability == pytest.approx(found[wrong.guess], rel=1e-4)
            assert wrong.of_truth == pytest.approx(found[wrong.truth], rel=1e-3, abs=1e-9)


def test_a_unit_is_dead_if_it_is_0_for_all_training_pictures() -> None:
    settings = replace(SMALL, bias=-0.6, seed=3)
    shot = trained(settings)
    pictures = digits()[0].pictures[shot.pictures]
    for epoch in shot.epochs:
        assert epoch.weights is not None
        look = Look(settings, epoch.weights)
        made = np.array([look.maps(one)[1] for one in pictures])
        assert epoch.dead == (int(np.sum(made.max(axis=(0, 2, 3)) == 0)),)
    assert shot.epochs[0].dead[0] > 0


def test_a_look_has_the_kernels_and_every_layers_maps() -> None:
    look = Look(SMALL, SHOT.weights)
    assert {place: kernels.shape for place, kernels in look.kernels().items()} == {0: (4, 1, 3, 3)}
    shapes = [made.shape for made in look.maps(digits()[0].pictures[0])]
    assert shapes == [(4, 6, 6), (4, 6, 6), (4, 6, 6), (4, 3, 3), (36,), (10,)]


def test_the_same_seed_gives_the_same_training_and_another_one_does_not() -> None:
    assert trained(SMALL).losses.tolist() == SHOT.losses.tolist()
    assert trained(replace(SMALL, seed=1)).losses.tolist() != SHOT.losses.tolist()


def test_pictures_are_chosen_equally_of_all_digits_and_the_noise_is_as_asked() -> None:
    training = digits()[0]
    few = chosen(TrainingSettings(pictures=40, seed=5), training)
    assert np.bincount(few.labels).tolist() == [4] * 10
    assert few.labels.tolist() == training.labels[few.places].tolist()
    assert len(set(few.places.tolist())) == 40
    every = chosen(TrainingSettings(), training)
    assert sorted(every.places.tolist()) == list(range(1200))
    noisy = chosen(TrainingSettings(noise=0.25), training)
    assert np.sum(noisy.labels != training.labels[noisy.places]) == 300


def test_a_classifier_is_made_of_any_layers() -> None:
    end = (Flatten(), Linear(10))
    assert complete((), 10, (1, 8, 8)) == end
    assert complete((Flatten(), Linear(10), Activation("softmax")), 10, (1, 8, 8)) == end
    assert complete((LocalResponseNorm(), Dropout()), 10, (1, 8, 8)) == (Dropout(), *end)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"optimiser": "lion"}, "not_a_choice"),
        ({"rate": 0.0}, "not_positive"),
        ({"batch": 129}, "above_maximum"),
        ({"pictures": 19}, "below_minimum"),
        ({"noise": 1.5}, "not_between"),
        ({"epochs": 0}, "below_minimum"),
        ({"layers": (Flatten(), Linear(2000))}, "above_maximum"),
        ({"layers": (Conv(99, 3, padding=1), Conv(99, 3))}, "above_maximum"),
        ({"layers": (Conv(1, 1, padding=200),)}, "above_maximum"),
        ({"layers": (Flatten(), Conv(4, 3))}, "needs_map"),
    ],
)
def test_what_is_out_of_bounds_is_refused(changed: dict[str, Any], code: str) -> None:
    with pytest.raises(EngineError) as error:
        Run(replace(SMALL, **changed))
    assert error.value.code == code


def test_a_long_film_keeps_every_epoch_but_not_all_weights() -> None:
    film, weights = Film(), np.zeros(40_000, dtype=np.float32)
    none = np.zeros((10, 10), dtype=np.uint16)
    for number in range(201):
        measured = Measured(1.0, 0.5)
        film.add(Epoch(number, measured, measured, (), (), none, (), 0.0, weights))
    assert [epoch.number for epoch in film.epochs] == list(range(201))
    kept = [epoch.number for epoch in film.epochs if epoch.weights is not None]
    assert len(kept) * weights.nbytes <= MOST_BYTES
    assert np.ptp(np.diff(kept)) == 0
    shot = replace(SHOT, epochs=film.epochs)
    found = shot.epoch_with_weights(kept[3] + 1)
    assert found is not None
    assert found.number == kept[3]
