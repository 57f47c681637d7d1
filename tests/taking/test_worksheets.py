"""Worksheets: what the pages say in both languages, the key against torch, one for each student."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pytest
from pypdf import PdfReader
from reportlab.pdfbase.ttfonts import TTFontFile

from tests.taking.cases import OFFERED, state
from visualizer.lessons.convolution.example import build
from visualizer.lessons.convolution.proof import convolution_by_torch
from visualizer.lessons.registry import ROOT
from visualizer.notation import number, precise
from visualizer.taking.asked import THREE
from visualizer.taking.paper.blocks import Asked, Blank, Grids, Line, Listed
from visualizer.taking.sheets import MOST_SHEETS, blocks, examples, fits_paper, worksheets
from visualizer.words.text import LANGUAGES, text

PRINTED = [name for name, taken in OFFERED.items() if taken.sheet is not None]
POINTS = {"a4": (595, 842), "letter": (612, 792)}
NEGATIVE = {"conv_size": "8", "conv_input": "custom", "conv_preset": "custom",
            "conv_data": "~".join(["_".join(str(i - j) for i in range(8)) for j in range(8)]),
            "conv_weights": "-1_-2_0.5~0_1_-3~2_0_-1"}  # fmt: skip


def pages(pdf: bytes) -> list[str]:
    """Return the text of every page."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def opened(name: str) -> Any:
    return OFFERED[name].lesson.opening()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", PRINTED)
def test_a_sheet_says_everything_and_the_key_stands_alone(name: str, lang: str) -> None:
    taken, settings = OFFERED[name], opened(name)
    pdf = worksheets(taken, settings, lang, seed=3)
    read = pages(pdf)
    title = text(f"{taken.lesson.prefix}.title", lang)
    key_title = text("take.paper_key", lang, lesson=title)
    first_key = next(i for i, page in enumerate(read) if key_title in page)
    assert all(key_title in page for page in read[first_key:])
    sheet, key = (squeezed(" ".join(part)) for part in (read[:first_key], read[first_key:]))
    made = made_of(name, settings, 3, lang)
    questions = [block for block in made if isinstance(block, Asked)]
    assert len(questions) == THREE
    for question in questions:
        assert squeezed(question.prompt) in sheet
        assert squeezed(text("take.paper_answer", lang, answer=question.answer)) in key
        assert squeezed(text("take.paper_answer", lang, answer="")) not in sheet
        assert squeezed(question.because) in key
        for choice in question.choices:
            assert squeezed(choice) in sheet
    for block in made:
        if isinstance(block, Listed):
            answers = [part.answer for row in block.rows for part in row if isinstance(part, Blank)]
            assert answers
            assert all(squeezed(answer) in key for answer in answers)


def squeezed(written: str) -> str:
    """Return a text without its spaces: where lines break is the page's own."""
    return "".join(written.split()).replace("\u2009", "")


def made_of(name: str, settings: Any, seed: int, lang: str) -> list[Any]:
    """Return the blocks of the one sheet of a seed."""
    from visualizer.material.randomness import Stream

    return blocks(OFFERED[name], settings, Stream(seed, 0).seed(), lang)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", POINTS)
def test_every_number_and_minus_of_an_example_of_eight_by_eight(size: str, lang: str) -> None:
    taken = OFFERED["convolution"]
    settings = taken.lesson.parse(NEGATIVE)[0]
    example = build(settings)
    pdf = worksheets(taken, settings, lang, size=size)
    for page in PdfReader(io.BytesIO(pdf)).pages:
        assert tuple(round(float(side)) for side in page.mediabox[2:]) == POINTS[size]
    sheet, key = pages(pdf)
    numbers = [number(float(v)) for v in (*example.input.ravel(), *example.weight.ravel())]
    for written in set(numbers):
        assert sheet.split().count(written) >= numbers.count(written) > 0
    answers = [number(float(v)) for v in convolution_by_torch(example).ravel()]
    assert any("−" in answer for answer in answers)
    for written in set(answers):
        assert key.split().count(written) >= answers.count(written)


def test_fonts_are_embedded() -> None:
    read = PdfReader(io.BytesIO(worksheets(OFFERED["pooling"], opened("pooling"), "ko")))
    for page in read.pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            found = font.get_object()
            if "/FontDescriptor" in found:
                assert "/FontFile2" in found["/FontDescriptor"].get_object()
            else:
                # The library names a font in the page that nothing is written in.
                assert found["/BaseFont"] == "/Helvetica"


@pytest.mark.parametrize("name", PRINTED)
def test_the_key_is_the_engines_for_many_states(name: str) -> None:
    """Nothing fails, whatever is set; what is to be filled in is what the engine computes."""
    taken = OFFERED[name]
    printed = 0
    for seed in range(25):
        settings = state(taken, seed)
        if not fits_paper(taken, settings, "ko"):
            continue
        printed += 1
        made = made_of(name, settings, seed, "ko")
        asked = [block.prompt for block in made if isinstance(block, Asked)]
        assert len(set(asked)) == THREE
        hidden = [
            grid.values
            for block in made
            if isinstance(block, Grids)
            for grid in block.grids
            if grid.hidden
        ]
        arrays = taken.arrays(settings)
        if hidden:
            last = arrays.get("output_activated", arrays["output"])
            np.testing.assert_array_equal(np.concatenate([v.ravel() for v in hidden]), last.ravel())
        assert pages(worksheets(taken, settings, "ko", seed=seed))
    assert printed > 5


@pytest.mark.parametrize("seed", range(30))
def test_the_formula_of_the_key_gives_torchs_shape(seed: int) -> None:
    taken = OFFERED["convolution"]
    settings = state(taken, seed)
    if not fits_paper(taken, settings, "en"):
        return
    example = build(settings)
    rows, columns = convolution_by_torch(example).shape[1:]
    lines = [
        block for block in made_of("convolution", settings, 0, "en") if isinstance(block, Line)
    ]
    filled = [
        line for line in lines if str(line.parts[0]).startswith("o = ") and len(line.parts) > 1
    ]
    results = []
    for line in filled:
        written = "".join(p.answer if isinstance(p, Blank) else p for p in line.parts)
        left, _, given = written.rpartition("=")
        term = left.removeprefix("o = ").replace("·", "*").replace("−", "-").replace("/", "//")
        computed = eval(term.translate(str.maketrans("⌊⌋", "()")))
        assert computed == int(given)
        results.append(computed)
    assert results in ([rows, columns], [rows])
    assert len(results) == 2 or rows == columns


@pytest.mark.parametrize("name", PRINTED)
def test_students_have_numbers_of_their_own_from_one_seed(name: str) -> None:
    taken, settings = OFFERED[name], opened(name)
    drawn = examples(taken, settings, 30, 4711)
    assert drawn == examples(taken, settings, 30, 4711)
    assert len(set(drawn)) == 30
    assert drawn != examples(taken, settings, 30, 4712)
    shapes = {tuple(array.shape for array in taken.arrays(example).values()) for example in drawn}
    assert len(shapes) == 1
    assert examples(taken, settings, 1, 4711) == [settings]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_class_gets_sheets_first_and_keys_behind(lang: str) -> None:
    read = pages(worksheets(OFFERED["pooling"], opened("pooling"), lang, count=MOST_SHEETS, seed=7))
    assert len(read) == 2 * MOST_SHEETS
    assert len(set(read)) == len(read)
    for place, page in enumerate(read):
        sheet = place % MOST_SHEETS + 1
        assert text("take.paper_sheet", lang, number=sheet, count=MOST_SHEETS, seed=7) in page
    without = pages(worksheets(OFFERED["pooling"], opened("pooling"), lang, count=2, key=False))
    assert len(without) == 2


def test_what_is_too_large_for_paper_is_not_printed() -> None:
    taken = OFFERED["convolution"]
    large = taken.lesson.parse({"conv_size": "32"})[0]
    assert not fits_paper(taken, large, "en")
    assert fits_paper(taken, taken.lesson.parse({"conv_size": "16"})[0], "en")


def test_the_fonts_have_every_letter_of_the_texts() -> None:
    from visualizer.words.text import catalogs

    words = {
        letter
        for name, catalog in catalogs().items()
        if any(part in name for part in ("questions", "taken", "take", "ask", "shape"))
        for pair in catalog.values()
        for letter in "".join(pair)
    }
    words |= set(precise(-1.5e-7) + number(-1234567.0))
    for weight in ("Regular", "Bold"):
        font = TTFontFile(str(ROOT / "assets" / "paper" / f"ConvScopePaper-{weight}.ttf"))
        lacking = {letter for letter in words if ord(letter) not in font.charToGlyph}
        assert lacking <= {"\n"}
