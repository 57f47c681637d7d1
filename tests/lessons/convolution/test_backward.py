"""What flows back on the convolution's page is what autograd gives, in every configuration."""

from __future__ import annotations

from contextlib import redirect_stdout
from io import StringIO
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.settings.cases import settled, wishes
from visualizer.lessons.convolution import LESSON
from visualizer.lessons.convolution.backward import words
from visualizer.lessons.convolution.backward.code import numpy_backward, torch_backward
from visualizer.lessons.convolution.backward.flow import Flow, flow
from visualizer.lessons.convolution.proof import gradient_by_torch
from visualizer.lessons.convolution.scene import drawn
from visualizer.lessons.convolution.settings import ConvolutionSettings
from visualizer.material.patterns import PATTERNS
from visualizer.words.text import LANGUAGES

BACKWARD = wishes(LESSON).flatmap(
    lambda wished: st.sampled_from(("input", "weight")).map(
        lambda way: LESSON.settle(wished.changed(pass_=way))[0]
    )
)


def flow_of(**query: str) -> Flow:
    """Return what flows back at an address; its names without the prefix."""
    asked = {f"conv_{name}": value for name, value in query.items()}
    return flow(LESSON.rewound(LESSON.parse(asked)[0]))


def close(ours: np.ndarray, theirs: np.ndarray) -> None:
    assert ours.shape == theirs.shape
    scale = max(1.0, float(abs(theirs).max()))
    np.testing.assert_allclose(ours, theirs, rtol=1e-9, atol=1e-9 * scale)


@given(BACKWARD)
def test_every_way_back_leads_to_what_autograd_gives(settings: ConvolutionSettings) -> None:
    found = flow(LESSON.rewound(settings))
    close(found.result, gradient_by_torch(found))
    assert found.result.shape[-2:] == found.shape[-2:]
    assert found.result.size == np.prod(found.shape)
    more = found.from_padding
    if found.way == "input":
        close(found.trace.output + (0 if more is None else more), found.gradients.input)


@given(BACKWARD)
def test_every_step_can_be_said_in_both_languages(settings: ConvolutionSettings) -> None:
    found = flow(LESSON.rewound(settings))
    for lang in LANGUAGES:
        said = words.sentence(found, settings.step, lang)
        assert str(settings.step + 1) in said
        table = words.table(found, settings.step, lang)
        assert len(table.rows) - table.closing == found.trace.products(settings.step).size
        story = words.story(found, lang)
        assert all((*story.sentences, *story.formulas, words.alt(found, lang)))
        titles = words.titles(found, lang)
        assert len(titles["input"]) == len(found.trace.grid)
        assert len(titles["output"]) == len(found.trace.output)
        assert len(titles["kernel"]) == found.trace.weight.shape[1]


@given(settled(LESSON))
def test_the_way_forward_stays_possible(settings: ConvolutionSettings) -> None:
    ahead = LESSON.forward(settings)
    assert ahead.pass_ == "forward"
    assert LESSON.settle(ahead) == (ahead, [])
    if settings.pass_ == "forward":
        assert ahead is settings
        assert not {"upstream", "gradient", "target"} & LESSON.relevant(settings)


def test_a_target_gives_the_gradient_of_the_mean_squared_error() -> None:
    found = flow_of(**{"pass": "input", "upstream": "target", "target": "1_2_3~4_5_6~7_8_9"})
    output = found.example.trace.activated
    np.testing.assert_allclose(found.given, 2 * (output - np.arange(1, 10).reshape(3, 3)) / 9)


@pytest.mark.parametrize("aim", PATTERNS)
def test_the_target_can_be_any_pattern_in_every_map(aim: str) -> None:
    query = {"upstream": "target", "aim": aim, "filters": "4", "size": "12"}
    found = flow_of(**{"pass": "weight", **query})
    assert found.target is not None
    expected = PATTERNS[aim](*found.given.shape[1:])
    assert all(np.array_equal(channel, expected) for channel in found.target)
    close(found.result, gradient_by_torch(found))


def test_numbers_of_a_target_are_typed_unless_they_are_a_pictures() -> None:
    numbers = {"conv_pass": "input", "conv_upstream": "target", "conv_target": "1_2_3~4_5_6~7_8_9"}
    for asked, aim in (("", "custom"), ("upload", "upload"), ("custom", "custom")):
        settings, notices = LESSON.parse(numbers | ({"conv_aim": asked} if asked else {}))
        assert (settings.aim, settings.target, notices) == (aim, numbers["conv_target"], [])
    # A pattern that is asked for by name stands, and the numbers are left out.
    settings, _ = LESSON.parse(numbers | {"conv_aim": "circle"})
    assert (settings.aim, settings.target) == ("circle", "")


def test_until_a_picture_is_uploaded_the_cross_stands_in() -> None:
    found = flow_of(**{"pass": "input", "upstream": "target", "aim": "upload"})
    assert found.target is not None
    assert np.array_equal(found.target[0], PATTERNS["cross"](*found.given.shape[1:]))


def test_a_typed_gradient_is_what_the_stage_begins_with() -> None:
    found = flow_of(**{"pass": "input", "upstream": "typed", "gradient": "1_0_0~0_0_0~0_0_2"})
    assert found.trace.input.tolist() == [[[1, 0, 0], [0, 0, 0], [0, 0, 2]]]
    kernel = found.example.weight[0, 0]
    # Each output sends its gradient times the kernel to the cells that its window read.
    by_hand = np.zeros((5, 5))
    by_hand[:3, :3] += kernel
    by_hand[2:, 2:] += 2 * kernel
    assert found.result[0].tolist() == by_hand.tolist()


def test_old_addresses_run_forward() -> None:
    settings, notices = LESSON.parse({"conv_size": "7"})
    assert (settings.pass_, notices) == ("forward", [])
    assert "conv_pass" not in LESSON.format(settings)


def test_a_kernels_gradient_has_cells_that_can_be_read() -> None:
    settings = LESSON.parse({"conv_pass": "weight", "conv_size": "32"})[0]
    figure = drawn(LESSON.rewound(settings), False, "en", 0)
    assert '"numbers:output"' in figure.chart.json
    assert "kernel gradient 1×1×3×3" in figure.chart.json.encode().decode("unicode_escape")


CASES: tuple[dict[str, str], ...] = (
    {},
    {"stride": "2", "padding": "1", "channels": "2", "filters": "4", "groups": "2"},
    {"mode": "reflect", "padding": "1", "activation": "leaky_relu", "upstream": "target"},
    {"mode": "circular", "padding": "2", "dilation": "2", "activation": "tanh"},
    {"transposed": "1", "stride": "2", "padding": "1", "activation": "sigmoid"},
    {"upstream": "typed", "gradient": "1_2_3~4_5_6~7_8_9", "activation": "relu", "bias": "0"},
)


@pytest.mark.parametrize("query", CASES)
def test_both_scripts_print_the_gradients(query: dict[str, str]) -> None:
    found = flow_of(**{"pass": "input", **query})
    theirs: dict[str, Any] = {}
    ours: dict[str, Any] = {}
    with redirect_stdout(StringIO()):
        exec(torch_backward(found), theirs)
        exec(numpy_backward(found), ours)
    close(theirs["x"].grad.numpy(), found.gradients.input)
    close(theirs["w"].grad.numpy(), found.gradients.weight)
    close(ours["x_back"], found.gradients.input)
    close(ours["w_back"], found.gradients.weight)
    if found.example.bias is not None:
        close(theirs["bias"].grad.numpy(), found.gradients.bias)
        close(ours["delta"].sum(axis=(1, 2)), found.gradients.bias)
