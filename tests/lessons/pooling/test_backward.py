"""What flows back on the pooling page is what autograd gives, in every configuration."""

from __future__ import annotations

from contextlib import redirect_stdout
from io import StringIO
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given

from tests.settings.cases import wishes
from visualizer.lessons.pooling import LESSON
from visualizer.lessons.pooling.backward import words
from visualizer.lessons.pooling.backward.code import numpy_backward, torch_backward
from visualizer.lessons.pooling.backward.flow import Flow, flow
from visualizer.lessons.pooling.proof import gradient_by_torch
from visualizer.lessons.pooling.settings import PoolingSettings
from visualizer.words.text import LANGUAGES

BACKWARD = wishes(LESSON).map(lambda wished: LESSON.settle(wished.changed(pass_="input"))[0])


def flow_of(**query: str) -> Flow:
    """Return what flows back at an address; its names without the prefix."""
    asked = {f"pool_{name}": value for name, value in {"pass": "input", **query}.items()}
    return flow(LESSON.rewound(LESSON.parse(asked)[0]))


@given(BACKWARD)
def test_what_flows_back_is_what_autograd_gives(settings: PoolingSettings) -> None:
    found = flow(LESSON.rewound(settings))
    assume(np.isfinite(found.given).all())
    theirs = gradient_by_torch(found)
    scale = max(1.0, float(abs(theirs).max()))
    np.testing.assert_allclose(found.trace.output, theirs, rtol=1e-9, atol=1e-9 * scale)
    for lang in LANGUAGES:
        assert str(settings.step + 1) in words.sentence(found, settings.step, lang)
        table = words.table(found, settings.step, lang)
        assert len(table.rows) - table.closing == found.trace.window(settings.step).size
        assert all((*words.story(found, lang).sentences, words.alt(found, lang)))


def test_all_goes_to_the_winner() -> None:
    found = flow_of(upstream="typed", gradient="1_2~3_4")
    # The lecture's greatest are 5 and 8, 7 and 6.
    rows = [[0, 0, 0, 0], [0, 1, 2, 0], [0, 0, 0, 4], [3, 0, 0, 0]]
    assert found.trace.output[0].tolist() == rows
    assert words.written_step(found.trace, 5) == "1 = 1"
    assert words.written_step(found.trace, 0) == "0 = 0"


def test_an_average_spreads() -> None:
    found = flow_of(kind="avg", upstream="typed", gradient="1_2~3_4")
    assert (
        found.trace.output[0].tolist() == np.kron([[1, 2], [3, 4]], np.full((2, 2), 0.25)).tolist()
    )
    assert words.written_step(found.trace, 0) == "(1) / 4 = 0.25"


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"kind": "avg", "kernel": "3", "stride": "1", "padding": "1", "count_pad": "0"},
        {"kernel": "3", "stride": "1", "padding": "1", "upstream": "target"},
        {"kernel": "2", "dilation": "2", "stride": "1", "size": "6"},
        {"kind": "global", "channels": "2"},
    ],
)
def test_both_scripts_print_the_gradient(query: dict[str, str]) -> None:
    found = flow_of(**query)
    theirs: dict[str, Any] = {}
    ours: dict[str, Any] = {}
    with redirect_stdout(StringIO()):
        exec(torch_backward(found), theirs)
        exec(numpy_backward(found), ours)
    np.testing.assert_allclose(theirs["x"].grad.numpy(), found.trace.output, atol=1e-9)
    np.testing.assert_allclose(ours["x_back"], found.trace.output, atol=1e-9)
