"""The fully connected layer's backward pass in Streamlit's test runner."""

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import RunApp, open_tab
from visualizer.words.text import LANGUAGES, text


def drawing(app: AppTest) -> dict[str, dict[str, Any]]:
    spec = json.loads(app.get("plotly_chart")[0].proto.spec)
    return {trace["name"]: trace for trace in spec["data"]}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("way", "charts"), [("input", 2), ("weight", 3)])
def test_it_runs_backward(run_app: RunApp, way: str, charts: int, lang: str) -> None:
    app = run_app("dense", dense_pass=way, lang=lang)
    assert not app.exception
    assert [heading.value for heading in app.main.header] == [text("back.title", lang)]
    assert text("back.ones", lang) in [said.value for said in app.main.markdown]
    assert "chosen-input" in drawing(app)
    # The drawing for a desk and for a phone; the weights' own table stands open.
    assert len(app.get("plotly_chart")) == charts
    open_tab(app, "dense", "proof", lang)
    app.button(key="dense_proof_back").click().run()
    assert len(app.success) == 1
    assert "39" in app.success[0].value  # 9 inputs, 27 weights, 3 biases
    open_tab(app, "dense", "code", lang)
    assert "y.backward(gradient)" in app.code[0].value


def test_the_switch_is_off_and_one_tap_away(run_app: RunApp) -> None:
    app = run_app("dense", dense_output=2)
    assert "dense_pass" not in {box.key for box in app.selectbox}
    app.session_state["dense_backward"] = True
    app.run()
    app.selectbox(key="dense_pass").set_value("input").run()
    assert "dense_output" not in app.query_params
    app.selectbox(key="dense_upstream").set_value("class").run()
    assert "class" in app.query_params["dense_upstream"]
    app.selectbox(key="dense_label").set_value(2).run()
    assert "2" in app.query_params["dense_label"]
    assert "− 1" in drawing(app)["classes"]["text"][2]
    app.segmented_control(key="dense_pass_bar").set_value("forward").run()
    assert not {"dense_pass", "dense_upstream", "dense_label"} & set(app.query_params)
    assert text("common.why_shape") in [heading.value for heading in app.main.header]


def test_predicting_asks_about_the_way_forward(run_app: RunApp) -> None:
    app = run_app("dense", dense_pass="weight", dense_step=20, ask="mine.1.1")
    assert not app.exception
    assert not app.error
