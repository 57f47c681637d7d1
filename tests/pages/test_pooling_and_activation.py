"""The pooling and activation pages in Streamlit's test runner."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import RunApp, open_tab
from visualizer.lessons.activation.settings import KINDS
from visualizer.lessons.roads import visit_pooling
from visualizer.material.photos import photo_title
from visualizer.settings.origin import Origin
from visualizer.settings.parameters import Value
from visualizer.words.text import LANGUAGES, text


def traces(app: AppTest) -> dict[str, dict[str, Any]]:
    spec = json.loads(app.get("plotly_chart")[0].proto.spec)
    return {trace["name"]: trace for trace in spec["data"]}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pooling_opens_with_the_lecture_s_numbers(run_app: RunApp, lang: str) -> None:
    app = run_app("pooling", lang=lang)
    assert not app.exception
    assert app.title[0].value == text("pool.title", lang)
    assert traces(app)["numbers:output"]["text"] == ["5", "8", "7", "6"]
    headings = [heading.value for heading in app.main.header]
    assert text("pool.beside_title", lang) in headings
    assert text("pool.shift_title", lang) in headings


def test_pooling_s_knobs_move_one_another(run_app: RunApp) -> None:
    app = run_app("pooling", pool_kind="avg", pool_padding="1")
    app.toggle(key="pool_count_pad").set_value(False).run()
    assert app.query_params["pool_count_pad"] in ("0", ["0"])
    app.button(key="pool_example_alexnet").click().run()
    assert not app.exception
    assert app.number_input(key="pool_kernel").value == 3
    assert len(traces(app)["numbers:output"]["text"]) == 36
    app.selectbox(key="pool_kind").select("global").run()
    assert not app.exception
    assert len(traces(app)["numbers:output"]["text"]) == 1


def test_pooling_says_what_an_address_may_not_ask(run_app: RunApp) -> None:
    app = run_app("pooling", pool_padding="5")
    assert not app.exception
    assert len(app.warning) == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_pooled_channel_of_alexnet_is_named_and_leads_back(run_app: RunApp, lang: str) -> None:
    grid = np.arange(169.0).reshape(1, 13, 13)
    wanted: dict[str, Value] = {"kind": "max", "size": 13, "kernel": 3, "stride": "2", "step": 7}
    origin = Origin("goldfish", "pool2", 7, 2, 2, 7, 8)
    app = run_app("pooling", **visit_pooling(wanted, grid, origin).query, lang=lang)
    assert not app.exception
    said = text("pool.from", lang, layer="pool2", channel=7, row=2, col=2, step=8,
                photo=photo_title("goldfish", lang), value="56")  # fmt: skip
    assert said in [each.value for each in app.markdown]
    links = {link.proto.label: link.proto.query_string for link in app.get("page_link")}
    back = links[text("origin.back", lang)]
    for part in ("alex_photo=goldfish", "alex_layer=pool2", "alex_channel=6", "alex_row=1"):
        assert part in back
    app.number_input(key="pool_kernel").set_value(2).run()
    assert not app.exception
    assert text("origin.back", lang) not in {link.proto.label for link in app.get("page_link")}
    assert "pool_from" not in app.query_params


def test_pooling_proves_itself(run_app: RunApp) -> None:
    app = run_app("pooling", pool_size="6", pool_kernel="3", pool_ceil="1")
    open_tab(app, "pooling", "proof").button(key="pool_proof").click().run(timeout=60)
    assert len(app.success) == 1


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_function_has_its_page(run_app: RunApp, kind: str, lang: str) -> None:
    app = run_app("activation", act_kind=kind, lang=lang)
    assert not app.exception
    assert not app.error
    assert app.title[0].value == text("act.title", lang)
    headings = [heading.value for heading in app.main.header]
    wanted = "act.many_title" if kind == "softmax" else "act.dead_title"
    assert text(wanted, lang) in headings


def test_pushing_the_bias_down_kills_neurons(run_app: RunApp) -> None:
    app = run_app("activation")
    assert any("Dead with ReLU: **0**" in part.value for part in app.markdown)
    app.slider(key="act_bias").set_value(-12.0).run()
    said = next(part.value for part in app.markdown if "Dead with ReLU" in part.value)
    assert "ReLU: **8**" in said
    assert said.endswith("**0**.")


def test_softmax_takes_huge_logits_and_proves_them(run_app: RunApp) -> None:
    app = run_app("activation", act_kind="softmax")
    app.button(key="act_example_huge").click().run()
    assert not app.exception
    assert not any("nan" in formula.value.lower() for formula in app.latex)
    open_tab(app, "activation", "proof").button(key="act_proof").click().run(timeout=60)
    assert len(app.success) == 1


def test_the_map_is_the_one_convolution_made(run_app: RunApp) -> None:
    app = run_app("convolution", conv_size="4")
    app.switch_page("pages/activation.py").run()
    assert not app.exception
    assert any("of 4 cells" in part.value for part in app.markdown)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_path_s_question_about_straight_lines_is_answered(run_app: RunApp, lang: str) -> None:
    app = run_app("activation", lang=lang)
    app.session_state["act_straight"] = True
    app.run()
    opened = [part for part in app.expander if part.label == text("act.straight_title", lang)]
    assert len(opened) == 1
    assert any("| $-1$ | $-4, 3$ | $3$ | $3$ | $7$ |" in part.value for part in opened[0].markdown)
