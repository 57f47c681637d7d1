"""The plots of what a network's layers cost."""

from __future__ import annotations

import json

import pytest

from visualizer.engine.network.walk import Walk
from visualizer.figures.colors import palette
from visualizer.lessons.architecture.figures.plots import Bars, cost_figure
from visualizer.lessons.architecture.figures.traces import kind_color
from visualizer.lessons.architecture.presets import ALEXNET
from visualizer.lessons.architecture.stories import cost_layers, costs

WIDTHS = (1000, 700, 340)


def bars(walked: Walk, what: str) -> Bars:
    found = costs(walked, what, "en")
    return Bars(found.title, found.values, found.texts, found.hovers)


@pytest.mark.parametrize("width", WIDTHS)
def test_costs_make_the_point(width: int) -> None:
    walked = ALEXNET.walk()
    names, kinds = cost_layers(walked)
    figure = cost_figure(
        names, kinds, bars(walked, "parameters"), bars(walked, "multiply_adds"), dark=False,
        width=width,
    )  # fmt: skip
    spec = json.loads(figure.to_json())
    parameters, work = spec["data"]
    assert list(names) == parameters["y"] == work["y"]
    assert sum(parameters["x"]) == 61_100_840
    assert sum(work["x"]) == 714_188_480
    titles = [note["text"] for note in spec["layout"]["annotations"]]
    assert titles[0].startswith("<b>96% ")
    assert titles[1].startswith("<b>92% ")
    colors = palette(False)
    for trace in (parameters, work):
        assert (
            trace["marker"]["color"][0]
            == kind_color("conv", colors)
            != trace["marker"]["color"][-1]
        )
    for axis in ("yaxis", "yaxis2"):
        low, high = spec["layout"][axis]["domain"]
        assert 0 <= low < high <= 1
