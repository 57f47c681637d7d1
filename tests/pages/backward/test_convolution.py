"""The backward passes in Streamlit's test runner: each switch, its numbers, both languages."""

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import RunApp, open_tab
from visualizer.words.text import LANGUAGES, text


def stage(app: AppTest) -> dict[str, dict[str, Any]]:
    spec = json.loads(app.get("plotly_chart")[0].proto.spec)
    return {trace["name"]: trace for trace in spec["data"]}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("way", "cells"), [("input", 25), ("weight", 9)])
def test_a_convolution_runs_backward(run_app: RunApp, way: str, cells: int, lang: str) -> None:
    app = run_app("convolution", conv_pass=way, lang=lang)
    assert not app.exception
    assert text("back.title", lang) in [heading.value for heading in app.main.header]
    assert len(stage(app)["numbers:output"]["text"]) == cells
    assert text("back.ones", lang) in [said.value for said in app.main.markdown]
    open_tab(app, "convolution", "proof", lang)
    app.button(key=f"conv_proof_{way}").click().run()
    assert len(app.success) == 1
    open_tab(app, "convolution", "code", lang)
    assert "y.backward(gradient)" in app.code[0].value


def test_the_switch_is_off_and_one_tap_away(run_app: RunApp) -> None:
    app = run_app("convolution")
    assert "conv_pass" not in {box.key for box in app.selectbox}
    app.session_state["conv_backward"] = True
    app.run()
    app.selectbox(key="conv_pass").set_value("weight").run()
    assert "weight" in app.query_params["conv_pass"]
    assert len(stage(app)["numbers:kernel"]["text"]) == 9
    app.selectbox(key="conv_upstream").set_value("target").run()
    assert "target" in app.query_params["conv_upstream"]
    app.segmented_control(key="conv_pass_bar").set_value("forward").run()
    assert "conv_pass" not in app.query_params
    assert "conv_upstream" not in app.query_params
    assert text("common.why_shape") in [heading.value for heading in app.main.header]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_padding_that_repeats_cells_adds_its_part(run_app: RunApp, lang: str) -> None:
    app = run_app(
        "convolution", conv_pass="input", conv_mode="reflect", conv_padding=1, conv_channels=2,
        lang=lang,
    )  # fmt: skip
    assert not app.exception
    assert text("conv.back_repeated", lang) in [said.value for said in app.main.markdown]
    assert len(app.get("plotly_chart")) == 1 + 2 * 3


def test_predicting_asks_about_the_way_forward(run_app: RunApp) -> None:
    app = run_app("convolution", conv_pass="input", conv_step=20, ask="mine.1.1")
    assert not app.exception
    assert not app.error
