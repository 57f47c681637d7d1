"""What is said about a step of a convolution is what the trace computed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.lessons.convolution.cases import example_of
from tests.settings.cases import settled
from visualizer.lessons.convolution import LESSON
from visualizer.lessons.convolution.example import build
from visualizer.lessons.convolution.settings import ConvolutionSettings
from visualizer.lessons.convolution.shape import correlation_note, shape_story
from visualizer.notation import number, plain
from visualizer.words.sums import MOST_TERMS, shortened, terms
from visualizer.words.windows import sentence, spans, stage_alt, table


@given(settled(LESSON), st.integers(0, 10**6))
def test_terms_add_up_and_every_setting_can_be_told(
    settings: ConvolutionSettings, seed: int
) -> None:
    example = build(settings)
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


def test_a_product_of_real_weights_is_that_of_its_written_factors() -> None:
    """Factors had as many digits as their product: 9.01, 0.0033 and 0.033 for 0.003671."""
    example = example_of(
        input="custom", size="3", data="9.01_123.45_0.07~8_7_6~5_4_3", kernel="2", preset="custom",
        weights="0.003671_-0.013713~0.10849_0.000234", bias="0",
    )  # fmt: skip
    rows = table(example.trace, 0, "en").rows[:4]
    assert [row[4] for row in rows] == ["0.00367", "−0.0137", "0.108", "2.34·10⁻⁴"]
    for row in rows:
        value, weight, product = (float(plain(cell)) for cell in row[3:6])
        assert value * weight == pytest.approx(product, rel=0.05)  # two digits of a product
    assert "9.01·0.00367 + 123.45·(−0.0137)" in sentence(example.trace, 0, "en", "none")
