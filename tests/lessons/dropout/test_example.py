"""The dropout lesson's numbers agree with one another and with the engine."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from tests.lessons.dropout.cases import example_of
from tests.settings.cases import settled
from visualizer import engine
from visualizer.lessons.dropout import LESSON
from visualizer.lessons.dropout.example import build
from visualizer.lessons.dropout.settings import DropoutSettings


@given(settled(LESSON))
def test_a_layer_after_dropout_is_what_the_engine_drops(settings: DropoutSettings) -> None:
    now = build(settings)
    rng = np.random.default_rng(now.seed)
    for layer in range(len(now.hidden)):
        before, after = now.dropped.before[layer + 1], now.dropped.after[layer + 1]
        np.testing.assert_array_equal(engine.dropout(before, now.p, True, rng), after)


def test_every_draw_is_one_run_of_the_network() -> None:
    now = example_of(draws=7, layers=3)
    for draw in range(7):
        alone = now.run(now.split(now.all_masks[draw]))
        np.testing.assert_allclose(now.many.output[draw], alone.output)
    np.testing.assert_allclose(now.many.output[0], now.dropped.output)
    np.testing.assert_allclose(now.running_mean(4, 0)[-1], now.many.output[:, 0].mean())


@pytest.mark.parametrize("p", [0.1, 0.5, 0.8])
def test_the_mean_of_many_draws_comes_to_the_evaluation(p: float) -> None:
    now = example_of(p=p, draws=2000, layers=1)
    for layer, neuron in ((1, now.watched), (2, 0)):
        values = now.many.after[layer][:, neuron]
        error = 4 * values.std() / np.sqrt(len(values)) + 1e-9
        assert abs(values.mean() - now.whole.before[layer][neuron]) < error


def test_nothing_and_everything_dropped() -> None:
    nothing, everything = example_of(p=0.0), example_of(p=1.0)
    np.testing.assert_array_equal(nothing.dropped.output, nothing.whole.output)
    assert not everything.dropped.output.any()
    assert everything.scale is None
