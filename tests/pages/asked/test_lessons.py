"""Predict, then reveal on the pages of the lessons without a stage, in both languages."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import RunApp
from visualizer.asking import LEVELS, Question, series
from visualizer.words.text import LANGUAGES, text

NAMES = ("activation", "dropout", "dense", "architecture", "alexnet")
SEED = 11
CASES = [(name, lang) for name in NAMES for lang in LANGUAGES]


def key_of(name: str, level: int, number: int) -> str:
    return f"asked_{name}_{level}_{SEED}_{number}"


def opened(run_app: RunApp, name: str, level: int, number: int, lang: str) -> AppTest:
    app = run_app(name, lang=lang, ask=f"{level}.{SEED}.{number}")
    assert not app.exception, app.exception
    return app


def each_kind(name: str) -> list[tuple[int, int, Question]]:
    """Return a question of each kind with its level and its number in the series."""
    found: dict[str, tuple[int, int, Question]] = {}
    for level in LEVELS:
        for number, question in enumerate(series(name, level, SEED), 1):
            found.setdefault(question.kind, (level, number, question))
    return list(found.values())


def type_in(app: AppTest, question: Question, key: str, answer: object) -> AppTest:
    """Fill in an answer and check it."""
    if question.form == "choice":
        app.radio(key=f"{key}_field_0").set_value(answer)
    else:
        sides = answer if isinstance(answer, tuple) else (answer,)
        for i, side in enumerate(sides):
            app.text_input(key=f"{key}_field_{i}").set_value(f"{side:.2f}")
    app.button(key=f"{key}_check").click()
    app.run()
    assert not app.exception, app.exception
    return app


@pytest.mark.parametrize(("name", "lang"), CASES)
def test_every_kind_is_asked_and_revealed(name: str, lang: str, run_app: RunApp) -> None:
    for level, number, question in each_kind(name):
        app = opened(run_app, name, level, number, lang)
        assert [each.value for each in app.header] == [question.prompt.text(lang)]
        key = key_of(name, level, number)
        app.button(key=f"{key}_hint").click()
        app.run()
        assert question.hint.text(lang) in [each.value for each in app.info]
        if question.mistakes:
            mistake = question.mistakes[0]
            type_in(app, question, key, mistake.answer)
            assert any(mistake.why.text(lang) in each.value for each in app.warning)
        type_in(app, question, key, question.answer)
        assert any(question.because.text(lang) in each.value for each in app.success)
        assert any(text("ask.right", lang) in each.value for each in app.success)


def test_no_curve_is_sent_before_its_value_is_known(run_app: RunApp) -> None:
    number, question = next(
        (i, q) for i, q in enumerate(series("activation", 1, SEED), 1) if q.kind == "value"
    )
    app = opened(run_app, "activation", 1, number, "en")
    (chart,) = app.get("plotly_chart")
    lines = [trace for trace in json.loads(chart.proto.spec)["data"] if trace["mode"] == "lines"]
    assert all(len(trace["x"]) == 2 for trace in lines)
    app.button(key=f"{key_of('activation', 1, number)}_show").click()
    app.run()
    (chart,) = app.get("plotly_chart")
    assert any(len(trace["x"]) > 100 for trace in json.loads(chart.proto.spec)["data"])
    assert question.because.text("en") in app.info[0].value


def drawn(app: AppTest) -> list[str]:
    """Return the charts of a page as they are sent, with their words for screen readers."""
    charts = app.get("plotly_chart")
    specs = [json.dumps(json.loads(each.proto.spec), ensure_ascii=False) for each in charts]
    return [spec + each.proto.alt for spec, each in zip(specs, charts, strict=True)]


def named(app: AppTest, trace: str) -> list[list[str]]:
    """Return the numbers of a trace in each chart of a page."""
    specs = [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]
    return [each["text"] for spec in specs for each in spec["data"] if each.get("name") == trace]


def first(name: str, kind: str) -> tuple[int, int, Question]:
    return next(found for found in each_kind(name) if found[2].kind == kind)


@pytest.mark.parametrize(
    ("name", "kind", "trace"),
    [("dense", "value", "y"), ("dense", "parameters", "outputs"), ("dropout", "kept", "ringed")],
)
def test_a_number_that_is_asked_for_is_not_sent(
    name: str, kind: str, trace: str, run_app: RunApp
) -> None:
    level, number, _ = first(name, kind)
    app = opened(run_app, name, level, number, "en")
    hidden = named(app, trace)
    assert hidden
    assert all(set(shown) <= {"", "?", "  ?"} for shown in hidden)
    if name == "dropout":  # of the whole network nothing but the inputs
        (kept,) = named(app, "kept")
        assert [shown for shown in kept[:4] if not shown] == []
        assert set(kept[4:]) == {""}


def test_a_shape_that_is_asked_for_is_not_sent(run_app: RunApp) -> None:
    level, number, question = first("architecture", "shape")
    app = opened(run_app, "architecture", level, number, "en")
    assert isinstance(question.answer, tuple)
    shape = "×".join(str(int(side)) for side in question.answer)
    assert drawn(app)
    assert not any(shape in sent for sent in drawn(app))
    app.button(key=f"{key_of('architecture', level, number)}_show").click()
    app.run()
    assert all(shape in chart.proto.alt for chart in app.get("plotly_chart"))


def test_the_first_guess_is_not_sent(run_app: RunApp) -> None:
    level, number, _ = first("alexnet", "guess")
    app = opened(run_app, "alexnet", level, number, "en")
    assert not app.get("plotly_chart")
    app.button(key=f"{key_of('alexnet', level, number)}_show").click()
    app.run()
    assert len(app.get("plotly_chart")) == 1
