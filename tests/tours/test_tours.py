"""Tours that are right: ours, the documentation's, and those in a teacher's folder."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from visualizer.lessons.convolution import LESSON
from visualizer.lessons.convolution.example import build
from visualizer.lessons.registry import ROOT, page_named
from visualizer.tours import folder
from visualizer.tours.cells import grids
from visualizer.tours.reading import read_tour
from visualizer.tours.tour import Tour, Words
from visualizer.words.text import LANGUAGES

GOOD = "title: Mine\nsteps:\n  - {link: /pooling, title: a, text: b}\n"


@pytest.fixture
def ours() -> Tour:
    tour = folder.find(folder.LECTURE)
    assert tour is not None
    return tour


def read(written: str) -> Tour:
    """Return the tour in a file that is right."""
    tour, problems = read_tour("test", written.encode())
    assert problems == []
    assert tour is not None
    return tour


def test_ours_has_ten_chapters_in_both_languages(ours: Tour) -> None:
    assert [step.page for step in ours.steps] == [
        *["convolution"] * 3,
        *["activation"] * 2,
        *["pooling"] * 2,
        *["dropout", "dense", "architecture"],
    ]
    for step in ours.steps:
        assert step.try_ is not None
        for words in (step.title, step.text, step.try_):
            assert set(words.said) == set(LANGUAGES)
        sentences = re.findall(r"[.?:](?= |$)", step.text.text("en"))
        assert 2 <= len(sentences) <= 4
    assert sum(step.question is not None or bool(step.ask) for step in ours.steps) >= 5
    assert sum(step.stage is not None and step.stage.to is not None for step in ours.steps) >= 5


def test_the_apps_font_has_every_syllable_of_ours() -> None:
    written = (folder.OURS / f"{folder.LECTURE}.yaml").read_text("utf-8")
    for letter in filter(lambda letter: "가" <= letter <= "힣", written):
        assert letter.encode("euc-kr"), letter  # KS X 1001, as the font


def test_the_numbers_that_ours_speaks_of_are_right(ours: Tour) -> None:
    first = build(LESSON.parse(dict(ours.steps[0].query))[0])
    assert first.input.shape == (1, 5, 5)
    assert first.weight.shape == (1, 1, 3, 3)
    assert first.trace.output.shape == (1, 3, 3)
    stride = build(LESSON.parse(dict(ours.steps[1].query))[0])
    assert stride.trace.output.shape == (1, 3, 3)
    assert stride.stride == (2, 2)
    third = build(LESSON.parse(dict(ours.steps[2].query))[0])
    assert third.weight.size == 54


def test_the_example_of_the_documentation_is_right() -> None:
    written = (ROOT / "docs" / "tours.md").read_text("utf-8")
    found = re.search(r"```yaml\n(.*?)```", written, re.DOTALL)
    assert found is not None
    tour = read(found[1])
    assert len(tour.steps) == 2
    assert tour.steps[1].query["show"] == "conv_kernel,conv_padding"


def test_steps_and_cells_are_counted_from_1_and_kept_from_0() -> None:
    tour = read(
        "title: a\nsteps:\n  - link: /convolution?conv_size=5&conv_padding=1\n"
        "    title: b\n    text: c\n"
        "    stage: {from: 3, to: 7, speed: 0.5, light: {input: [[0, 0], [1, 1]],"
        " kernel: [[1, 2]]}}\n"
    )
    step = tour.steps[0]
    assert step.query["conv_step"] == "2"
    assert step.stage is not None
    assert (step.stage.to, step.stage.speed) == (6, 0.5)
    # The padding's cell comes first in the grid that is drawn.
    assert step.stage.light == {"input": {0: ((0, 0), (1, 1))}, "kernel": {0: ((0, 1),)}}


def test_a_transposed_convolution_has_the_cells_of_its_grid() -> None:
    query = {"conv_transposed": "1", "conv_stride": "2", "conv_size": "4"}
    settings, _ = LESSON.parse(query)
    height = build(settings).trace.grid.shape[1]
    assert grids(page_named("convolution"), settings)["input"].rows == (1, height)


def test_a_copied_link_may_say_whose_language_and_tour_it_was() -> None:
    link = "https://example.org/sub/convolution?conv_size=7&lang=ko&tour=x.3&speed=4"
    step = read(f"title: a\nsteps:\n  - {{link: '{link}', title: a, text: b}}\n").steps[0]
    assert (step.page, dict(step.query)) == ("convolution", {"speed": "4", "conv_size": "7"})


def test_words_are_read_in_the_language_there_is() -> None:
    assert Words({"": "plain"}).text("ko") == "plain"
    assert Words({"ko": "한국어"}).text("en") == "한국어"
    assert Words({"ko": "한국어"}).language("en") == "ko"
    assert Words({"en": "English", "ko": "한국어"}).text("ko") == "한국어"


def test_a_folder_lists_its_tours_and_what_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine.yaml").write_text(GOOD, "utf-8")
    (tmp_path / "bad.yml").write_text("title: [\n", "utf-8")
    (tmp_path / "lecture.yaml").write_text(GOOD, "utf-8")
    (tmp_path / "notes.txt").write_text("no tour", "utf-8")
    (tmp_path / "folder.yaml").mkdir()
    monkeypatch.setenv(folder.VARIABLE, str(tmp_path))
    found = {each.file: each for each in folder.of_teacher()}
    assert set(found) == {"mine.yaml", "bad.yml", "lecture.yaml", "folder.yaml"}
    codes = {file: [problem.code for problem in each.problems] for file, each in found.items()}
    assert codes == {
        "mine.yaml": [],
        "bad.yml": ["not_yaml"],
        "lecture.yaml": ["name_taken"],
        "folder.yaml": ["unreadable"],
    }
    mine = folder.find("mine")
    assert mine is not None
    assert mine.title.text("en") == "Mine"


def test_a_changed_file_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "mine.yaml"
    monkeypatch.setenv(folder.VARIABLE, str(tmp_path))
    file.write_text(GOOD, "utf-8")
    assert folder.find("mine") is not None
    file.write_text("title: a\n", "utf-8")
    os.utime(file, (1, 1))
    assert folder.find("mine") is None
    assert folder.find("other") is None


def test_a_folder_that_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(folder.VARIABLE, raising=False)
    assert not folder.folder_is_missing()
    assert folder.of_teacher() == ()
    monkeypatch.setenv(folder.VARIABLE, "/no/such/folder")
    assert folder.folder_is_missing()
    assert folder.of_teacher() == ()


def test_a_stage_of_a_layer_that_runs_backward_moves_that_passs_steps() -> None:
    link = '"/dense?dense_pass=weight"'
    stage = "{from: 5, to: 9}"
    tour = read(f"title: Mine\nsteps:\n  - {{link: {link}, title: a, text: b, stage: {stage}}}\n")
    (step,) = tour.steps
    assert step.query["dense_step"] == "4"
    assert "dense_output" not in step.query
    assert step.stage is not None
    assert step.stage.to == 8
