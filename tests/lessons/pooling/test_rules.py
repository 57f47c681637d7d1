"""No hand and no address reaches a pooling that torch refuses."""

from __future__ import annotations

from hypothesis import given

from tests.settings.cases import settle, wishes
from visualizer.lessons.pooling import LESSON
from visualizer.lessons.pooling.example import build
from visualizer.lessons.pooling.rules import output_size, steps
from visualizer.lessons.pooling.settings import PoolingSettings


@given(wishes(LESSON))
def test_settled_settings_are_possible(wished: PoolingSettings) -> None:
    settings, _ = LESSON.settle(wished)
    made = build(settings)
    assert made.trace.output.shape[1:] == output_size(settings)
    cells = made.trace.output if settings.pass_ == "forward" else made.input
    assert cells.size == steps(settings) > settings.step


def test_padding_reaches_at_most_half_the_kernel_and_says_so() -> None:
    settings, notices = LESSON.parse({"pool_padding": "5"})
    assert settings.padding == 1
    assert [(n.code, n.parameter, n.used) for n in notices] == [
        ("pool_padding", "pool_padding", "1")
    ]


def test_a_dilation_gives_way_before_the_kernel() -> None:
    settings = settle(LESSON, size=5, kernel=3, dilation=4)
    assert (settings.kernel, settings.dilation) == (3, 2)


def test_an_average_has_no_dilation() -> None:
    settings = settle(LESSON, kind="avg", size=8, dilation=2)
    assert settings.dilation == 1
    assert "dilation" not in LESSON.relevant(settings)


def test_a_width_of_its_own_turns_the_rectangle_on() -> None:
    settings, notices = LESSON.parse({"pool_width": "9", "pool_kernel": "3"})
    assert notices == []
    assert settings.rect is True
    assert build(settings).trace.output.shape == (1, 1, 3)
    again, _ = LESSON.settle(settings.changed(rect=False))
    assert again.width == 4
