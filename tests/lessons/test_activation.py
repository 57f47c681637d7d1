"""The activation lesson: its settings and what it claims, held against the numbers."""

from __future__ import annotations

import contextlib
import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.lessons.cases import values_of
from visualizer import engine
from visualizer.lessons.activation import example as story
from visualizer.lessons.activation import words
from visualizer.lessons.activation.settings import ANIMALS, CLASSES, CURVES, EXAMPLES, KINDS, LESSON
from visualizer.settings.parameters import Values
from visualizer.ui.proof import curve_by_torch, softmax_by_torch
from visualizer.words.text import LANGUAGES, known

WISHES = st.fixed_dictionaries({}, optional={p.name: values_of(p) for p in LESSON.parameters})


def run(script: str) -> dict[str, object]:
    space: dict[str, object] = {}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(script, space)
    return space


@settings(deadline=None, max_examples=60)
@given(WISHES)
def test_settings_come_back_from_the_address(wishes: Values) -> None:
    values, _ = LESSON.settle(wishes)
    assert LESSON.parse(LESSON.format(values)) == (values, [])


@pytest.mark.parametrize("kind", CURVES)
def test_curves_and_slopes_are_torch_s_and_the_code_s(kind: str) -> None:
    x = story.grid()
    ours = np.stack([story.function(kind, 0.2)(x), story.derivative(kind, 0.2)(x)])
    assert np.allclose(ours, curve_by_torch(kind, 0.2, x), atol=1e-12)
    by_numpy = run(words.numpy_code(kind, 0.2, 1.5))
    points = np.asarray(by_numpy["x"])
    assert np.allclose(by_numpy["y"], story.function(kind, 0.2)(points))
    assert np.allclose(by_numpy["slope"], story.derivative(kind, 0.2)(points))
    grad = run(words.torch_code(kind, 0.2, 1.5))["x"].grad.numpy()  # type: ignore[attr-defined]
    assert np.allclose(grad, story.derivative(kind, 0.2)(points))


def test_sigmoid_s_gradient_vanishes_and_relu_s_does_not() -> None:
    sigmoid = story.chain("sigmoid", 0.01, 12)
    assert (sigmoid <= 0.25 ** np.arange(1, 13)).all()
    assert story.chain("relu", 0.01, 12).tolist() == [1.0] * 12
    # The product of slopes is the slope of the whole chain.
    f, h = story.function("sigmoid", 0), 1e-5
    assert np.isclose(sigmoid[1], float(f(f(1 + h)) - f(f(1 - h))) / (2 * h), rtol=1e-6)


def test_relu_s_neurons_die_one_after_another_and_leaky_ones_never() -> None:
    counts = [int(story.layer(bias, 0.01).dead.sum()) for bias in (0.0, -4.0, -8.0, -12.0)]
    assert counts == sorted(counts)
    assert counts[0] == 0
    assert counts[-1] == story.NEURONS
    assert not story.layer(-12.0, 0.01).dead_leaky.any()
    assert (story.layer(-12.0, 0.01).relu == 0).all()


def test_the_animals_have_exactly_their_shares() -> None:
    assert np.allclose(engine.softmax(ANIMALS), [0.70, 0.25, 0.05], atol=1e-6)
    fraction = words.softmax_fraction(list(ANIMALS), 1.0, 0, ["#1", "#2", "#3"])
    assert r"\frac{\textcolor{#1}{14}}" in fraction
    assert r"\textcolor{#1}{0.7000}" in fraction


@pytest.mark.parametrize("name", EXAMPLES)
def test_softmax_is_safe_and_sums_to_one(name: str) -> None:
    logits = list(EXAMPLES[name])
    shares = engine.softmax(logits)
    assert np.isclose(shares.sum(), 1)
    assert np.allclose(shares, softmax_by_torch(np.array(logits), 1.0))
    for script in (words.softmax_numpy(logits, 2.0), words.softmax_torch(logits, 2.0)):
        assert np.allclose(run(script)["p"], engine.softmax(logits, temperature=2.0))
    for i in range(len(logits)):
        assert "inf" not in words.softmax_fraction(logits, 0.5, i, ["a", "b", "c"]).lower()


def test_one_logit_has_as_many_shares_as_the_others_like() -> None:
    _, here = story.share_of_first(list(ANIMALS), 1.0, 0.0)
    _, raised = story.share_of_first(list(ANIMALS), 1.0, 2.0)
    assert np.isclose(here[80], 0.7, atol=1e-6)
    assert (raised < here).all()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_has_its_words(lang: str) -> None:
    for parameter in LESSON.parameters:
        assert known(f"param.{parameter.name}")
    for kind in KINDS:
        assert known(f"choice.act_kind.{kind}")
        assert known(f"act.say.{kind}")
    assert all(known(f"act.class.{name}") for name in CLASSES)
    assert words.sentence("sigmoid", 0.01, 0.0, lang).count("0.25")
