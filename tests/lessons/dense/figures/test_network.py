"""The drawing of a dense layer: every link once, weights told by sign and size, nothing cut."""

from __future__ import annotations

from typing import Any

import numpy as np
import plotly.graph_objects as go
import pytest

from visualizer.figures.colors import palette
from visualizer.figures.lettering import text_width
from visualizer.figures.links import link_color
from visualizer.lessons.dense.figures.network import connections
from visualizer.lessons.dense.figures.places import LETTERS, NARROW, WIDE

MAP = np.arange(8.0).reshape(2, 2, 2) - 3
WEIGHT = np.array([[1, -1, 0, 2, 1, 1, -2, 0], [0, 0, 3, 1, -1, 2, 2, 1]], dtype=float)
Y, BIAS = np.array([4.0, -7.5]), np.array([1.0, 0.0])


def traces(figure: go.Figure) -> dict[str, dict[str, Any]]:
    return {trace["name"]: trace for trace in figure.to_plotly_json()["data"]}


def net(dark: bool = False, narrow: bool = False) -> go.Figure:
    return connections(
        MAP,
        WEIGHT,
        Y,
        titles={
            "map": ["feature map<br>2×2×2" if narrow else "feature map 2×2×2", "channel 2"],
            "flat": "flat: 8",
            "outputs": "scores: 2",
            "classes": "softmax",
        },
        classes=[("Dog <b>> 99.99%</b>", 1.0), ("Cat <b>< 0.01%</b>", 0.25)],
        hover=[f"x{i}" for i in range(8)],
        hover_outputs=["y0", "y1"],
        dark=dark,
        narrow=narrow,
    )


def count(found: dict[str, dict[str, Any]], kind: str) -> int:
    lines = [trace for name, trace in found.items() if name.startswith(kind)]
    return sum(list(trace["x"]).count(1.0) for trace in lines)


def test_every_input_is_linked_to_every_output_and_the_first_output_is_strong() -> None:
    found = traces(net())
    assert count(found, "pale:") == WEIGHT.size
    assert count(found, "strong:") == WEIGHT.shape[1]
    assert {name for name in found if name.startswith("strong:")} == {
        f"strong:{value:g}" for value in np.unique(WEIGHT)
    }


def test_cells_and_inputs_say_the_same_in_the_same_order() -> None:
    found = traces(net())
    assert found["cells"]["hovertext"] == found["inputs"]["hovertext"]
    assert [text.strip() for text in found["inputs"]["text"]] == found["cells"]["text"]
    assert [text.strip() for text in found["outputs"]["text"]] == ["4", "−7.50"]


@pytest.mark.parametrize("narrow", [False, True])
def test_titles_are_as_dark_as_the_numbers_and_nothing_is_written_small(narrow: bool) -> None:
    figure = net(narrow=narrow).to_plotly_json()
    fonts = [note["font"] for note in figure["layout"]["annotations"]]
    assert {font["color"] for font in fonts} == {palette(False).ink}
    fonts += [trace["textfont"] for trace in figure["data"] if "textfont" in trace]
    assert min(font["size"] for font in fonts) >= 14


@pytest.mark.parametrize("dark", [False, True])
def test_the_accent_is_for_what_is_chosen_alone(dark: bool) -> None:
    accent = palette(dark).accent
    for trace in net(dark).to_plotly_json()["data"]:
        assert (accent in str(trace)) == (trace["name"] == "chosen")


@pytest.mark.parametrize("dark", [False, True])
def test_a_strong_line_has_the_colour_of_its_weight_and_is_wider_for_a_larger_one(
    dark: bool,
) -> None:
    found = traces(net(dark))
    lines = {
        float(name.split(":")[1]): t for name, t in found.items() if name.startswith("strong:")
    }
    for value, trace in lines.items():
        assert trace["line"]["color"] == link_color(value, 3.0, dark)
        assert trace["line"]["color"] == found[f"pale:{value:g}"]["line"]["color"]
    widths = [lines[value]["line"]["width"] for value in (0, 1, 2, 3)]
    assert widths == sorted(set(widths))
    assert lines[-2]["line"]["width"] == lines[2]["line"]["width"]
    # Whatever is lit is drawn with these: there is no line of another colour to light.
    named = {name.split(":")[0] for name, trace in found.items() if trace["mode"] == "lines"}
    assert named == {"pale", "strong", "light-cells"}


@pytest.mark.parametrize("narrow", [False, True])
def test_probabilities_are_bars_of_one_hue_beside_the_scores(narrow: bool) -> None:
    figure = net(narrow=narrow).to_plotly_json()
    bars = figure["layout"]["shapes"]
    assert [bar["x1"] for bar in bars] == [1.0, 1.0, 1.0, 0.25]
    assert {bar["fillcolor"] for bar in bars[1::2]} == {palette(False).probability}
    names = next(trace for trace in figure["data"] if trace["name"] == "classes")
    outputs = next(trace for trace in figure["data"] if trace["name"] == "outputs")
    assert names["y"] == outputs["y"]


@pytest.mark.parametrize("narrow", [False, True])
def test_every_number_of_the_drawing_is_at_least_14_pixels(narrow: bool) -> None:
    figure = net(narrow=narrow).to_plotly_json()
    sizes = [trace["textfont"]["size"] for trace in figure["data"] if "textfont" in trace]
    sizes += [note["font"]["size"] for note in figure["layout"]["annotations"]]
    assert min(sizes) == LETTERS >= 14


def test_numbers_that_do_not_fit_a_cell_are_left_to_the_inputs_and_the_hover() -> None:
    grid = np.full((1, 4, 4), -123.45)
    figure = connections(
        grid, np.ones((1, 16)), np.ones(1),
        titles={"map": ["map"], "flat": "", "outputs": "", "classes": ""}, classes=[("", 1.0)],
        hover=["x"] * 16, hover_outputs=["y"], dark=False, narrow=True,
    )  # fmt: skip
    found = traces(figure)
    assert set(found["cells"]["text"]) == {""}
    assert found["inputs"]["text"][0].strip() == "−123.45"


@pytest.mark.parametrize(("width", "narrow"), [(WIDE, False), (NARROW, True)])
def test_titles_and_names_fit_the_narrowest_column(width: int, narrow: bool) -> None:
    layout = net(narrow=narrow).to_plotly_json()["layout"]
    left, right = layout["xaxis"]["domain"]
    first, second = (note["text"].split("<br>")[0] for note in layout["annotations"][:2])
    if narrow:
        # Channels of 2 cells, 44 pixels each, stand beside each other.
        apart = (layout["annotations"][1]["x"] - layout["annotations"][0]["x"]) * 44
        assert (text_width(first, LETTERS) + text_width(second, LETTERS)) / 2 < apart
    else:
        assert text_width(first, LETTERS) <= (right - left) * width
    beside, end = layout["xaxis3"]["domain"]
    assert text_width("class 4 < 0.01%", LETTERS) <= (end - beside) * width
    left, right = layout["xaxis2"]["domain"]
    low, high = layout["xaxis2"]["range"]
    link = (right - left) * width / (high - low)
    # A long number beside an input, and beside an output.
    number = text_width("−1.33" if narrow else "−12.34", LETTERS)
    assert number + 10 <= -low * link
    assert number + 22 <= (high - 1) * link + (beside - right) * width
    assert link >= 60


def test_back_to_an_input_its_links_are_strong_and_to_a_weight_one_alone() -> None:
    for chosen, links in ((None, 2), (1, 1)):
        figure = connections(
            MAP, WEIGHT, Y, titles={"map": ["", ""], "flat": "", "outputs": "", "classes": ""},
            classes=[("2·(4 − 1) / 2", None), ("2·(−7.5 − 0) / 2", None)], dark=False,
            chosen=chosen, chosen_input=5,
        )  # fmt: skip
        found = traces(figure)
        assert count(found, "strong:") == links
        assert (found["chosen-input"]["x"], found["chosen-input"]["y"]) == ([0.0], [5])
        assert found["chosen"]["x"] == ([None] if chosen is None else [1.0])
        # The second map's first row, second column.
        left, top = min(found["chosen-cell"]["x"][:-1]), min(found["chosen-cell"]["y"][:-1])
        others = found["cells"]
        assert (left + 0.5, top + 0.5) == (others["x"][5], others["y"][5])
        assert not figure.layout.shapes, "no bar without a share"
        for name in ("chosen-input", "chosen-cell"):
            assert palette(False).accent in str(found[name])
    assert not {"chosen-input", "chosen-cell"} & set(traces(net()))
