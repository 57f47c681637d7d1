"""The dropout lesson's numbers, words and code agree with one another and with the engine."""

from __future__ import annotations

import contextlib
import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.lessons.cases import values_of
from visualizer import engine
from visualizer.lessons.dropout.example import DropoutExample, build
from visualizer.lessons.dropout.settings import LESSON
from visualizer.lessons.dropout.words import hover_texts, numpy_code, story, table, torch_code
from visualizer.settings.parameters import ChoiceParameter, Values
from visualizer.words.text import LANGUAGES, known, text

ANY = st.fixed_dictionaries({}, optional={p.name: values_of(p) for p in LESSON.parameters}).map(
    lambda values: LESSON.settle(values)[0]
)


def example(**changes: object) -> DropoutExample:
    return build(LESSON.settle({**LESSON.defaults(), **changes})[0])  # type: ignore[dict-item]


@given(ANY)
@settings(max_examples=30)
def test_settings_come_back_from_the_address(values: Values) -> None:
    assert LESSON.parse(LESSON.format(values)) == (values, [])


@given(ANY)
@settings(max_examples=30)
def test_a_layer_after_dropout_is_what_the_engine_drops(values: Values) -> None:
    now = build(values)
    rng = np.random.default_rng(now.seed)
    for layer in range(len(now.hidden)):
        before, after = now.dropped.before[layer + 1], now.dropped.after[layer + 1]
        np.testing.assert_array_equal(engine.dropout(before, now.p, True, rng), after)


def test_every_draw_is_one_run_of_the_network() -> None:
    now = example(drop_draws=7, drop_layers=3)
    for draw in range(7):
        alone = now.run(now.split(now.all_masks[draw]))
        np.testing.assert_allclose(now.many.output[draw], alone.output)
    np.testing.assert_allclose(now.many.output[0], now.dropped.output)
    np.testing.assert_allclose(now.running_mean(4, 0)[-1], now.many.output[:, 0].mean())


@pytest.mark.parametrize("p", [0.1, 0.5, 0.8])
def test_the_mean_of_many_draws_comes_to_the_evaluation(p: float) -> None:
    now = example(drop_p=p, drop_draws=2000, drop_layers=1)
    for layer, neuron in ((1, now.watched), (2, 0)):
        values = now.many.after[layer][:, neuron]
        error = 4 * values.std() / np.sqrt(len(values)) + 1e-9
        assert abs(values.mean() - now.whole.before[layer][neuron]) < error


def test_nothing_and_everything_dropped() -> None:
    nothing, everything = example(drop_p=0.0), example(drop_p=1.0)
    np.testing.assert_array_equal(nothing.dropped.output, nothing.whole.output)
    assert not everything.dropped.output.any()
    assert everything.scale is None
    for lang in LANGUAGES:
        assert text("drop.say_p0", lang) in story(nothing, lang)
        assert text("drop.say_p1", lang) in story(everything, lang)
        assert hover_texts(everything, True, lang)


@pytest.mark.parametrize("mode", ["train", "eval"])
@pytest.mark.parametrize("p", [0.0, 0.3, 1.0])
def test_both_codes_print_the_outputs_on_screen(mode: str, p: float) -> None:
    now = example(drop_p=p, drop_mode=mode)
    for code in (torch_code(now), numpy_code(now)):
        names: dict[str, object] = {}
        with contextlib.redirect_stdout(io.StringIO()):
            exec(code, names)
        y = names["y"]
        found = y.detach().numpy() if hasattr(y, "detach") else y
        np.testing.assert_allclose(found, now.shown.output, atol=1e-12)  # type: ignore[arg-type]


def test_the_table_multiplies_what_it_says() -> None:
    rows = table(example(drop_p=0.5), "en").rows
    assert len(rows) == 10
    for _, _, before, mask, factor, after in rows:
        assert factor == ("2" if mask == "1" else "0")
        assert float(before) * float(factor) == pytest.approx(float(after), abs=0.011)


def test_every_control_and_choice_has_its_words() -> None:
    for parameter in LESSON.parameters:
        assert known(f"param.{parameter.name}")
        if isinstance(parameter, ChoiceParameter):
            assert all(known(f"choice.{parameter.name}.{c}") for c in parameter.choices)
