"""Pooling run backward in Streamlit's test runner, in both languages."""

import json

import pytest

from tests.pages.conftest import RunApp, open_tab
from visualizer.words.text import LANGUAGES, text


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", ["max", "avg", "global"])
def test_a_pooling_runs_backward(run_app: RunApp, kind: str, lang: str) -> None:
    app = run_app("pooling", pool_kind=kind, pool_pass="input", pool_step=5, lang=lang)
    assert not app.exception
    assert text("back.title", lang) in [heading.value for heading in app.main.header]
    spec = json.loads(app.get("plotly_chart")[0].proto.spec)
    numbers = {trace["name"]: trace for trace in spec["data"]}["numbers:output"]["text"]
    assert len(numbers) == 16
    open_tab(app, "pooling", "proof", lang)
    app.button(key="pool_proof_back").click().run()
    assert len(app.success) == 1
    open_tab(app, "pooling", "code", lang)
    assert "y.backward(gradient)" in app.code[0].value
    app.segmented_control(key="pool_pass_bar").set_value("forward").run()
    assert "pool_pass" not in app.query_params
