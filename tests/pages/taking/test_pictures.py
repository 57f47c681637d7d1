"""Pictures: every lesson offers them in its language, and what the browser asks for is answered."""

from __future__ import annotations

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import RunApp, sent
from tests.pages.taking.test_take import LESSONS, at_the_tab
from visualizer.figures.colors import palette
from visualizer.lessons.registry import page_named
from visualizer.taking.letters import FAMILY
from visualizer.ui import address
from visualizer.ui.take.pictures import answered, stage_of
from visualizer.words.text import LANGUAGES, text

STAGED = [name for name in LESSONS if page_named(name).has_stage]


def form(app: AppTest) -> dict[str, Any]:
    """Return what the form of the page was sent."""
    for part in app.get("bidi_component"):
        proto = part.proto
        if proto.component_name.endswith("convscope_pictures"):
            return sent(proto.json)
    raise AssertionError("there is no form")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", LESSONS)
def test_every_lesson_offers_its_pictures(run_app: RunApp, name: str, lang: str) -> None:
    entry = page_named(name)
    sent = form(at_the_tab(run_app, name, lang))
    assert sent["name"] == name
    assert sent["title"] == text(f"{entry.prefix}.title", lang)
    assert sent["labels"]["save_gif"] == text("take.pic_save_gif", lang)
    assert "{step}" in sent["labels"]["save_step"]
    assert (sent["stage"] is not None) == (name in STAGED)
    assert sent["answer"] is None


def test_the_form_knows_the_step_and_how_many_there_are(run_app: RunApp) -> None:
    sent = form(at_the_tab(run_app, "convolution", "en", conv_size=8, conv_step=9))
    assert (sent["stage"]["key"], sent["stage"]["step"], sent["stage"]["steps"]) == (
        "conv_stage",
        9,
        36,
    )


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", STAGED)
def test_a_stage_comes_in_the_colours_that_were_asked_for(
    monkeypatch: pytest.MonkeyPatch, name: str, lang: str
) -> None:
    entry = page_named(name)
    monkeypatch.setattr(address, "current", lambda lesson: lesson.defaults())
    found = {dark: answered(entry, {"kind": "stage", "dark": dark}, lang) for dark in (False, True)}
    for dark, answer in found.items():
        assert answer["id"] == stage_of(entry, dark, lang).chart.identity
        assert palette(dark).ink in answer["figure"]
        assert json.loads(answer["example"])["operation"] in ("conv", "max", "avg")
        assert (FAMILY in answer["letters"]) == (lang == "ko")
    assert found[False]["id"] != found[True]["id"]


@pytest.mark.parametrize(
    "question",
    [
        {},
        {"kind": "other"},
        {"kind": "gif"},
        {"kind": "gif", "frames": "all", "seconds": 1},
        {"kind": "gif", "frames": ["x"], "seconds": "1"},
        {"kind": "gif", "frames": [None], "seconds": 1},
    ],
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_makes_no_sense_is_answered_by_a_sentence(question: dict[str, Any], lang: str) -> None:
    failed = {"error": text("take.pic_failed", lang)}
    assert answered(page_named("pooling"), question, lang) == failed
    assert answered(page_named("activation"), {"kind": "stage"}, lang) == failed
