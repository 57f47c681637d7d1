"""Layers of one's own: their text, what is refused, and those taken over from Architecture."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pages.conftest import RunApp, run_app  # noqa: F401  # a fixture
from visualizer.engine.network.layers import (
    Activation,
    Add,
    AvgPool,
    BatchNorm,
    Conv,
    Dropout,
    Flatten,
    GlobalAvgPool,
    Linear,
    MaxPool,
)
from visualizer.learning import Learning, claims
from visualizer.lessons.training import LESSON, stack
from visualizer.lessons.training.example import layers
from visualizer.settings.parameters import ParameterError
from visualizer.words.text import text

PARAMETER = stack.StackParameter()
ONE: st.SearchStrategy[Learning] = st.one_of(
    st.builds(Conv, st.integers(1, 12), st.just(3), padding=st.just(1), bias=st.booleans()),
    st.builds(Activation, st.sampled_from(("relu", "leaky_relu", "sigmoid", "tanh", "gelu"))),
    st.sampled_from((BatchNorm(), Dropout(0.25), Dropout(0.07))),
)
ENDS: st.SearchStrategy[list[Learning]] = st.sampled_from(
    (
        [],
        [MaxPool(2), Flatten(), Linear(24), Activation("relu"), Linear(10)],
        [AvgPool(2, 1), GlobalAvgPool(), Flatten(), Linear(10, bias=False)],
    )
)


@given(st.lists(ONE, min_size=1, max_size=5), ENDS)
def test_layers_come_back_from_their_text(first: list[Learning], end: list[Learning]) -> None:
    written = stack.write([*first, *end])
    assert stack.read(written) == (*first, *end)
    assert PARAMETER.accepts(PARAMETER.parse(written))


@pytest.mark.parametrize("claim", claims(), ids=lambda claim: claim.name)
def test_every_claims_network_can_be_written(claim: object) -> None:
    network = claim.left.network()  # type: ignore[attr-defined]
    assert stack.read(stack.write(network)) == network


@pytest.mark.parametrize(
    "written",
    ["c8", "c8k9", "fc999", "max9", "c0k3", "c8k3p1-lrn5", "-", "relu-", "drop5x", "flat-flat-c8k3",
     "c16k3p1-" * 30 + "fc10", "c8k3p1-add1", "c99k3p1-c99k3p1", "drop999"],
)  # fmt: skip
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_what_cannot_be_trained_is_refused(written: str, lang: str) -> None:
    with pytest.raises(ParameterError):
        PARAMETER.parse(written)
    settings, notices = LESSON.parse({"train_net": written})
    assert settings.net == ""
    assert [notice.code for notice in notices] == ["train_bad_net"]


def test_branches_are_no_network_without_them() -> None:
    with pytest.raises(ParameterError):
        stack.checked((Conv(4, 3, padding=1), Add(-1)))


def test_own_layers_take_the_place_of_those_by_controls() -> None:
    settings, notices = LESSON.parse({"train_net": "c4k3-tanh-flat-fc10", "train_convs": "4"})
    assert layers(settings) == (Conv(4, 3), Activation("tanh"), Flatten(), Linear(10))
    assert LESSON.format(settings) == {"train_net": "c4k3-tanh-flat-fc10"}
    assert not notices


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_architectures_network_is_taken_over_or_refused(run_app: RunApp, lang: str) -> None:  # noqa: F811
    app = run_app("training", lang=lang)
    app.button(key="train_take_over").click().run()
    assert not app.exception
    assert len(app.sidebar.warning) == 1
    net = "1-1x8-c4k3p1-relu-max2-flat-fc10"
    app.switch_page("pages/architecture.py")
    app.query_params["arch_net"] = net
    app.run()
    app.query_params.clear()
    app.switch_page("pages/training.py").run()
    app.button(key="train_take_over").click().run()
    assert not app.exception
    assert app.code[0].value.split() == ["c4k3p1", "relu", "max2", "flat", "fc10"]
    labels = [button.label for button in app.sidebar.button]
    assert text("train.by_controls", lang) in labels
    app.button(key="train_by_controls").click().run()
    assert app.slider(key="train_convs").value == 2
