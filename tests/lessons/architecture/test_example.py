"""The lesson settles on a layer and a unit that exist."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.engine.stacks import STACKS, Stack
from visualizer.engine.network.layers import ConvTranspose, ZeroPad
from visualizer.lessons.architecture import LESSON
from visualizer.lessons.architecture.address import encode
from visualizer.lessons.architecture.example import field_growth, unit_of
from visualizer.lessons.architecture.presets import Network

_GAPS = (ConvTranspose, ZeroPad)  # some of their values read nothing of the map before


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
        # Other branches are left out, and layers of whose maps the unit sees only padding.
        grown = [part.layer for part in field_growth(walked, settings)]
        assert grown == sorted(set(grown))
        assert set(grown) <= set(range(index + 1))
        straight = all(step.sources == (step.index - 1,) for step in walked.steps)
        unpadded = not any(getattr(layer, "padding", 0) for layer in walked.layers)
        if straight and unpadded and not any(isinstance(x, _GAPS) for x in walked.layers):
            assert grown == list(range(index + 1))
        assert settings.step <= index
