"""The drawing of a network with dropout: who is there, what is linked, what can be read."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from visualizer.figures.colors import luminance, palette, rgb
from visualizer.figures.links import link_color
from visualizer.lessons.dropout.figures.network import averages, network

VALUES = [np.array([1.0, 2.0]), np.array([3.0, 0.0, -4.5]), np.array([6.0])]
WEIGHTS = [np.array([[1.0, 0.5], [0.0, 1.0], [-1.0, 0.5]]), np.array([[1.0, 0.5, -1.0]])]
HOVER = [["a", "b"], ["c", "d", "e"], ["f"]]


def drawn(mask: list[bool] | None, dark: bool = False) -> dict[str, dict[str, Any]]:
    figure = network(
        VALUES,
        WEIGHTS,
        None if mask is None else [np.array(mask)],
        names=["in", "hidden", "out"],
        hover=HOVER,
        limit=6.0,
        dark=dark,
    )
    return {trace["name"]: trace for trace in figure.to_plotly_json()["data"]}


def links(traces: dict[str, dict[str, Any]]) -> int:
    lines = [trace for name, trace in traces.items() if name.startswith("link:")]
    return sum(list(trace["x"]).count(None) for trace in lines)


def test_the_whole_network_links_every_neuron_to_every_neuron() -> None:
    traces = drawn(None)
    assert links(traces) == 2 * 3 + 3 * 1
    assert traces["kept"]["text"] == ["1", "2", "3", "0", "−4.50", "6"]
    assert "dropped" not in traces


def test_layers_are_named_in_ink_and_no_smaller_than_on_a_stage() -> None:
    figure = network(VALUES, WEIGHTS, None, names=["in", "hidden", "out"], hover=HOVER, limit=6.0,
                     dark=False)  # fmt: skip
    fonts = [note["font"] for note in figure.to_plotly_json()["layout"]["annotations"]]
    assert fonts == [{"size": 14, "color": palette(False).ink}] * 3


def test_a_dropped_neuron_is_crossed_and_its_lines_are_gone() -> None:
    traces = drawn([True, False, True])
    assert links(traces) == 2 * 2 + 2 * 1
    assert traces["dropped"]["hovertext"] == ["d"]
    assert traces["dropped"]["text"] == ["✕"]
    assert len(traces["kept"]["x"]) == 5


def test_everything_dropped_still_draws() -> None:
    traces = drawn([False, False, False])
    assert links(traces) == 0
    assert len(traces["dropped"]["x"]) == 3


@pytest.mark.parametrize("dark", [False, True])
def test_every_number_can_be_read_and_every_line_be_seen(dark: bool) -> None:
    kept = drawn(None, dark)["kept"]
    grounds = kept["marker"]["color"]
    for ink, ground in zip(kept["textfont"]["color"], grounds, strict=True):
        assert contrast(ink, ground) >= 4.5
    for weight in (-1.0, -0.25, 0.25, 1.0):
        assert contrast(link_color(weight, 1.0, dark), palette(dark).background) > 1.5


def contrast(one: str, other: str) -> float:
    low, high = sorted(float(luminance(rgb(color))) for color in (one, other))
    return (high + 0.05) / (low + 0.05)


def test_the_mean_is_drawn_over_all_draws_beside_its_target() -> None:
    figure = averages(
        np.array([0.0, 2.0, 1.5]), 1.0, names=("mean", "goal"), axes=("n", "v"), dark=False
    )
    goal, mean = figure.to_plotly_json()["data"]
    assert list(mean["x"]) == [1, 2, 3]
    assert list(mean["y"]) == [0.0, 2.0, 1.5]
    assert set(goal["y"]) == {1.0}


def test_long_titles_stand_on_two_lines() -> None:
    """On a phone two layers are 90 pixels apart, "hidden layer 1" alone is as wide."""
    figure = network(
        VALUES, WEIGHTS, None, names=["inputs", "hidden layer 1", "은닉층 1"], hover=HOVER,
        limit=6.0, dark=False,
    )  # fmt: skip
    titles = [note["text"] for note in figure.to_plotly_json()["layout"]["annotations"]]
    assert titles == ["inputs", "hidden<br>layer 1", "은닉층 1"]
