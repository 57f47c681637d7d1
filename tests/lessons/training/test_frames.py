"""What the browser is sent: all of a training once, nothing twice, numbers as measured."""

from __future__ import annotations

import base64
import json
from dataclasses import replace

import numpy as np
import pytest

from visualizer.learning import Run, TrainingSettings, check
from visualizer.lessons.training import LESSON, frames, words
from visualizer.lessons.training.example import trainings
from visualizer.lessons.training.settings import CLAIMS, TrainingPageSettings
from visualizer.material.digits import digits
from visualizer.settings.parameters import IntParameter, Value

SMALL = TrainingPageSettings(pictures=40, filters=2, later=2, batch=8, epochs=2)


def trained(settings: TrainingSettings, steps: int) -> Run:
    """Return a training after so many steps."""
    run = Run(settings)
    for _ in range(steps):
        run.one_step()
    return run


def test_the_page_opens_with_the_default_training() -> None:
    assert trainings(LESSON.opening()) == (TrainingSettings(),)


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_claim_runs_both_sides_with_the_pages_seed(claim: str) -> None:
    settings, _ = LESSON.parse({"train_claim": claim, "train_seed": "7"})
    left, right = trainings(settings)
    assert left.seed == right.seed == 7
    assert left != right


def test_pieces_make_the_whole_and_nothing_is_sent_twice() -> None:
    run = trained(trainings(SMALL)[0], 3)
    first = frames.since(run.snapshot(), (0, 0), 0)
    run.one_epoch()
    run.one_epoch()
    have = len(first["points"]), len(first["epochs"])
    second = frames.since(run.snapshot(), have, 0)
    whole = frames.since(run.snapshot(), (0, 0), 0)
    assert second["from"] == list(have)
    assert first["points"] + second["points"] == whole["points"]
    assert first["epochs"] + second["epochs"] == whole["epochs"]
    assert len(whole["points"]) == 10
    assert len(whole["epochs"]) == 3
    # Who says to have more than there is gets what follows that: nothing.
    assert frames.since(run.snapshot(), (99, 99), 0)["points"] == []


def test_many_steps_become_few_points() -> None:
    settings = trainings(SMALL)[0]
    many = replace(settings, epochs=200, batch=1)
    assert frames.stride(many) == 8
    run = trained(many, 20)
    losses = run.losses[:16].reshape(2, 8).mean(axis=1)
    sent = frames.since(run.snapshot(), (0, 0), None)
    np.testing.assert_allclose(sent["points"], losses, rtol=1e-3)


def test_what_is_sent_are_the_networks_own_numbers() -> None:
    run = trained(trainings(SMALL)[0], 2)
    sent = frames.since(run.snapshot(), (0, 0), 5)
    kernels = sent["now"]["kernels"]
    raw = np.frombuffer(base64.b64decode(kernels["data"]), dtype=np.int8)
    own = run.network.named()["0.weight"][:, 0]
    assert kernels["shape"] == [2, 3, 3]
    np.testing.assert_allclose(
        raw.reshape(2, 3, 3) / 127 * kernels["limit"], own, atol=kernels["limit"] / 200
    )
    shapes = [maps["shape"] for maps in sent["now"]["maps"]]
    assert shapes == [[2, 8, 8], [2, 8, 8], [2, 4, 4]]
    assert len(sent["epochs"][0]["confusion"]) == 100
    assert sum(sent["epochs"][0]["confusion"]) == len(digits()[1])


def test_what_diverges_is_still_json() -> None:
    settings = trainings(SMALL.changed(act="leaky_relu", rate=10.0, epochs=60))[0]
    run = Run(settings)
    while run.advance() is not None:
        pass
    assert run.diverged
    sent = frames.since(run.snapshot("diverged"), (0, 0), 0)
    assert "null" in json.dumps(sent, allow_nan=False)
    # Weights that are no numbers make no picture.
    assert "kernels" not in sent["now"]


def test_a_network_without_convolutions_has_no_kernels() -> None:
    settings = trainings(SMALL.changed(convs=0, pool="none", drop=0.0))[0]
    sent = frames.since(trained(settings, 1).snapshot(), (0, 0), 0)
    assert "kernels" not in sent["now"]
    assert sent["now"]["maps"] == []


def test_pictures_are_sent_as_they_are() -> None:
    signs = "0123456789abcdefg"
    first = [signs.index(sign) for sign in frames.shown_pictures()[0]]
    np.testing.assert_array_equal(np.array(first) / 16, digits()[1].pictures[0].ravel())


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_layers_are_named_with_their_numbers(lang: str) -> None:
    one = trainings(LESSON.opening())[0]
    names = words.names(one, words.weighted(one), lang)
    assert [name[-1] for name in names[:2]] == ["1", "2"]
    assert len(set(names)) == 3
    table = words.network_table(one, lang)
    assert len(table.rows) == len(one.network()) + 1


@pytest.mark.parametrize("pool", ["none", "max"])
@pytest.mark.parametrize("convs", range(6))
def test_the_largest_network_of_the_controls_can_be_trained(convs: int, pool: str) -> None:
    most: dict[str, Value] = {
        parameter.field: parameter.high
        for parameter in LESSON.parameters
        if isinstance(parameter, IntParameter)
    }
    wished = LESSON.defaults().changed(**most | {"convs": convs, "pool": pool, "norm": True})
    for one in trainings(LESSON.settle(wished)[0]):
        assert check(one) is one
