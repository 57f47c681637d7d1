"""Take it with you: every lesson offers what it has, in both languages, and opens a file again."""

from __future__ import annotations

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import RunApp, open_tab
from visualizer.lessons.registry import HOME, PAGES
from visualizer.offline.page import shows
from visualizer.taking.saved import save
from visualizer.taking.taken import taken_of
from visualizer.words.text import LANGUAGES, text

LESSONS = [page.name for page in PAGES if page is not HOME]
WITHOUT_TABS = ("training", "architecture", "alexnet")


def at_the_tab(run_app: RunApp, name: str, lang: str, **parameters: object) -> AppTest:
    """Open a lesson and what it has to take along."""
    app = run_app(name, lang=lang, **parameters)
    if name in WITHOUT_TABS:
        app.session_state[f"{name}_take"] = True
        app.run()
    else:
        open_tab(app, name, "take", lang)
    assert not app.exception
    return app


def buttons(app: AppTest) -> list[str]:
    """Return what can be downloaded."""
    return [button.proto.label for button in app.get("download_button")]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", LESSONS)
def test_every_lesson_offers_what_it_has(run_app: RunApp, name: str, lang: str) -> None:
    taken = taken_of(name)
    assert taken is not None
    app = at_the_tab(run_app, name, lang)
    offered = buttons(app)
    has = {
        "take.npz": True,
        "take.json": True,
        taken.steps_are: taken.steps is not None,
        "take.notebook_file": taken.torch is not None,
        "take.notebook_solved": taken.torch is not None,
        "take.table": name not in WITHOUT_TABS,
    }
    for key, is_offered in has.items():
        assert (text(key, lang) in offered) == is_offered, key
    begins = text("take.page_file", lang, size="0").partition("0")[0]
    assert any(label.startswith(begins) for label in offered) == (shows(name) is not None)
    folded = [part.label for part in app.expander]
    assert (text("take.worksheet", lang) in folded) == (taken.sheet is not None)
    assert text("take.open", lang) in folded


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_worksheet_is_asked_for_and_what_is_too_large_says_so(run_app: RunApp, lang: str) -> None:
    app = at_the_tab(run_app, "convolution", lang)
    assert text("take.pdf", lang) not in buttons(app)
    app.session_state["take_sheet"] = True
    app.run()
    assert text("take.pdf", lang) in buttons(app)
    assert app.number_input(key="take_count").max == 40
    app.number_input(key="conv_size").set_value(32).run()
    assert text("take.pdf", lang) not in buttons(app)
    said = text("take.too_large_for_paper", lang, grids="12", side="20")
    assert said in [part.value for part in app.markdown]


def with_file(app: AppTest, name: str, content: str | bytes) -> AppTest:
    """Open the part for files and put one there."""
    app.session_state["take_open"] = True
    app.run()
    data = content.encode() if isinstance(content, str) else content
    app.file_uploader(key="take_file").set_value((name, data, "application/json")).run()
    assert not app.exception
    return app


def saved(name: str, **query: str) -> tuple[str, Any]:
    """Return a lesson's example as a file, and its settings."""
    taken = taken_of(name)
    assert taken is not None
    settings, notices = taken.lesson.parse(query)
    assert not notices
    return save(taken, settings), settings


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_saved_example_opens_again(run_app: RunApp, lang: str) -> None:
    content, _ = saved("convolution", conv_size="7", conv_preset="laplacian", conv_step="4")
    app = with_file(at_the_tab(run_app, "convolution", lang), "mine.json", content)
    app.run()
    assert app.number_input(key="conv_size").value == 7
    query = {name: value[0] if isinstance(value, list) else value
             for name, value in app.query_params.items()}  # fmt: skip
    assert {n: v for n, v in query.items() if n.startswith("conv_")} == {
        "conv_size": "7", "conv_preset": "laplacian", "conv_step": "4",
    }  # fmt: skip
    assert text("take.opened", lang, file="`mine.json`") in [part.value for part in app.success]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_example_of_another_lesson_leads_there(run_app: RunApp, lang: str) -> None:
    content, _ = saved("pooling", pool_size="9")
    app = with_file(at_the_tab(run_app, "dropout", lang), "mine.json", content)
    assert text("take.elsewhere", lang, file="`mine.json`") in [part.value for part in app.info]
    label = text("take.go", lang, lesson=text("nav.pooling", lang))
    links = [link.proto for link in app.get("page_link") if link.proto.label == label]
    assert len(links) == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_file_that_is_no_example_says_why(run_app: RunApp, lang: str) -> None:
    app = with_file(at_the_tab(run_app, "pooling", lang), "x.json", b"\xff\x00")
    assert text("take.no_json", lang) in [part.value for part in app.error]
    content, _ = saved("pooling")
    other = json.dumps(json.loads(content) | {"version": 9})
    app = with_file(app, "x.json", other)
    assert text("take.other_version", lang, version="9", known=1) in [p.value for p in app.error]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_numbers_that_do_not_fit_the_settings_are_told(run_app: RunApp, lang: str) -> None:
    content, _ = saved("dense")
    changed = json.loads(content)
    changed["arrays"]["bias"]["values"][0] += 1
    app = with_file(at_the_tab(run_app, "dense", lang), "mine.json", json.dumps(changed))
    assert text("take.opened_differs", lang, file="`mine.json`") in [p.value for p in app.warning]


def test_a_picture_of_ones_own_is_not_saved(run_app: RunApp) -> None:
    from visualizer.lessons.alexnet.taken.offer import can_be_taken

    taken = taken_of("alexnet")
    assert taken is not None
    settings = taken.lesson.opening()
    assert can_be_taken(settings) == ""
    assert can_be_taken(settings.changed(photo="upload")) == "alex.take_own"
