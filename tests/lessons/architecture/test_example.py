"""The lesson settles on a layer and a unit that exist."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.engine.stacks import STACKS, Stack
from visualizer.lessons.architecture import LESSON
from visualizer.lessons.architecture.address import encode
from visualizer.lessons.architecture.example import field_growth, unit_of
from visualizer.lessons.architecture.presets import Network


@given(
    stack=STACKS,
    layer=st.integers(0, 60),
    row=st.integers(-3, 700),
    step=st.integers(0, 60),
)
def test_the_lesson_settles_on_what_exists(stack: Stack, layer: int, row: int, step: int) -> None:
    written = {"arch_net": encode(Network(*stack)), "arch_layer": str(layer)}
    written |= {"arch_row": str(row), "arch_step": str(step)}
    settings, _ = LESSON.parse(written)
    assert LESSON.parse(LESSON.format(settings)) == (settings, [])
    walked = settings.network.walk()
    if walked.steps:
        index, *_ = unit_of(walked, settings)
        assert len(field_growth(walked, settings)) == index + 1
        assert settings.step <= index
