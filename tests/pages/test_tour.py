"""The bar of a tour above the pages, where tours begin, and addresses that lead nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import RunApp
from visualizer.asking import about
from visualizer.lessons.registry import page_named
from visualizer.tours import folder
from visualizer.tours.tour import Tour
from visualizer.words.text import LANGUAGES, text

LECTURE = folder.find(folder.LECTURE)
assert LECTURE is not None
OURS: Tour = LECTURE
BAD = "title: a\nsteps:\n  - {link: /nowhere, title: a, text: b}\n"


def bar(app: AppTest) -> str:
    """Return the HTML of the bar's words, "" where there is none."""
    return next((p.proto.body for p in app.get("html") if "<details" in p.proto.body), "")


def labels(app: AppTest) -> list[str]:
    """Return what the links of a page say."""
    return [link.proto.label for link in app.get("page_link")]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("at", range(len(OURS.steps)))
def test_each_step_opens_its_page_with_its_example(run_app: RunApp, at: int, lang: str) -> None:
    step = OURS.steps[at]
    app = run_app(step.page, tour=f"lecture.{at + 1}", lang=lang)
    assert not app.exception
    assert not app.error
    assert not app.warning
    said = bar(app)
    assert text("tour.place", lang, step=at + 1, steps=10) in said
    assert step.title.text(lang) in said
    assert text("tour.try", lang) in said
    entry = page_named(step.page)
    wanted = entry.lesson.parse(dict(step.query))[0]
    assert app.session_state[f"_{entry.prefix}_settings"] == wanted
    shows = step.stage is not None and step.stage.to is not None
    assert (text("tour.show", lang) in [b.label for b in app.button]) == shows


def test_next_on_the_same_page_brings_the_next_example(run_app: RunApp) -> None:
    app = run_app("convolution", tour="lecture.1", lang="ko")
    app.number_input(key="conv_size").set_value(9).run()
    app.button(key="tour_next").click().run()
    assert text("tour.place", "ko", step=2, steps=10) in bar(app)
    assert app.number_input(key="conv_size").value == 7
    assert app.number_input(key="conv_stride").value == 2
    app.button(key="tour_back").click().run()
    # The first step is what the page opens with, and its address names no setting.
    assert app.number_input(key="conv_size").value == 5


def test_show_me_puts_the_steps_example_back(run_app: RunApp) -> None:
    app = run_app("convolution", tour="lecture.3", lang="en")
    app.number_input(key="conv_size").set_value(9).run()
    app.button(key="tour_show").click().run()
    assert app.number_input(key="conv_size").value == 5
    assert app.query_params["conv_step"] in ("8", ["8"])


def test_who_leaves_a_tour_keeps_the_example(run_app: RunApp) -> None:
    app = run_app("convolution", tour="lecture.2", lang="en")
    app.button(key="tour_leave").click().run()
    assert bar(app) == ""
    assert "tour" not in app.query_params
    assert app.number_input(key="conv_size").value == 7


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_question_says_whether_the_answer_is_right(run_app: RunApp, lang: str) -> None:
    app = run_app("convolution", tour="lecture.1", lang=lang)
    app.session_state["tour_q_lecture_0"] = True
    app.run()
    question = OURS.steps[0].question
    assert question is not None
    app.radio(key="tour_a_lecture_0").set_value(0).run()
    assert text("tour.wrong", lang) in [part.value for part in app.markdown]
    app.radio(key="tour_a_lecture_0").set_value(question.answer).run()
    assert any(text("tour.right", lang) in part.proto.body for part in app.get("html"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_question_of_the_lesson_stands_in_the_pages_place(run_app: RunApp, lang: str) -> None:
    app = run_app("convolution", tour="lecture.3", lang=lang)
    app.button(key="tour_asks").click().run()
    assert not app.exception
    assert not app.error
    assert bar(app)
    step = OURS.steps[2]
    asked = about(step.page, step.ask, step.entry.lesson.parse(dict(step.query))[0])
    assert asked is not None
    assert asked.prompt.text(lang) in [heading.value for heading in app.header]
    assert "conv_size" not in {box.key for box in app.number_input}
    app.button(key="tour_asks").click().run()
    assert app.number_input(key="conv_channels").value == 3
    assert app.query_params["conv_step"] in ("8", ["8"])


def test_a_question_ends_with_its_step(run_app: RunApp) -> None:
    app = run_app("convolution", tour="lecture.3", lang="en")
    app.button(key="tour_asks").click().run()
    app.button(key="tour_back").click().run()
    assert app.number_input(key="conv_stride").value == 2


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("lecture.11", "tour.no_such_step"),
        ("lecture.0", "tour.no_such_step"),
        ("lecture.x", "tour.no_such_step"),
        ("lecture", "tour.unknown"),
        ("nobody.1", "tour.unknown"),
        ("", "tour.unknown"),
        ("own.2", "tour.own_missing"),
    ],
)
def test_an_address_that_leads_nowhere_says_so_and_opens_the_page(
    run_app: RunApp, written: str, key: str, lang: str
) -> None:
    app = run_app("pooling", tour=written, lang=lang)
    assert not app.exception
    assert not app.error
    begins = text(key, lang, name="@", steps=10, value="@").split("@")[0][:10]
    assert app.warning[0].value.startswith(begins)
    assert app.title[0].value == text("pool.title", lang)
    assert bar(app) == ""
    assert bool(app.get("file_uploader")) == (key == "tour.own_missing")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_ours_begins_on_the_home_page(run_app: RunApp, lang: str) -> None:
    title = OURS.title.text(lang)
    assert text("tour.start", lang, title=title, steps=10) in labels(run_app("home", lang=lang))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_teachers_folder_is_listed_with_what_is_wrong_in_it(
    run_app: RunApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    (tmp_path / "mine.yaml").write_text(
        "title: Mine\nsteps:\n  - {link: /pooling, title: a, text: '**b** & <i>c</i>'}\n", "utf-8"
    )
    (tmp_path / "bad.yaml").write_text(BAD, "utf-8")
    monkeypatch.setenv(folder.VARIABLE, str(tmp_path))
    app = run_app("home", lang=lang)
    app.session_state["tours"] = True
    app.run()
    assert text("tour.start", lang, title="Mine", steps=1) in labels(app)
    said = app.error[0].value
    assert text("tour.error.line", lang, line=3) in said
    assert "nowhere" in said
    app = run_app("pooling", tour="mine.1", lang=lang)
    assert "**b** &amp; &lt;i&gt;c&lt;/i&gt;" in bar(app)


def test_a_tour_goes_on_from_another_page(run_app: RunApp) -> None:
    app = run_app("home", tour="lecture.6", lang="en")
    assert app.title[0].value == text("pool.title", "en")
    assert text("tour.place", "en", step=6, steps=10) in bar(app)
