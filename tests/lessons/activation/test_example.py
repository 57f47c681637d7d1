"""What the activation lesson claims, held against the numbers."""

from __future__ import annotations

import numpy as np

from visualizer import engine
from visualizer.lessons.activation import example as story
from visualizer.lessons.activation.settings import ANIMALS


def test_sigmoid_s_gradient_vanishes_and_relu_s_does_not() -> None:
    sigmoid = story.chain("sigmoid", 0.01, 12)
    assert (sigmoid <= 0.25 ** np.arange(1, 13)).all()
    assert story.chain("relu", 0.01, 12).tolist() == [1.0] * 12
    # The product of slopes is the slope of the whole chain.
    f, h = story.function("sigmoid", 0), 1e-5
    above, below = (float(f(f(np.array(1 + step)))) for step in (h, -h))
    assert np.isclose(sigmoid[1], (above - below) / (2 * h), rtol=1e-6)


def test_relu_s_neurons_die_one_after_another_and_leaky_ones_never() -> None:
    counts = [int(story.layer(bias, 0.01).dead.sum()) for bias in (0.0, -4.0, -8.0, -12.0)]
    assert counts == sorted(counts)
    assert counts[0] == 0
    assert counts[-1] == story.NEURONS
    assert not story.layer(-12.0, 0.01).dead_leaky.any()
    assert (story.layer(-12.0, 0.01).relu == 0).all()


def test_the_animals_have_exactly_their_shares() -> None:
    assert np.allclose(engine.softmax(ANIMALS), [0.70, 0.25, 0.05], atol=1e-6)


def test_one_logit_has_as_many_shares_as_the_others_like() -> None:
    _, here = story.share_of_first(list(ANIMALS), 1.0, 0.0)
    _, raised = story.share_of_first(list(ANIMALS), 1.0, 2.0)
    assert np.isclose(here[80], 0.7, atol=1e-6)
    assert (raised < here).all()
