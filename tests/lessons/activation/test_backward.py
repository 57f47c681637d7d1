"""What flows back through an activation is what autograd gives, at every point of every curve."""

from __future__ import annotations

from contextlib import redirect_stdout
from io import StringIO
from typing import Any

import numpy as np
import pytest
from hypothesis import given

from tests.settings.cases import wishes
from visualizer.lessons.activation import LESSON
from visualizer.lessons.activation.backward import words
from visualizer.lessons.activation.backward.flow import flow
from visualizer.lessons.activation.example import grid
from visualizer.lessons.activation.proof import gradient_by_torch
from visualizer.lessons.activation.settings import CURVES, ActivationSettings
from visualizer.words.text import LANGUAGES


@given(
    wishes(LESSON).map(
        lambda wished: LESSON.settle(
            wished.changed(pass_="input", kind=CURVES[wished.layers % len(CURVES)])
        )[0]
    )
)
def test_the_gradient_is_autograds(settings: ActivationSettings) -> None:
    x = grid()
    theirs = gradient_by_torch(settings, x)
    np.testing.assert_allclose(flow(settings, x).result, theirs, rtol=1e-9, atol=1e-9)
    for lang in LANGUAGES:
        assert words.sentence(settings, lang)
        assert len(words.table(settings, lang).rows) >= 7


@pytest.mark.parametrize("kind", CURVES)
@pytest.mark.parametrize("upstream", ["typed", "target"])
def test_both_scripts_print_the_gradient(kind: str, upstream: str) -> None:
    settings = LESSON.parse(
        {"act_kind": kind, "act_pass": "input", "act_upstream": upstream, "act_x": "0.5"}
    )[0]
    found = flow(settings, np.array([0.5, -5, -2, -1, 0, 1, 2, 5]))
    theirs: dict[str, Any] = {}
    ours: dict[str, Any] = {}
    with redirect_stdout(StringIO()):
        exec(words.torch_backward(settings), theirs)
        exec(words.numpy_backward(settings), ours)
    np.testing.assert_allclose(theirs["x"].grad.numpy(), found.result, atol=1e-9)
    np.testing.assert_allclose(ours["x_back"], found.result, atol=1e-9)


def test_softmax_has_no_single_slope_to_multiply_by() -> None:
    settings, _ = LESSON.parse({"act_kind": "softmax", "act_pass": "input"})
    assert settings.pass_ == "forward"
