"""What is said about a step and about a shape is what the trace computed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.lessons.cases import settings_
from visualizer.lessons.convolution.example import build
from visualizer.lessons.convolution.settings import LESSON
from visualizer.lessons.convolution.shape import correlation_note, shape_story
from visualizer.notation import number
from visualizer.settings.parameters import Values
from visualizer.words.sums import MOST_TERMS, shortened, terms, written_step
from visualizer.words.windows import sentence, spans, stage_alt, table


def example_of(**query: str):
    return build(LESSON.parse({f"conv_{name}": value for name, value in query.items()})[0])


@given(settings_(), st.integers(0, 10**6))
@settings(deadline=None, max_examples=40)
def test_terms_add_up_and_every_setting_can_be_told(values: Values, seed: int) -> None:
    example = build(values)
    trace = example.trace
    step = seed % trace.steps
    found = terms(trace, step)
    total = sum(term.product for term in found) + trace.bias_of(step)
    assert total == pytest.approx(trace.result(step), rel=1e-9, abs=1e-9)
    assert len(shortened(found)) <= MOST_TERMS
    for term in found:
        if term.kind == "input":
            assert trace.input[term.channel, term.row, term.col] == term.value
    for lang in ("en", "ko"):
        said = sentence(trace, step, lang, example.activation)
        assert number(trace.result(step)) in said
        assert len(table(trace, step, lang, example.activation).rows) >= len(found) + 1
        assert stage_alt(trace, lang)
        story = shape_story(example, lang)
        assert str(trace.output.shape[2]) in story.formulas[-1]
        assert correlation_note(example, lang)


def test_the_sentence_of_a_step() -> None:
    trace = example_of().trace
    assert sentence(trace, 3, "en") == (
        "Step 4 of 9. The window covers rows 2–4 and columns 1–3 of the input. The products add up:"
        " 3·(−1) + 2·0 + 2·1 + 0·(−2) + 4·0 + 4·2 + 0·(−1) + 4·0 + 1·1 = 8. With the bias 1: 9."
        " It goes to row 2, column 1 of the output."
    )
    assert "출력의 2행 1열에 들어갑니다" in sentence(trace, 3, "ko")


def test_padding_channels_filters_and_activation_are_said() -> None:
    example = example_of(padding="1", channels="2", filters="2", activation="relu")
    said = sentence(example.trace, 0, "en", example.activation)
    assert "Filter 1. The window covers rows 1, 2 and columns 1, 2" in said
    assert "5 of its 9 cells are padding" in said
    assert "The sums of the channels add up" in said
    assert "ReLU gives" in said
    assert said.endswith("It goes to row 1, column 1 of output map 1.")


def test_a_long_sum_is_shortened_in_the_middle() -> None:
    written = written_step(example_of(kernel="5").trace, 0)
    assert written.count("·") == 12
    assert " + … + " in written
    assert written.endswith(" + 1 = " + number(example_of(kernel="5").trace.result(0)))


def test_spans() -> None:
    assert spans([]) == ""
    assert spans([4]) == "5"
    assert spans([0, 1, 2, 5, 7, 8, 9]) == "1–3, 6, 8–10"


def test_the_table_of_a_step() -> None:
    shown = table(example_of(padding="1").trace, 0, "en")
    assert shown.columns == ("Channel", "Row", "Column", "Input", "Weight", "Product")
    assert shown.rows[0] == ("1", "padding", "padding", "0", "−1", "0")
    assert shown.rows[4] == ("1", "1", "1", "2", "0", "0")
    assert [row[-2] for row in shown.rows[-3:]] == ["Sum", "Bias", "Result"]


def test_alt_text_reads_small_outputs_and_sums_up_large_ones() -> None:
    assert stage_alt(example_of().trace, "en") == (
        "Convolution: input 1×5×5, kernel 1×1×3×3, output 1×3×3."
        " Output values, row by row: 1 0 −6; 9 −4 −5; 7 −2 3."
    )
    assert "from" in stage_alt(example_of(size="20").trace, "en")


def test_the_floor_is_explained_and_unused_rows_are_named() -> None:
    story = shape_story(example_of(size="6", stride="2"), "en")
    assert len(story.formulas) == 2
    assert r"\left\lfloor \frac{3}{2} \right\rfloor + 1 = 1 + 1 = 2 \end" in story.formulas[1]
    assert "leave 1 over" in story.sentences[0]
    assert story.sentences[1].endswith(": 6.")
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
    assert "input cells: 1 (stride − 1); around them: 2" in story.sentences[0]
    assert story.facts[1].value == "225"
    assert "turned by 180°" in correlation_note(example, "en")


@pytest.mark.parametrize(
    ("preset", "words"),
    [("gaussian", "nothing would change"), ("sobel_x", "sign"), ("random", "instead of")],
)
def test_what_flipping_the_kernel_changes(preset: str, words: str) -> None:
    assert words in correlation_note(example_of(preset=preset), "en")
