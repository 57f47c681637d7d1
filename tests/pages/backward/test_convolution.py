"""The backward passes in Streamlit's test runner: each switch, its numbers, both languages."""

import json
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import RunApp, open_tab
from visualizer.settings.grids import decode
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


@pytest.mark.parametrize("page", ["convolution", "pooling"])
def test_the_target_is_a_pattern_numbers_or_a_picture(run_app: RunApp, page: str) -> None:
    prefix = {"convolution": "conv", "pooling": "pool"}[page]
    query = {f"{prefix}_pass": "input", f"{prefix}_upstream": "target"}
    app = run_app(page, **query, **{f"{prefix}_size": 8})
    chooser = f"{prefix}_aim"
    app.selectbox(key=chooser).set_value("circle").run()
    assert "circle" in app.query_params[chooser]
    app.selectbox(key=chooser).set_value("upload").run()
    assert not app.exception
    kept = BytesIO()
    Image.new("RGB", (20, 20), (255, 0, 0)).save(kept, "PNG")
    app.file_uploader[0].upload("red.png", kept.getvalue()).run()
    assert not app.exception
    written = app.query_params[f"{prefix}_target"]
    cells = decode(written if isinstance(written, str) else written[0])
    assert set(cells.ravel()) == {76}  # the brightness of red
    app.selectbox(key=chooser).set_value("cross").run()
    assert f"{prefix}_target" not in app.query_params
    app.selectbox(key=chooser).set_value("upload").run()
    assert f"{prefix}_target" in app.query_params


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
