"""A kernel's descent is torch's, in every configuration; what is said of its rate is so."""

from __future__ import annotations

from contextlib import redirect_stdout
from dataclasses import replace
from io import StringIO
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.settings.cases import wishes
from visualizer import engine
from visualizer.lessons.convolution import LESSON
from visualizer.lessons.convolution.backward.flow import arguments, flow
from visualizer.lessons.convolution.figure import frames
from visualizer.lessons.convolution.learns import words
from visualizer.lessons.convolution.learns.code import numpy_descent, torch_descent
from visualizer.lessons.convolution.learns.descent import MOST_GROWTH, Problem, descend
from visualizer.lessons.convolution.learns.rules import opened_place
from visualizer.lessons.convolution.learns.run import Learning, learning, unmoved
from visualizer.lessons.convolution.parts.learn import stage_settings
from visualizer.lessons.convolution.proof import descent_by_torch, descent_numbers
from visualizer.lessons.convolution.settings import ConvolutionSettings
from visualizer.lessons.convolution.taken.offer import TAKEN
from visualizer.offline.maths import mathml
from visualizer.offline.page import draft
from visualizer.offline.pieces import Formula, Live, flat
from visualizer.words.text import LANGUAGES

# A few steps: rounding errors grow with a descent that diverges.
LEARNS = st.tuples(wishes(LESSON), st.integers(1, 4)).map(
    lambda drawn: LESSON.settle(drawn[0].changed(pass_="learn", descents=drawn[1]))[0]
)


def settings_of(**query: str) -> ConvolutionSettings:
    asked = {f"conv_{name}": value for name, value in query.items()}
    return LESSON.parse({"conv_pass": "learn", "conv_bias": "0", **asked})[0]


def learned(**query: str) -> Learning:
    """Return the descent at an address; its names without the prefix."""
    return learning(unmoved(settings_of(**query)))


def has_kink(found: Learning) -> bool:
    """Tell whether a sum lies where an activation's slope jumps: rounding alone decides there."""
    if found.problem.activation not in ("relu", "leaky_relu"):
        return False
    sums = [found.problem.output(weights)[0] for weights in found.descent.weights]
    return any(bool((np.abs(each) < 1e-9).any()) for each in sums)


@given(LEARNS)
def test_every_step_is_that_of_torchs_optimizer(settings: ConvolutionSettings) -> None:
    found = learning(unmoved(settings))
    assume(not has_kink(found))
    ours, theirs = descent_numbers(found), descent_by_torch(found)
    assert np.isfinite(ours).all()
    scale = max(1.0, float(np.abs(theirs).max()))
    np.testing.assert_allclose(ours, theirs, rtol=1e-9, atol=1e-9 * scale)


@given(LEARNS)
def test_gradients_and_outputs_are_those_of_the_engine(settings: ConvolutionSettings) -> None:
    found = learning(unmoved(settings))
    assume(not has_kink(found))
    begun = found.flow(0)
    now, gradients = begun.example, begun.gradients
    ours = replace(now, weight=found.kernel_gradients[0])
    scale = max(1.0, float(np.abs(gradients.weight).max()))
    np.testing.assert_allclose(ours.torch_weight, gradients.weight, atol=1e-9 * scale)
    output = found.problem.output(found.descent.weights[0])[1].reshape(found.target.shape)
    scale = max(1.0, float(np.abs(output).max()))
    np.testing.assert_allclose(output, now.trace.activated, atol=1e-9 * scale)
    if found.biases is not None:
        np.testing.assert_allclose(
            found.descent.gradients[0, :, -1], gradients.bias, atol=1e-9 * max(1.0, scale)
        )


@given(LEARNS)
def test_everything_is_said_in_both_languages_and_adds_up(settings: ConvolutionSettings) -> None:
    found = learning(unmoved(settings))
    step = min(settings.step, found.descent.steps)
    sum_ = words.opened(found, settings, step)
    scale = max(1.0, float(np.abs(sum_.products).sum()))
    assert sum_.products.sum() == pytest.approx(sum_.total, abs=1e-9 * scale)
    for lang in LANGUAGES:
        said = words.sentence(found, settings, step, lang)
        assert "nan" not in said.lower()
        assert "∞" not in said + words.rate_said(found, lang)
        assert len(words.table(found, settings, step, lang).rows) == sum_.delta.size + 1
        sent = frames(unmoved(settings), False, lang)
        assert "NaN" not in sent["descent"]
        assert "Infinity" not in sent["descent"]


@given(LEARNS)
def test_the_stage_that_an_opened_gradient_leads_to_makes_the_same_sum(
    settings: ConvolutionSettings,
) -> None:
    found = learning(unmoved(settings))
    step = min(settings.step, found.descent.steps)
    assume(not has_kink(found))
    assume(opened_place(settings) is not None)  # a bias has no window
    linked = stage_settings(found, settings, step)
    if linked is None:
        return
    back = flow(LESSON.rewound(linked))
    sum_ = words.opened(found, settings, step)
    # An address keeps six decimals of weights, target or gradient.
    close = 1e-5 * max(1.0, float(np.abs(sum_.met).sum()))
    assert back.trace.result(linked.step) == pytest.approx(sum_.total, abs=close, rel=1e-3)


def test_by_hand_one_weight_on_two_cells() -> None:
    """With x = (1, 2) and t = (3, 6): L = ((w − 3)² + (2·w − 6)²) / 2 = 2.5·(w − 3)²."""
    problem = Problem(np.array([[[1.0], [2.0]]]), np.array([[3.0, 6.0]]))
    found = descend(problem, np.array([[1.0]]), 0.1, 2)
    assert found.losses[0] == 10.0  # (4 + 16) / 2
    assert found.gradients[0].tolist() == [[-10.0]]  # (1·(−2) + 2·(−4))·2/2
    assert found.weights[:, 0, 0].tolist() == [1.0, 2.0, 2.5]
    assert problem.curvatures.tolist() == [5.0]
    assert (problem.bound, problem.rank) == (0.4, 1)


@pytest.mark.parametrize("share", [0.02, 0.75, 0.99, 1.01, 1.1])
def test_a_descent_falls_below_the_bound_and_grows_above_it(share: float) -> None:
    found = learned(input="cross", descents="300")
    run = descend(found.problem, found.descent.weights[0], share * found.problem.bound, 2000)
    if share < 1:
        assert not run.diverged
        assert (np.diff(run.losses) <= 1e-15).all()
    else:
        assert run.diverged
        assert run.losses[-1] > MOST_GROWTH * run.losses[0]


def test_the_right_rate_finds_sobel_on_the_first_example() -> None:
    found = learned(input="cross")
    assert found.problem.rank == found.problem.weights == 9
    assert np.abs(found.kernels[-1] - found.goal).max() < 0.02
    assert found.descent.losses[-1] < 1e-4
    assert words.unknown_said(found, "en") == ""


def test_a_picture_that_does_not_tell_leads_to_another_kernel() -> None:
    found = learned(input="checkerboard", descents="300")
    assert found.problem.rank == 2
    assert found.descent.losses[-1] < 1e-12
    assert np.abs(found.kernels[-1] - found.goal).max() > 0.5
    assert "of 9 directions" in words.unknown_said(found, "en")
    assert "7 change no output" in words.unknown_said(found, "en")


def test_a_painted_target_has_a_best_kernel_and_a_least_loss() -> None:
    found = learned(input="random", size="8", goal="painted", descents="300")
    assert found.least is not None
    assert 0 < found.least <= found.descent.losses[-1]
    again = descend(found.problem, found.problem.best, found.rate, 3)
    np.testing.assert_allclose(again.losses, found.least, rtol=1e-9)


def test_no_input_teaches_nothing_and_a_rate_beyond_all_bounds_shows_no_infinity() -> None:
    nothing = learned(input="custom", size="3", kernel="3", data="0_0_0~0_0_0~0_0_0")
    assert not nothing.descent.gradients.any()
    assert "nothing can be learned" in words.rate_said(nothing, "en")
    wild = learned(input="photo", rate="own", rate_value="999")
    assert wild.descent.diverged
    assert np.isfinite(descent_numbers(wild)).all()


def test_the_same_seed_starts_alike_and_another_one_elsewhere() -> None:
    one, two = learned(start="3"), learned(start="4")
    assert np.array_equal(one.kernels[0], learned(start="3", rate="small").kernels[0])
    assert not np.array_equal(one.kernels[0], two.kernels[0])
    assert np.abs(one.kernels[0]).max() <= 1


CASES: tuple[dict[str, str], ...] = (
    {},
    {"bias": "1", "stride": "2", "padding": "1", "channels": "2", "filters": "4", "groups": "2"},
    {"mode": "reflect", "padding": "1", "activation": "leaky_relu", "goal": "painted"},
    {"transposed": "1", "stride": "2", "bias": "1", "activation": "sigmoid"},
)


@pytest.mark.parametrize("query", CASES)
def test_both_scripts_take_the_same_steps(query: dict[str, str]) -> None:
    found = learned(**query, descents="5")
    theirs: dict[str, Any] = {}
    ours: dict[str, Any] = {}
    with redirect_stdout(StringIO()):
        exec(torch_descent(found), theirs)
        exec(numpy_descent(found), ours)
    losses = found.descent.losses[:-1]  # each before its step
    last = found.at(found.descent.steps).torch_weight
    np.testing.assert_allclose(theirs["losses"], losses, rtol=1e-9)
    np.testing.assert_allclose(ours["losses"], losses, rtol=1e-9)
    np.testing.assert_allclose(theirs["w"].detach().numpy(), last, rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(ours["w"], last, rtol=1e-9, atol=1e-12)


def test_a_descent_is_taken_along_with_every_step() -> None:
    settings = settings_of(input="cross", descents="7")
    arrays = TAKEN.arrays(settings)
    assert arrays["weights"].shape == (8, 1, 1, 3, 3)
    assert arrays["losses"].shape == (8,)
    assert TAKEN.steps is not None
    listed = TAKEN.steps(settings, "en")
    rows = list(listed.rows)
    assert len(rows) == 8
    assert rows[0][:2] == (0, arrays["losses"][0])
    assert len(rows[0]) == len(listed.columns) == 2 + 9


def test_an_address_brings_everything_back() -> None:
    query = {
        "conv_pass": "learn", "conv_input": "cross", "conv_goal": "painted",
        "conv_aim": "custom", "conv_target": "1_0_0~0_1_0~0_0_1", "conv_start": "7",
        "conv_rate": "own", "conv_rate_value": "0.000004", "conv_descents": "80",
        "conv_opened": "4", "conv_step": "12", "conv_bias": "0",
    }  # fmt: skip
    settings, notices = LESSON.parse(query)
    assert notices == []
    assert LESSON.format(settings) == query
    assert "conv_target" not in LESSON.format(LESSON.settle(settings.changed(goal="kernel"))[0])
    assert not {"goal", "start", "rate", "opened"} & LESSON.relevant(LESSON.forward(settings))


def test_many_weights_take_fewer_steps() -> None:
    many = {"size": "32", "kernel": "11", "channels": "3", "filters": "6", "descents": "300"}
    settings = settings_of(**many, step="300")
    assert settings.weight_count == 6 * 3 * 121
    assert settings.descents == settings.step == 60_000 // settings.weight_count - 1
    assert LESSON.bound(settings, "descents").high == settings.descents
    assert settings_of(size="32", kernel="11", descents="300").descents == 300


def test_a_convolution_is_the_matrix_times_the_weights() -> None:
    found = learned(input="random", size="7", stride="2", padding="1", dilation="2")
    example = found.example
    options = {name: value for name, value in arguments(example).items() if name != "groups"}
    y = engine.conv2d(example.input, found.kernels[3], **options)
    np.testing.assert_allclose(
        y.ravel(), found.problem.output(found.descent.weights[3])[1].ravel(), atol=1e-12
    )


def test_a_saved_page_learns_too() -> None:
    settings = settings_of(input="cross", step="12")
    made = draft("convolution", settings, "ko")
    found = next(piece for piece in flat(made.light) if isinstance(piece, Live))
    assert (found.component, found.data["step"]) == ("learns", 12)
    assert found.data["id"] == frames(unmoved(settings), False, "ko")["id"]
    formulas = [piece.latex for piece in flat(made.light) if isinstance(piece, Formula)]
    assert "←" in "".join(map(mathml, formulas))
