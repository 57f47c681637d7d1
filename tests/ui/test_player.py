"""The box that the stage stands in before the player starts."""

from __future__ import annotations

import re

from visualizer.figures.packing import Written
from visualizer.figures.still import Still
from visualizer.lessons.registry import ROOT
from visualizer.ui.player import height_style


def test_each_width_of_a_phone_has_the_height_that_the_stage_will_take() -> None:
    still = Still(Written("", "", 400), "", ((766, 700), (511, 900)))
    style = height_style("conv_stage", still)
    assert style.startswith("<style>.st-key-conv_stage { height: 400px; }")
    found = re.findall(r"max-width: (\d+)px\) { .st-key-conv_stage { height: (\d+)px", style)
    # The last rule that fits counts, so the narrowest stands last.
    assert found == [("766", "700"), ("511", "900")]


def test_every_control_has_a_name_before_its_data_comes() -> None:
    page = (ROOT / "assets" / "player" / "player.html").read_text("utf-8")
    controls = re.findall(r"<(?:button|select|input)\b[^>]*>", page)
    assert len(controls) > 10
    # What is not there at first is named when it comes.
    first = [one for one in controls if "data-axis" not in one and "speak" not in one]
    assert [one for one in first if "aria-label=" not in one] == []
