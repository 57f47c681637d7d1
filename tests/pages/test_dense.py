"""The dense page in Streamlit's test runner: both languages, address, the map taken over, proof."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import RunApp, open_tab
from visualizer.lessons import convolution
from visualizer.lessons.convolution.example import build
from visualizer.lessons.dense.example import capped
from visualizer.notation import number
from visualizer.words.text import LANGUAGES, text


def asked(app: AppTest, name: str) -> str:
    """Return what the address says of a parameter, which the runner keeps in either form."""
    value = app.query_params[name]
    return value if isinstance(value, str) else value[0]


def said(app: AppTest) -> str:
    """Return all paragraphs."""
    return "\n".join(part.value for part in app.markdown)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_opens_in_both_languages(run_app: RunApp, lang: str) -> None:
    app = run_app("dense", lang=lang)
    assert not app.exception
    assert not app.error
    assert app.title[0].value == text("dense.title", lang)
    heads = [part.value for part in app.main.header]
    assert heads == [text("common.why_shape", lang), text("dense.scores", lang)]
    folded = [part.label for part in app.expander]
    assert {text(f"dense.{n}", lang) for n in ("matrix", "conv", "share", "count")} <= set(folded)
    app.session_state["dense_share"] = app.session_state["dense_count"] = True
    app.run()
    assert "10 parameters" in said(app) or "매개변수 10개" in said(app)
    assert app.tabs[0].label == text("common.tab_words", lang)
    caption = "".join(part.value for part in app.caption)
    assert caption.count(text("dense.hover", lang)) == 1
    assert any("37{,}752{,}832" in formula.value for formula in app.latex)
    labels = {widget.label for widget in [*app.number_input, *app.selectbox, *app.slider]}
    other = LANGUAGES[1 - LANGUAGES.index(lang)]
    for name in ("dense_map", "dense_outputs", "dense_seed", "dense_side"):
        assert text(f"param.{name}", lang) in labels
        assert text(f"param.{name}", other) not in labels


def test_an_address_sets_every_control_and_stays(run_app: RunApp) -> None:
    query = {"dense_map": "random", "dense_channels": "3", "dense_size": "2", "dense_output": "2"}
    app = run_app("dense", **query, dense_side="9")
    app.session_state["dense_count"] = True
    app.run()
    assert app.number_input(key="dense_channels").value == 3
    assert app.slider(key="dense_side").value == 9
    assert {name: asked(app, name) for name in query} == query
    assert not app.warning


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_bad_address_says_so(run_app: RunApp, lang: str) -> None:
    app = run_app("dense", dense_output="77", dense_data="zz", dense_map="x", lang=lang)
    assert not app.exception
    said = app.warning[0].value
    for name in ("dense_output", "dense_data", "dense_map"):
        assert text(f"param.{name}", lang) in said


def test_it_takes_over_what_the_convolution_lesson_made(run_app: RunApp) -> None:
    app = run_app("convolution", conv_size="8", conv_preset="box", conv_input="cross")
    app.switch_page("pages/dense.py").run()
    made, _ = convolution.LESSON.parse(
        {"conv_size": "8", "conv_preset": "box", "conv_input": "cross"}
    )
    taken = capped(build(made).trace.activated)
    spec = json.loads(app.get("plotly_chart")[0].proto.spec)
    cells = next(trace for trace in spec["data"] if trace["name"] == "cells")
    assert cells["text"] == [number(float(v)) for v in taken.ravel()]
    assert app.query_params["dense_data"]


def test_an_address_with_its_own_map_keeps_it(run_app: RunApp) -> None:
    app = run_app("dense", dense_data="1_2~3_4")
    app.number_input(key="dense_outputs").set_value(2).run()
    assert asked(app, "dense_data") == "1_2~3_4"
    spec = json.loads(app.get("plotly_chart")[0].proto.spec)
    cells = next(trace for trace in spec["data"] if trace["name"] == "cells")
    assert cells["text"] == ["1", "2", "3", "4"]


@pytest.mark.parametrize("source", ["convolution", "random"])
def test_torch_agrees_both_ways(run_app: RunApp, source: str) -> None:
    app = run_app("dense", dense_map=source)
    open_tab(app, "dense", "proof").button(key="dense_proof").click().run()
    assert not app.error
    assert len(app.success) == 1
    # Wx + b, the convolution and the probabilities of three classes.
    assert "9 values compared" in app.success[0].value
