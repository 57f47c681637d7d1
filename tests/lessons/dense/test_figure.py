"""The drawings of a dense layer: every link once, every number, the chosen row, the counts."""

from __future__ import annotations

from typing import Any

import numpy as np
import plotly.graph_objects as go
import pytest

from visualizer.figures.colors import palette
from visualizer.lessons.dense.figure import (
    connections,
    counts,
    matrix,
    matrix_cell,
    matrix_height,
    spread,
)

MAP = np.arange(8.0).reshape(2, 2, 2) - 3
WEIGHT = np.array([[1, -1, 0, 2, 1, 1, -2, 0], [0, 0, 3, 1, -1, 2, 2, 1]], dtype=float)
Y, BIAS = np.array([4.0, -7.5]), np.array([1.0, 0.0])


def traces(figure: go.Figure) -> dict[str, dict[str, Any]]:
    return {trace["name"]: trace for trace in figure.to_plotly_json()["data"]}


def net(dark: bool = False) -> go.Figure:
    return connections(
        MAP,
        WEIGHT,
        Y,
        titles={"map": ["map", "channel 2"], "flat": "flat", "outputs": "outputs"},
        hover=[f"x{i}" for i in range(8)],
        hover_outputs=["y0", "y1"],
        dark=dark,
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


@pytest.mark.parametrize("dark", [False, True])
def test_the_accent_is_for_what_is_chosen_alone(dark: bool) -> None:
    accent = palette(dark).accent
    for figure in (
        net(dark),
        matrix(WEIGHT, MAP.ravel(), BIAS, Y, 1, place="", dark=dark, cell=30),
    ):
        for trace in figure.to_plotly_json()["data"]:
            assert (accent in str(trace)) == (trace["name"] == "chosen")


def test_the_matrix_shows_every_number_and_frames_the_chosen_row() -> None:
    figure = matrix(WEIGHT, MAP.ravel(), BIAS, Y, 1, place="{row}/{column}", dark=False, cell=30)
    found = traces(figure)
    assert [len(found[name]["text"]) for name in "yWxb"] == [2, 16, 8, 2]
    assert found["W"]["text"][8] == "0"
    assert found["W"]["hovertext"][15] == "W: 2/8: <b>1</b>"
    frames = [t for t in figure.to_plotly_json()["data"] if t["name"] == "chosen"]
    assert len(frames) == 3
    small = traces(matrix(WEIGHT, MAP.ravel(), BIAS, Y, 0, place="", dark=False, cell=9))
    assert not any(small["W"]["text"]), "numbers that cannot be read are not drawn"


def test_a_wider_picture_has_larger_cells_up_to_a_point() -> None:
    cells = [matrix_cell((3, 9), width) for width in (340, 600, 2000)]
    assert cells[0] < cells[1] < cells[2] == 40
    assert matrix_height((3, 9), 40) > 9 * 40


def test_outputs_are_spread_over_the_height_of_the_inputs() -> None:
    assert spread(1, 9).tolist() == [4.0]
    heights = spread(6, 4)
    assert np.allclose(np.diff(heights), 4 / 6)
    assert heights.mean() == pytest.approx(1.5)


def test_the_chosen_count_is_written_out() -> None:
    figure = counts(
        range(1, 8), [n * n for n in range(1, 8)], 5, 6, names=("a", "b"), axis="n", dark=False
    )
    chosen = figure.to_plotly_json()["data"][-1]
    assert (chosen["x"], chosen["y"], chosen["text"]) == ([6], [36], ["36"])
