"""Why an output has its shape, and what flipping the kernel would change."""

from __future__ import annotations

import pytest

from tests.lessons.convolution.cases import example_of
from visualizer.lessons.convolution.shape import correlation_note, shape_story


def test_the_floor_is_explained_and_unused_rows_are_named() -> None:
    story = shape_story(example_of(size="6", stride="2"), "en")
    assert len(story.formulas) == 2
    assert r"\left\lfloor \frac{3}{2} \right\rfloor + 1 = 1 + 1 = 2 \end" in story.formulas[1]
    assert "it stops 1 cell short of the edge" in story.sentences[0]
    assert story.sentences[1].startswith("No window reads row 6 of the input")
    assert [fact.value for fact in story.facts] == ["10", "36", "3×3"]


def test_height_and_width_get_a_formula_each_when_they_differ() -> None:
    story = shape_story(example_of(width="9"), "en")
    assert "o_{H} &=" in story.formulas[1]
    assert "o_{W} &=" in story.formulas[2]
    assert r"= 6 + 1 = 7 \end" in story.formulas[2]


def test_uneven_same_padding_is_written_side_by_side() -> None:
    story = shape_story(example_of(kernel="4", pad_kind="same"), "en")
    assert "p_1 + p_2" in story.formulas[0]
    assert "5 + 1 + 2" in story.formulas[1]


def test_a_transposed_story_counts_inserted_zeros_and_real_products() -> None:
    example = example_of(transposed="1", stride="2", output_padding="1")
    story = shape_story(example, "en")
    assert story.formulas[1].endswith("+ 1 + 1 = 12")
    assert "input cells: 1 (stride − 1); on each side of the input: 2" in story.sentences[0]
    assert story.facts[1].value == "225"
    assert "turned by 180°" in correlation_note(example, "en")


@pytest.mark.parametrize(
    ("preset", "words"),
    [("gaussian", "nothing would change"), ("sobel_x", "sign"), ("random", "instead of")],
)
def test_what_flipping_the_kernel_changes(preset: str, words: str) -> None:
    assert words in correlation_note(example_of(preset=preset), "en")
