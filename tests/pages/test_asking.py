"""Predict, then reveal, in Streamlit's test runner: the whole flow, in both languages."""

from __future__ import annotations

import json
from typing import cast

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import RunApp
from visualizer.asking import TEN, Question, series, series_about
from visualizer.asking.question import Answer
from visualizer.lessons.convolution import LESSON
from visualizer.lessons.convolution.settings import ConvolutionSettings
from visualizer.lessons.registry import PAGES
from visualizer.notation import precise
from visualizer.words.text import LANGUAGES, text

SEED = 7
ASKING = [page.name for page in PAGES if page.name in ("convolution", "pooling")]


def key_of(name: str, level: int, number: int) -> str:
    return f"asked_{name}_{level}_{SEED}_{number}"


def answer(app: AppTest, question: Question, key: str, given: Answer) -> AppTest:
    """Type or choose an answer, and check it."""
    if isinstance(given, str):
        app.radio(key=f"{key}_field_0").set_value(given)
    else:
        for i, side in enumerate(given if isinstance(given, tuple) else (given,)):
            app.text_input(key=f"{key}_field_{i}").set_value(precise(side))
    app.button(key=f"{key}_check").click().run()
    assert not app.exception
    return app


def address(app: AppTest) -> dict[str, str]:
    values = {name: app.query_params[name] for name in app.query_params}
    return {name: value if isinstance(value, str) else value[0] for name, value in values.items()}


def place(question: Question) -> str:
    return f"{question.kind} {question.settings}"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ASKING)
def test_a_mistake_gets_its_reason_and_the_right_answer_the_whole_picture(
    run_app: RunApp, name: str, lang: str
) -> None:
    ten = series(name, 2, SEED)
    for kind in sorted({question.kind for question in ten}):
        number, question = next(
            (i, q) for i, q in enumerate(ten, 1) if q.kind == kind and q.mistakes
        )
        key = key_of(name, 2, number)
        app = run_app(name, ask=f"2.{SEED}.{number}", lang=lang)
        assert not app.exception
        assert [heading.value for heading in app.header] == [question.prompt.text(lang)]
        assert not app.sidebar.number_input  # nothing that gives the answer away
        assert not app.latex
        mistake = question.mistakes[0]
        answer(app, question, key, mistake.answer)
        assert mistake.why.text(lang) in app.warning[0].value
        app.button(key=f"{key}_hint").click().run()
        assert app.info[0].value == question.hint.text(lang)
        answer(app, question, key, question.answer)
        assert question.because.text(lang) in app.success[0].value
        assert len(app.latex) == len(question.formulas)
        for shown, formula in zip(app.latex, question.formulas, strict=True):
            assert formula in shown.value
        mark = text("ask.mark_later", lang, number=number)
        assert any(mark in part.proto.body for part in app.get("html"))


def titles(app: AppTest) -> set[str]:
    """Return every title in the charts of a page."""
    specs = [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]
    return {note["text"] for spec in specs for note in spec["layout"]["annotations"]}


def test_what_is_asked_is_not_in_the_page(run_app: RunApp) -> None:
    ten = series("convolution", 1, SEED)
    number, question = next((i, q) for i, q in enumerate(ten, 1) if q.kind == "shape")
    app = run_app("convolution", ask=f"1.{SEED}.{number}")
    assert isinstance(question.answer, tuple)
    shape = "×".join(str(int(side)) for side in question.answer)
    assert "output" in titles(app)
    assert f"output 1×{shape}" not in titles(app)
    app.button(key=f"{key_of('convolution', 1, number)}_show").click().run()
    assert f"output 1×{shape}" in titles(app)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_ten_answers_end_with_a_score(run_app: RunApp, lang: str) -> None:
    ten = series("convolution", 1, SEED)
    app = run_app("convolution", ask=f"1.{SEED}.1", lang=lang)
    for number, question in enumerate(ten, 1):
        key = key_of("convolution", 1, number)
        assert address(app)["ask"] == f"1.{SEED}.{number}"
        if number == 1:
            app.button(key=f"{key}_show").click().run()
        elif number == 2:
            answer(app, question, key, question.mistakes[0].answer)
            answer(app, question, key, question.answer)
        else:
            answer(app, question, key, question.answer)
        if number < TEN:
            app.button(key="asked_next").click().run()
    said = text("ask.score", lang, count=10, right=8, later=1, shown=1)
    assert any(said in part.value for part in app.markdown)
    assert "asked_next" not in {button.key for button in app.button}
    app.button(key="asked_again").click().run()
    assert address(app)["ask"] == f"1.{SEED}.1"
    assert app.text_input or app.radio
    assert not any(said in part.value for part in app.markdown)


def test_the_reader_s_own_example_is_left_as_it_was(run_app: RunApp) -> None:
    app = run_app("convolution", conv_size="7", conv_stride="2")
    before = address(app)
    app.button(key="asked_open").click().run()
    level, seed, number = address(app)["ask"].split(".")
    assert (level, number) == ("1", "1")
    assert 0 <= int(seed) <= 9999
    assert {**address(app), "ask": ""} == {**before, "ask": ""}
    app.button(key="asked_chevron_right").click().run()
    app.button(key="asked_leave").click().run()
    assert address(app) == before
    assert app.number_input(key="conv_size").value == 7
    assert app.number_input(key="conv_stride").value == 2


@pytest.mark.parametrize("lang", LANGUAGES)
def test_questions_about_the_example_on_the_screen(run_app: RunApp, lang: str) -> None:
    settings, _ = LESSON.parse({"conv_size": "6", "conv_padding": "1"})
    ten = series_about("convolution", settings, SEED)
    assert len({place(question) for question in ten}) == len(ten)
    app = run_app("convolution", conv_size="6", conv_padding="1", ask=f"mine.{SEED}.1", lang=lang)
    assert app.header[0].value == ten[0].prompt.text(lang)
    for question in ten:
        assert question.settings.changed(step=0) == settings.changed(step=0)


def test_an_example_of_a_question_can_be_taken_along(run_app: RunApp) -> None:
    question = series("convolution", 2, SEED)[0]
    app = run_app("convolution", ask=f"2.{SEED}.1", conv_size="9")
    app.button(key=f"{key_of('convolution', 2, 1)}_show").click().run()
    app.button(key="asked_lesson").click().run()
    assert address(app) == LESSON.format(cast(ConvolutionSettings, question.settings))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "asked", ["4.7.1", "1.10000.1", "1.7.11", "1.7", "x", "", "1.7.0", "-1.7.1"]
)
def test_a_bad_address_says_so_and_opens_the_lesson(run_app: RunApp, asked: str, lang: str) -> None:
    app = run_app("convolution", ask=asked, conv_size="7", lang=lang)
    assert not app.exception
    assert "ask=1.4711.3" in app.warning[0].value
    assert "ask" not in address(app)
    assert app.number_input(key="conv_size").value == 7


def test_foreign_text_in_an_answer_or_an_address_is_shown_as_text(run_app: RunApp) -> None:
    app = run_app("convolution", ask="**bold** [link](http://a.b)")
    assert app.warning[0].value.startswith("`**bold** [link](http://a`")
    ten = series("convolution", 1, SEED)
    number = next(i for i, q in enumerate(ten, 1) if q.form == "number")
    key = key_of("convolution", 1, number)
    app = run_app("convolution", ask=f"1.{SEED}.{number}")
    app.text_input(key=f"{key}_field_0").set_value("**four**")
    app.button(key=f"{key}_check").click().run()
    assert "`**four**`" in app.warning[0].value
    app.text_input(key=f"{key}_field_0").set_value("")
    app.button(key=f"{key}_check").click().run()
    assert app.warning[0].value == text("ask.empty", "en")


def test_the_series_is_changed_in_its_box(run_app: RunApp) -> None:
    app = run_app("pooling", ask=f"1.{SEED}.4")
    app.session_state["asked_series"] = True
    app.run()
    app.radio(key="asked_level").set_value("3").run()
    assert address(app)["ask"] == f"3.{SEED}.1"
    app.number_input(key="asked_seed").set_value(4711).run()
    assert address(app)["ask"] == "3.4711.1"
    assert any("ask=3.4711.1" in code.value for code in app.code)
    app.button(key="asked_new").click().run()
    assert address(app)["ask"].startswith("3.")
