"""Grids drawn beside the stage: their numbers, their marked cells."""

from __future__ import annotations

import json

import numpy as np

from visualizer.figures.grids import grid_figure
from visualizer.notation import precise


def test_a_grid_writes_its_numbers_and_marks_cells() -> None:
    values = np.array([[1.0, -2.0], [0.5, 0.0]])
    marked = values > 0
    figure = json.loads(grid_figure(values, "t", limit=2, dark=False, marked=marked).to_json())
    assert figure["data"][1]["text"] == ["1", "−2", "0.50", "0"]
    assert len(figure["layout"]["shapes"]) == 1 + 2


def test_large_grids_leave_their_numbers_to_the_pointer() -> None:
    figure = grid_figure(np.zeros((32, 32)), "t", limit=0, dark=True)
    assert [trace["type"] for trace in figure.to_dict()["data"]] == ["heatmap"]


def test_a_grid_writes_small_numbers_as_it_is_told() -> None:
    figure = grid_figure(np.array([[0.0033]]), "t", limit=1, dark=False, write=precise)
    assert list(figure.data[1].text) == ["0.0033"]
