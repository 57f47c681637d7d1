"""Grids drawn beside the stage: their numbers, their marked cells."""

from __future__ import annotations

import json

import numpy as np

from visualizer.figures.grids import grid_figure
from visualizer.figures.packing import written
from visualizer.figures.photo import first_channel
from visualizer.notation import precise


def test_a_grid_writes_its_numbers_and_marks_cells() -> None:
    values = np.array([[1.0, -2.0], [0.5, 0.0]])
    marked = values > 0
    made = grid_figure(values, "t", limit=2, dark=False, marked=marked)
    figure = json.loads(written(made).json)
    assert figure["data"][1]["text"] == ["1", "−2", "0.50", "0"]
    assert len(figure["layout"]["shapes"]) == 1 + 2


def test_large_grids_leave_their_numbers_to_the_pointer() -> None:
    figure = grid_figure(np.zeros((32, 32)), "t", limit=0, dark=True)
    assert [trace["type"] for trace in figure["data"]] == ["heatmap"]


def test_a_grid_writes_small_numbers_as_it_is_told() -> None:
    figure = grid_figure(np.array([[0.0033]]), "t", limit=1, dark=False, write=precise)
    assert figure["data"][1]["text"] == ["0.0033"]


def test_a_photo_keeps_its_own_colours() -> None:
    pixels = np.array([[0.0, 255.0], [90.0, 300.0]])
    colored = first_channel(pixels, 1)
    figure = grid_figure(pixels, "t", limit=255, dark=False, colored=colored)
    image, numbers = figure["data"]
    assert image["type"] == "image"
    assert image["z"] == [[[0] * 3, [255] * 3], [[90] * 3, [255] * 3]]
    assert numbers["textfont"]["color"][:2] == ["#ffffff", "#000000"]
    red = first_channel(pixels, 3)[1, 0]
    assert red.tolist() == [90, 18, 18]
