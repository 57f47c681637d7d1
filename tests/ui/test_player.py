"""The box that the stage stands in before the player starts."""

from __future__ import annotations

import re

from visualizer.figures.packing import Written
from visualizer.figures.still import Still
from visualizer.ui.player import height_style


def test_each_width_of_a_phone_has_the_height_that_the_stage_will_take() -> None:
    still = Still(Written("", "", 400), "", ((766, 700), (511, 900)))
    style = height_style("conv_stage", still)
    assert style.startswith("<style>.st-key-conv_stage { height: 400px; }")
    found = re.findall(r"max-width: (\d+)px\) { .st-key-conv_stage { height: (\d+)px", style)
    # The last rule that fits counts, so the narrowest stands last.
    assert found == [("766", "700"), ("511", "900")]
