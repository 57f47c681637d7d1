"""An answer is right, a recognised mistake, wrong, or not to be read; each with its sentence."""

from __future__ import annotations

from typing import Any

import pytest

from visualizer.asking import Choice, Link, LinkError, Mistake, Question, judge, question
from visualizer.asking.judging import readings_of
from visualizer.asking.question import Answer, Form, Said, say
from visualizer.lessons.convolution import LESSON
from visualizer.words.text import LANGUAGES

SAID = say("ask.right")


def asked(answer: Answer, *mistakes: Answer, **more: Any) -> Question | None:
    """Return a question with this answer and these mistakes, named by their places."""
    form: Form = "choice" if isinstance(answer, str) else "number"
    sides: tuple[str, ...] = ()
    if isinstance(answer, tuple):
        form, sides = "shape", ("ask.maps", "ask.rows", "ask.columns")[-len(answer) :]
    found = [Mistake(str(i), wrong, say("ask.wrong")) for i, wrong in enumerate(mistakes)]
    return question(
        "convolution", "any", LESSON.opening(), form, prompt=SAID, answer=answer, because=SAID,
        hint=SAID, mistakes=found, sides=sides, **more,
    )  # fmt: skip


def code(made: Question | None, *typed: str) -> str:
    assert made is not None
    verdict = judge(made, typed)
    for lang in LANGUAGES:
        assert "{" not in verdict.why.text(lang)
    return verdict.code + (f" {verdict.mistake.name}" if verdict.mistake else "")


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("3", 3.0), (" 3 ", 3.0), ("+3", 3.0), ("-3", -3.0), ("−3", -3.0), ("–3", -3.0),
        ("1.5", 1.5), ("1,5", 1.5), (".5", 0.5), ("3/4", 0.75), ("-3/4", -0.75), ("3⁄4", 0.75),
        ("２．５", 2.5), ("1 234", 1234.0), ("1\u2009234", 1234.0), ("1,234", 1234.0), ("007", 7.0),
    ],
)  # fmt: skip
def test_numbers_are_read_as_people_write_them(typed: str, number: float) -> None:
    assert number in readings_of(typed)


@pytest.mark.parametrize(
    "typed",
    ["", " ", "three", "삼", "1.2.3", "1e5", "--1", "1/0", "1/", "/2", "1/2/3", "nan", "inf", "∞",
     "3%", "9" * 40, "٣", "<b>3</b>", "1_000", "0x10"],
)  # fmt: skip
def test_what_is_no_number_is_said_to_be_none(typed: str) -> None:
    assert readings_of(typed) == []
    assert code(asked(3.0), typed) == "unreadable"


@pytest.mark.parametrize(
    ("answer", "right", "wrong"),
    [
        (1 / 3, ["0.33", "0.333", "0,33", "1/3"], ["0.3", "0.32", "0.34"]),
        (0.125, ["0.125", "0.13", "1/8"], ["0.1", "0.11"]),
        (-2.0, ["-2", "−2.00"], ["2", "-2.01"]),
        (0.0, ["0", "-0", "0.00"], ["0.01"]),
        (2304.0, ["2304", "2,304", "2 304"], ["2.304", "2303"]),
        (2.304, ["2.3", "2.304", "2,304"], ["2304"]),
    ],
)
def test_two_decimals_as_the_screen_has_them_are_enough(
    answer: float, right: list[str], wrong: list[str]
) -> None:
    made = asked(answer)
    assert {code(made, typed) for typed in right} == {"right"}
    assert {code(made, typed) for typed in wrong} == {"wrong"}


def test_a_mistake_that_gives_the_answer_or_another_mistake_is_left_out() -> None:
    made = asked(1.0, 1.0, 1.005, 2.0, 2.004, 3.0, float("nan"), float("inf"))
    assert made is not None
    assert [mistake.name for mistake in made.mistakes] == ["2", "4"]
    assert code(made, "1") == "right"
    assert code(made, "2") == "mistake 2"
    assert code(made, "3.00") == "mistake 4"
    assert code(made, "4") == "wrong"


def test_a_shape_is_typed_side_by_side_or_whole() -> None:
    made = asked((2.0, 3.0, 4.0), (2.0, 4.0, 5.0), (1.0, 3.0, 4.0))
    assert code(made, "2", "3", "4") == "right"
    for whole in (
        "2×3×4",
        "2x3x4",
        "2 x 3 x 4",
        "2, 3, 4",
        "(2, 3, 4)",
        "2 3 4",
        "[2,3,4]",
        "2*3*4",
    ):
        assert code(made, whole, "", "") == "right", whole
    assert code(made, "2×4×5", "", "") == "mistake 0"
    assert code(made, "2", "3", "") == "unreadable"
    assert code(made, "2×3", "", "") == "unreadable"
    assert code(made) == "unreadable"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sides_that_are_right_already_are_said(lang: str) -> None:
    made = asked((2.0, 3.0, 4.0))
    assert made is not None
    one, two = judge(made, ["2", "9", "9"]), judge(made, ["2", "9", "4"])
    assert Said("ask.maps").text(lang) in one.why.text(lang)
    assert Said("ask.columns").text(lang) not in one.why.text(lang)
    assert Said("ask.columns").text(lang) in two.why.text(lang)
    assert judge(made, ["9", "9", "9"]).why == say("ask.wrong")


def test_a_choice_is_one_of_its_names() -> None:
    choices = [Choice("a", "A"), Choice("b", "B"), Choice("c", "C")]
    made = asked("b", "a", "nowhere", choices=choices)
    assert made is not None
    assert [mistake.answer for mistake in made.mistakes] == ["a"]
    assert [code(made, name) for name in "abc"] == ["mistake 0", "right", "wrong"]
    assert code(made, "") == code(made) == "unreadable"


@pytest.mark.parametrize(
    "made",
    [
        asked(float("nan")),
        asked(float("-inf")),
        asked("z", choices=[Choice("a", "A"), Choice("b", "B")]),
        asked("a", choices=[Choice("a", "A")]),
        asked("a", choices=[Choice("a", "A"), Choice("b", "A")]),
        asked("a", choices=[Choice("a", "A"), Choice("a", "B")]),
    ],
)
def test_what_has_no_single_answer_is_no_question(made: Question | None) -> None:
    assert made is None


@pytest.mark.parametrize("written", ["1.4711.3", "mine.0.1", "3.9999.10"])
def test_a_link_comes_back_as_it_was(written: str) -> None:
    assert Link.read(written, 10).written == written


@pytest.mark.parametrize(
    "written",
    ["", "1", "1.2", "1.2.3.4", "0.1.1", "4.1.1", "1.-1.1", "1.10000.1", "1.1.0", "1.1.11", "1.x.1",
     "MINE.1.1", "1.²." + "1", "1." + "9" * 400 + ".1", "..", "1.1.1 "],
)  # fmt: skip
def test_anything_else_is_no_link(written: str) -> None:
    with pytest.raises(LinkError) as refused:
        Link.read(written, 10)
    for lang in LANGUAGES:
        assert "ask=1.4711.3" in refused.value.said.text(lang)
        assert len(refused.value.said.text(lang)) < 400
