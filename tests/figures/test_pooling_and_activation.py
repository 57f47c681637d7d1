"""The pooling scene and the activation lesson's figures, read from their own data."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest

from visualizer import engine
from visualizer.figures import activation
from visualizer.figures.grids import grid_figure
from visualizer.figures.packing import unpack
from visualizer.figures.stage import Stage
from visualizer.figures.stage_pooling import pooling_scene

WORDS = {"row": "row", "column": "column"}
TITLES = {role: [role] * 3 for role in ("input", "products", "output")}


def drawn(trace: engine.PoolTrace) -> tuple[dict[str, Any], dict[str, Any]]:
    stage = Stage(pooling_scene(trace, titles=TITLES, words=WORDS), dark=False)
    figure = json.loads(stage.figure().to_json())
    return {trace["name"]: trace for trace in figure["data"]}, stage.data()


def test_a_maximum_outlines_its_winner_twice() -> None:
    traces, data = drawn(engine.trace_max_pool2d([[[1, 2, 3], [4, 5, 8], [0, 1, 2]]], 2, 1))
    assert min(traces["winner:input"]["x"]) == min(traces["winner:input"]["y"]) == 1.5
    assert min(traces["winner:products"]["x"]) == 1.5
    assert unpack(data["winner"]).ravel().tolist() == [3, 3, 1, 1]
    assert data["operation"] == "max"
    assert "numbers:kernel" not in traces


def test_cells_beyond_the_padding_say_nothing() -> None:
    trace = engine.trace_avg_pool2d(np.ones((1, 6, 6)), 3, 2, ceil_mode=True)
    traces, data = drawn(trace)
    assert traces["numbers:input"]["text"].count("") == 13
    assert unpack(data["divisor"]).tolist() == [[[9, 9, 6], [9, 9, 6], [6, 6, 4]]]
    assert data["countPadding"] is True
    assert "winner:input" not in traces


@pytest.mark.parametrize("dark", [False, True])
def test_the_curve_carries_its_point(dark: bool) -> None:
    x = np.linspace(-6, 6, 121)
    y, slope = engine.sigmoid(x), engine.sigmoid_derivative(x)
    figure = json.loads(activation.curve(x, y, slope, 60, ("f", "f′"), dark).to_json())
    names = [trace["name"] for trace in figure["data"]]
    assert names == ["f", "f′", "tangent", "point"], "assets/point/point.js finds the last two"
    assert figure["data"][3]["y"] == [0.5, 0.25]


def test_a_grid_writes_its_numbers_and_marks_cells() -> None:
    values = np.array([[1.0, -2.0], [0.5, 0.0]])
    marked = values > 0
    figure = json.loads(grid_figure(values, "t", limit=2, dark=False, marked=marked).to_json())
    assert figure["data"][1]["text"] == ["1", "−2", "0.50", "0"]
    assert len(figure["layout"]["shapes"]) == 1 + 2


def test_large_grids_leave_their_numbers_to_the_pointer() -> None:
    figure = grid_figure(np.zeros((32, 32)), "t", limit=0, dark=True)
    assert [trace["type"] for trace in figure.to_dict()["data"]] == ["heatmap"]


def test_shares_and_chains_are_drawn_as_they_are() -> None:
    shares = activation.shares(["a", "b", "c"], np.array([0.7, 0.25, 0.05]), False).to_dict()
    assert [bar["text"] for bar in shares["data"]] == [["70 %"], ["25 %"], ["5 %"]]
    chain = activation.chain([("s", np.array([0.2, 0.05]))], 0, ("n", "g"), False).to_dict()
    assert chain["layout"]["yaxis"]["type"] == "log"
