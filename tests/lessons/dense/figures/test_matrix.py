"""y = Wx + b as a picture: every number, and the chosen row."""

from __future__ import annotations

from typing import Any

import numpy as np
import plotly.graph_objects as go
import pytest

from visualizer.figures.colors import palette
from visualizer.lessons.dense.figures.matrix import matrix, matrix_cell, matrix_height

MAP = np.arange(8.0).reshape(2, 2, 2) - 3
WEIGHT = np.array([[1, -1, 0, 2, 1, 1, -2, 0], [0, 0, 3, 1, -1, 2, 2, 1]], dtype=float)
Y, BIAS = np.array([4.0, -7.5]), np.array([1.0, 0.0])


def traces(figure: go.Figure) -> dict[str, dict[str, Any]]:
    return {trace["name"]: trace for trace in figure.to_plotly_json()["data"]}


@pytest.mark.parametrize("dark", [False, True])
def test_the_accent_is_for_the_chosen_row_alone(dark: bool) -> None:
    figure = matrix(WEIGHT, MAP.ravel(), BIAS, Y, 1, place="", dark=dark, cell=30)
    for trace in figure.to_plotly_json()["data"]:
        assert (palette(dark).accent in str(trace)) == (trace["name"] == "chosen")


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
