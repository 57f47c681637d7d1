"""What the lessons say when a control stands at either end, or at 1: true, and whole sentences.

Every control of every lesson is set to its bounds, one at a time, with the others as they open and
once more where each lesson has its smallest example; in both languages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.settings.cases import settle
from tests.words.test_forms import PLURAL_OF_ONE
from visualizer.lessons import activation, convolution, dense, dropout, pooling
from visualizer.lessons.activation import example as activation_example
from visualizer.lessons.activation import softmax
from visualizer.lessons.activation import words as activation_words
from visualizer.lessons.activation.settings import ActivationSettings
from visualizer.lessons.convolution import shape as convolution_shape
from visualizer.lessons.convolution import words as convolution_words
from visualizer.lessons.convolution.example import build as convolve
from visualizer.lessons.convolution.settings import ConvolutionSettings
from visualizer.lessons.dense import shape as dense_shape
from visualizer.lessons.dense import words as dense_words
from visualizer.lessons.dense.example import build as connect
from visualizer.lessons.dense.settings import DenseSettings
from visualizer.lessons.dropout import words as dropout_words
from visualizer.lessons.dropout.example import build as drop
from visualizer.lessons.dropout.settings import DropoutSettings
from visualizer.lessons.pooling import shape as pooling_shape
from visualizer.lessons.pooling import words as pooling_words
from visualizer.lessons.pooling.example import build as pool
from visualizer.lessons.pooling.settings import PoolingSettings
from visualizer.settings.parameters import (
    ChoiceParameter,
    FlagParameter,
    FloatParameter,
    IntParameter,
    Parameter,
    Value,
)
from visualizer.ui.details import as_csv
from visualizer.words import windows
from visualizer.words.stories import ShapeStory
from visualizer.words.tables import Table
from visualizer.words.text import LANGUAGES

# What no sentence may hold, in either language.
BROKEN = re.compile(
    r"\{|\}|\(으\)로|[을은이과]\([를는가와]\)|\b[nN]a[nN]\b|\bNone\b|\d %|-\d|−0(?!\.?\d)"
)


def ends(parameter: Parameter) -> list[Value]:
    """Return the values at the ends of a control, and 1 where it lies between."""
    if isinstance(parameter, IntParameter):
        return sorted({parameter.low, parameter.high, max(parameter.low, 1)})
    if isinstance(parameter, FloatParameter):
        return sorted({parameter.low, parameter.high})
    if isinstance(parameter, ChoiceParameter):
        return list(parameter.choices)
    return [False, True] if isinstance(parameter, FlagParameter) else []


def cells(table: Table) -> Iterator[str]:
    """Yield a table's cells, and see that its CSV holds plain digits alone."""
    yield from (cell for row in table.rows for cell in row)
    written = as_csv(table).splitlines()[1:]
    assert not re.search("[\u2212\u2009∞⁻]", "\n".join(written))
    assert sorted(table.shown) == sorted(table.rows)


def told(story: ShapeStory) -> Iterator[str]:
    """Yield what a story of a shape says beside its formulas."""
    yield from story.sentences
    yield from (f"{fact.label}: {fact.value}: {fact.how}" for fact in story.facts)


def of_convolution(settings: ConvolutionSettings, lang: str) -> Iterator[str]:
    """Yield everything that the convolution lesson says."""
    example = convolve(settings)
    trace, names = example.trace, convolution_words.filter_names(example, lang)
    for step in sorted({0, trace.steps // 2, trace.steps - 1}):
        yield windows.sentence(trace, step, lang, example.activation, names)
        yield from cells(windows.table(trace, step, lang, example.activation))
    yield from told(convolution_shape.shape_story(example, lang))
    yield convolution_shape.correlation_note(example, lang)
    yield convolution_words.filters_listed(example, lang)
    yield windows.stage_alt(trace, lang)


def of_pooling(settings: PoolingSettings, lang: str) -> Iterator[str]:
    """Yield everything that the pooling lesson says."""
    example = pool(settings)
    trace = example.trace
    for step in sorted({0, trace.steps // 2, trace.steps - 1}):
        yield pooling_words.sentence(trace, step, lang)
        yield from cells(pooling_words.table(trace, step, lang))
    yield from told(pooling_shape.shape_story(example, settings.neurons, lang))
    yield pooling_words.shift_words(example.shifted(), lang)
    yield pooling_words.stage_alt(trace, example.kind, lang)


def of_activation(settings: ActivationSettings, lang: str) -> Iterator[str]:
    """Yield everything that the activation lesson says."""
    kind, slope = settings.kind, settings.slope
    if kind == "softmax":
        logits, temperature = settings.logits, settings.temperature
        yield from cells(softmax.softmax_table(logits, temperature, lang))
        yield from softmax.written_shares(logits, temperature, percent=True)
        return
    made = convolve(convolution.LESSON.defaults()).trace.output[0]
    after = activation_example.function(kind, slope)(made)
    yield activation_words.sentence(kind, slope, settings.x, lang)
    yield from cells(activation_words.at_points(kind, slope, settings.x, lang))
    yield activation_words.map_words(made, after, kind, lang)
    yield activation_words.chain_words(settings.layers, lang)
    layer = activation_example.layer(settings.bias, slope)
    yield activation_words.dead_words(layer, slope, lang)


def of_dropout(settings: DropoutSettings, lang: str) -> Iterator[str]:
    """Yield everything that the dropout lesson says."""
    example = drop(settings)
    yield from dropout_words.story(example, lang)
    yield from cells(dropout_words.table(example, lang))
    for layer, neuron in ((1, example.watched), (len(example.hidden) + 1, 0)):
        yield dropout_words.averaged(example, layer, neuron, lang)
    for training in (False, True):
        yield dropout_words.alt(example, training, lang)
        for texts in dropout_words.hover_texts(example, training, lang):
            yield from texts


def of_dense(settings: DenseSettings, lang: str) -> Iterator[str]:
    """Yield everything that the fully connected lesson says."""
    example = connect(settings)
    story = dense_shape.shape_story(example, lang)
    yield from story.sentences
    yield from (f"{fact.value} — {fact.how}" for fact in story.facts)
    yield from dense_words.input_words(example, lang)
    yield dense_words.sentence(example, settings.output, lang)
    yield from cells(dense_words.table(example, settings.output, lang))
    yield dense_words.count_words(settings.side, lang)
    yield dense_words.alt(example, lang)
    yield re.sub(r"\$[^$]*\$", "e", dense_words.lead(example, lang))  # without its formula
    yield from dense_words.output_words(example, lang)


# Each lesson: what it says, and the settings of its smallest example.
LESSONS: dict[str, tuple[Any, Callable[[Any, str], Iterator[str]], dict[str, Value]]] = {
    "convolution": (convolution.LESSON, of_convolution, {"size": 3, "kernel": 3, "stride": 2}),
    "pooling": (pooling.LESSON, of_pooling, {"size": 3, "kernel": 1, "neurons": 1}),
    "activation": (activation.LESSON, of_activation, {"layers": 1, "kind": "leaky_relu"}),
    "dropout": (dropout.LESSON, of_dropout, {"layers": 1, "neurons": 2, "draws": 1}),
    "dense": (dense.LESSON, of_dense, {"map": "random", "channels": 1, "outputs": 1}),
}


def at_the_bounds(name: str) -> Iterator[tuple[str, Any]]:
    """Yield each control's ends as settings, and what was set."""
    lesson, _, smallest = LESSONS[name]
    for others in ({}, smallest):
        for parameter in lesson.parameters:
            for value in ends(parameter):
                set_ = {**others, parameter.field: value}
                if parameter.field in ("z1", "z2", "z3", "temperature"):
                    set_ |= {"kind": "softmax"}
                yield str(set_), settle(lesson, **set_)


@pytest.mark.parametrize("name", LESSONS)
def test_every_sentence_at_every_bound_is_whole(name: str) -> None:
    _, says, _ = LESSONS[name]
    seen = set()
    for set_, settings in at_the_bounds(name):
        if settings in seen:
            continue
        seen.add(settings)
        for lang in LANGUAGES:
            for sentence in says(settings, lang):
                assert not BROKEN.search(sentence), f"{set_}: {sentence}"
                assert lang == "ko" or not PLURAL_OF_ONE.search(sentence), f"{set_}: {sentence}"
    assert len(seen) > 10


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_leaky_relu_of_slope_0_is_not_said_to_keep_every_neuron_alive(lang: str) -> None:
    alive = {"en": "never 0", "ko": "0이 되지 않으므로"}[lang]
    said = [activation_words.about("leaky_relu", slope, lang) for slope in (0.0, 0.01, 1.0)]
    assert [alive in one for one in said] == [False, True, False]
    dead = activation_example.layer(-12.0, 0.0)
    assert dead.dead.all()
    assert dead.dead_leaky.all(), "the function with slope 0 lets neurons die"


@pytest.mark.parametrize(
    ("logits", "temperature"),
    [([1000.0, 999.0, -1000.0], 1.0), ([1000.0, -1000.0, -1000.0], 0.1), ([40.0, 0.0, 0.0], 1.0)],
)
def test_no_share_of_softmax_reads_as_nothing_or_everything(
    logits: list[float], temperature: float
) -> None:
    shares = softmax.written_shares(logits, temperature)
    assert not {"0", "1", "0.0000", "1.0000"} & set(shares)
    percents = softmax.written_shares(logits, temperature, percent=True)
    assert not {"0", "100"} & set(percents)
    rows = softmax.softmax_table(logits, temperature, "en").rows
    assert all(row[3] != "0" for row in rows), "e to any power is positive"


def test_a_share_too_small_for_float64_is_worked_out_from_the_logits() -> None:
    # e^-2000 is 10^(-2000 / ln 10) = 10^-868.589, so 2.6·10⁻⁸⁶⁹; over 1 + e^-1 + e^-2000.
    logits = [1000.0, 999.0, -1000.0]
    assert softmax.written_shares(logits, 1.0) == ["0.7311", "0.2689", "1.9·10⁻⁸⁶⁹"]
    assert softmax.underflows(logits, 1.0)
    assert not softmax.underflows([5.0, -5.0, -8.0], 1.0)


def test_only_a_smaller_change_is_called_smaller() -> None:
    for choice, kind in (("photo", "max"), ("photo", "avg"), ("ramp", "max"), ("edge", "max")):
        example = pool(settle(pooling.LESSON, input=choice, kind=kind, size=12))
        shift = example.shifted()
        said = pooling_words.shift_words(shift, "en")
        assert ("Pooling changes less" in said) == (shift.change < shift.change_input - 1e-9)
    flat = settle(pooling.LESSON, input="custom", data="2_2_2~2_2_2~2_2_2", size=3)
    assert "nothing changed" in pooling_words.shift_words(pool(flat).shifted(), "en")


def test_global_pooling_is_not_told_to_take_a_larger_window() -> None:
    for choice in ("lecture", "ramp", "edge", "random"):
        example = pool(settle(pooling.LESSON, kind="global", input=choice))
        assert "window shows" not in pooling_words.shift_words(example.shifted(), "en")


def test_a_window_without_any_input_cell_has_no_winner() -> None:
    far = settle(pooling.LESSON, size=3, kernel=2, stride="1", dilation=4, padding=1)
    trace = pool(far).trace
    said = [pooling_words.sentence(trace, step, "en") for step in range(trace.steps)]
    assert any("no number can win: max() = −∞" in one for one in said)
    assert not any("row 0" in one for one in said)


@pytest.mark.parametrize("p", [0.0, 0.05, 0.3, 0.5, 0.95, 1.0])
def test_dropout_says_what_becomes_of_the_average(p: float) -> None:
    example = drop(settle(dropout.LESSON, p=p, layers=2))
    first = dropout_words.averaged(example, 1, example.watched, "en")
    last = dropout_words.averaged(example, 3, 0, "en")
    assert ("every draw gives the value of evaluation" in first) == (p == 0)
    assert ("every draw gives 0" in first) == (p == 1)
    assert ("expected value is exactly" in first) == (0 < p < 1)
    assert ("need not meet" in last) == (0 < p < 1)
    assert p in (0, 1) or float(dropout_words.scale(example)) == pytest.approx(
        1 / (1 - p), abs=0.01
    )


def test_the_factor_is_exact_where_it_is_whole() -> None:
    for p, factor in ((0.5, "2"), (0.75, "4"), (0.9, "10"), (0.95, "20")):
        assert dropout_words.scale(drop(settle(dropout.LESSON, p=p))) == factor


def test_every_filter_of_a_preset_is_named() -> None:
    example = convolve(settle(convolution.LESSON, preset="sobel_x", filters=2))
    names = convolution_words.filter_names(example, "en")
    assert names == ["Sobel x", "Sobel y"]
    assert "filter 2 Sobel y" in convolution_words.filters_listed(example, "en")
    step = example.trace.steps - 1
    assert "Filter 2: Sobel y." in windows.sentence(example.trace, step, "en", "none", names)
    assert not convolution_words.filters_listed(convolve(settle(convolution.LESSON)), "en")


def test_a_turned_kernel_is_only_said_to_change_what_it_changes() -> None:
    flat = settle(
        convolution.LESSON, preset="random", input="custom", data="1_1_1~1_1_1~1_1_1", size=3
    )
    assert "stays the same" in convolution_shape.correlation_note(convolve(flat), "en")


def test_sums_come_first_on_the_page_and_last_in_the_file() -> None:
    trace = convolve(settle(convolution.LESSON, channels=3)).trace
    table = windows.table(trace, 0, "en", "relu")
    assert [row[-2] for row in table.shown[: table.closing]] == [
        *["Channel sum"] * 3, "Sum", "Bias", "Result", "ReLU",
    ]  # fmt: skip
    assert as_csv(table).splitlines()[-1].startswith(",,,,ReLU,")
