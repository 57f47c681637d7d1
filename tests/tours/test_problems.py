"""Each mistake that a teacher can make in a tour's file: its line is named, in both languages."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visualizer.tours.nodes import MOST_BYTES
from visualizer.tours.problems import Problem
from visualizer.tours.reading import read_tour
from visualizer.words.text import LANGUAGES

# Line 1 is the title's, line 3 the first step's; what a case puts in follows from line 6 on.
HEAD = """title: {en: Padding, ko: 패딩}
steps:
  - link: LINK
    title: {en: One, ko: 하나}
    text: {en: Some words., ko: 몇 마디.}
"""
LINK = "/convolution?conv_input=cross&conv_bias=0"


def problems_of(written: str | bytes) -> list[Problem]:
    """Return what is wrong in a file."""
    data = written if isinstance(written, bytes) else written.encode()
    tour, problems = read_tour("test", data)
    assert (tour is None) == bool(problems)
    return problems


def step(*lines: str, link: str = LINK) -> str:
    """Return a file with one step that ends in these lines."""
    return HEAD.replace("LINK", link) + "".join(f"    {line}\n" for line in lines)


def test_what_the_cases_are_built_from_is_right() -> None:
    assert problems_of(step()) == []


# The file, the line, and what both sentences speak of.
CASES: dict[str, tuple[str | bytes, int, str]] = {
    "unknown key": (step("tri: {en: a, ko: b}"), 6, "try"),
    "unknown key of the file": (step() + "titel: x\n", 6, "title"),
    "key twice": (step("try: {en: a, ko: b}", "try: {en: a, ko: b}"), 7, "try"),
    "missing text": (step().replace("    text: {en: Some words., ko: 몇 마디.}\n", ""), 3, "text"),
    "missing title": ("steps:\n  - link: /\n    title: a\n    text: b\n", 1, "title"),
    "no steps": ("title: a\nsteps: []\n", 2, "steps"),
    "steps that are no list": ("title: a\nsteps: b\n", 2, "steps"),
    "a file of words": ("\njust words\n", 2, ""),
    "an empty file": ("", 1, ""),
    "empty text": (step("try: {en: '', ko: b}"), 6, "try"),
    "a list for a text": (step("try: {en: [a], ko: b}"), 6, "try"),
    "a long text": (step(f"try: {{en: {'a' * 301}, ko: b}}"), 6, "300"),
    "one language of two": (step("try: {en: a}"), 6, "ko"),
    "no languages": (step("try: a"), 6, "ko"),
    "a third language": (step("try: {en: a, ko: b, fr: c}"), 6, "fr"),
    "unknown page": (step(link="/convolutoin"), 3, "convolution"),
    "no address": (step(link="'http://[x/convolution'"), 3, "http"),
    "unknown setting": (step(link="/convolution?conv_sise=7"), 3, "conv_size"),
    "another page's setting": (step(link="/pooling?conv_size=7"), 3, "conv_size"),
    "setting out of range": (step(link="/convolution?conv_size=99"), 3, "3–32"),
    "setting that is none": (step(link="/convolution?conv_size=big"), 3, "conv_size"),
    "setting that does not fit": (step(link="/convolution?conv_size=3&conv_kernel=9"), 3, "9"),
    "step of the link": (step(link="/convolution?conv_step=99"), 3, "99"),
    "a control that is none": (step(link="/convolution?show=conv_sise"), 3, "conv_sise"),
    "a speed that is none": (step(link="/convolution?speed=3"), 3, "0.25"),
    "from beyond the last": (step("stage: {from: 10}"), 6, "10"),
    "from counted from 0": (step("stage: {from: 0}"), 6, "9"),
    "to beyond the last": (step("stage:", "  to: 10"), 7, "10"),
    "backwards": (step("stage:", "  from: 5", "  to: 3"), 8, "5"),
    "a step that is no number": (step("stage: {from: first}"), 6, "first"),
    "a speed the player lacks": (step("stage: {to: 3, speed: 3}"), 6, "0.25"),
    "a speed that is no number": (step("stage: {speed: fast}"), 6, "fast"),
    "a cell outside": (step("stage:", "  light:", "    input: [[6, 1]]"), 8, "6"),
    "a cell of another channel": (step("stage: {light: {input: [[2, 1, 1]]}}"), 6, "2"),
    "a cell of three": (step("stage: {light: {input: [[1, 1, 1, 1]]}}"), 6, "input"),
    "a cell of words": (step("stage: {light: {input: [[a, b]]}}"), 6, "a"),
    "an unknown grid": (step("stage: {light: {ouput: [[1, 1]]}}"), 6, "output"),
    "no activation to light": (step("stage: {light: {activated: [[1, 1]]}}"), 6, "output"),
    "a page without a player": (step("stage: {from: 1}", link="/dropout"), 6, "dropout"),
    "a page without cells": (step("stage: {light: {input: [[1, 1]]}}", link="/dense"), 6, "dense"),
    "an answer that is no choice": (
        step("question:", "  text: {en: a, ko: b}", "  choices: [Three, 4]", "  answer: Thre"),
        9,
        "Three",
    ),
    "an answer that stands twice": (
        step("question:", "  text: {en: a, ko: b}", "  choices: [3, 3]", "  answer: 3"),
        9,
        "3",
    ),
    "one choice": (
        step("question:", "  text: {en: a, ko: b}", "  choices: [3]", "  answer: 3"),
        8,
        "choices",
    ),
    "a question without an answer": (
        step("question:", "  text: {en: a, ko: b}", "  choices: [3, 4]"),
        7,
        "answer",
    ),
    "a question the page does not ask": (step("question:", "  ask: shap"), 7, "shape"),
    "a question and more": (step("question:", "  ask: shape", "  why: x"), 8, "why"),
    "a page that asks nothing": (step("question: {ask: shape}", link="/"), 6, "home"),
    "nothing to ask": (step("question: {ask: divisor}", link="/pooling"), 6, "divisor"),
    "a colon": (step("try: a: b"), 6, "YAML"),
    "a line too far left": ("title: a\nsteps:\n  - link: /\n   title: b\n", 4, "YAML"),
    "a tabulator": ("title: a\nsteps:\n\t- link: /\n", 3, "YAML"),
    "two documents": ("title: a\n---\ntitle: b\n", 2, "YAML"),
    "a character no text has": ("title: a\nsteps: \x01\n", 2, "YAML"),
    "an anchor": ("title: &a x\nsteps: []\n", 1, "&"),
    "an alias": (step("try: *a"), 6, "*"),
    "a tag": ("title: a\nsteps: !!python/object:os.system [a]\n", 2, "python"),
    "deep nesting": ("title: " + "[" * 5000 + "]" * 5000, 1, ""),
    "not UTF-8": (b"title: a\nsteps: \xff\xfe\n", 2, "UTF-8"),
    "too large": ("title: a\n" + "# x\n" * (MOST_BYTES // 4), 1, "200"),
}


@pytest.mark.parametrize("name", CASES)
def test_every_mistake_is_named_with_its_line(name: str) -> None:
    written, line, spoken = CASES[name]
    problems = problems_of(written)
    assert line in [problem.line for problem in problems], problems
    for lang in LANGUAGES:
        said = [problem.sentence(lang) for problem in problems if problem.line == line]
        begins = f"Line {line}:" if lang == "en" else f"{line}번째 줄:"
        assert all(sentence.startswith(begins) for sentence in said)
        assert any(spoken in sentence for sentence in said), said
        assert not any("{" in sentence or "None" in sentence for sentence in said)


def test_one_reading_finds_everything_in_the_order_of_the_lines() -> None:
    written = step("tri: x", "stage: {from: 99}", "question: {}", link="/convolution?conv_size=99")
    lines = [problem.line for problem in problems_of(written)]
    assert lines == sorted(lines)
    assert set(lines) == {3, 6, 7, 8}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_a_file_says_is_no_markdown(lang: str) -> None:
    sentence = problems_of(step(link="'/**x**'"))[0].sentence(lang)
    assert "`**x**`" in sentence


def test_aliases_that_would_be_gigabytes_are_refused_at_once() -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    names = "abcdefghi"
    for before, name in pairwise(names):
        bomb += f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    codes = {problem.code for problem in problems_of(bomb)}
    assert codes == {"alias"}


@given(data=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_read(data: bytes) -> None:
    for problem in problems_of(data):
        assert problem.sentence("en")
        assert problem.sentence("ko")
