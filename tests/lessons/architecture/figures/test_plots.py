"""The plots of what a network's layers cost."""

from __future__ import annotations

import json

import pytest

from visualizer.engine.network.walk import Walk
from visualizer.figures.colors import palette
from visualizer.figures.lettering import text_width
from visualizer.lessons.architecture.figures.plots import Bars, cost_figure
from visualizer.lessons.architecture.figures.traces import kind_color
from visualizer.lessons.architecture.presets import ALEXNET, PRESETS, Network
from visualizer.lessons.architecture.stories import cost_layers, costs


def bars(walked: Walk, what: str) -> Bars:
    found = costs(walked, what, "en")
    return Bars(found.title, found.values, found.texts, found.hovers)


def test_costs_make_the_point() -> None:
    walked = ALEXNET.walk()
    names, kinds = cost_layers(walked)
    colors = palette(False)
    for what, total, title in (
        ("parameters", 61_100_840, "96% "),
        ("multiply_adds", 714_188_480, "92% "),
    ):
        shown = bars(walked, what)
        assert shown.title.startswith(title)
        (trace,) = json.loads(cost_figure(names, kinds, shown, dark=False).to_json())["data"]
        assert list(names) == trace["y"]
        assert sum(trace["x"]) == total
        first, last = trace["marker"]["color"][0], trace["marker"]["color"][-1]
        assert first == kind_color("conv", colors) != last


@pytest.mark.parametrize("network", PRESETS.values(), ids=PRESETS)
def test_the_number_of_every_bar_fits_the_narrowest_chart(network: Network) -> None:
    walked = network.walk()
    names, kinds = cost_layers(walked)
    for what in ("parameters", "multiply_adds"):
        spec = json.loads(cost_figure(names, kinds, bars(walked, what), dark=False).to_json())
        (trace,), layout = spec["data"], spec["layout"]
        across = 326 - layout["margin"]["l"] - layout["margin"]["r"]
        assert trace["textfont"]["size"] >= 12
        for value, words in zip(trace["x"], trace["text"], strict=True):
            end = across * value / layout["xaxis"]["range"][1]
            assert end + 4 + text_width(words, 12) <= across + layout["margin"]["r"]
