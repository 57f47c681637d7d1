"""The activation lesson's figures, read from their own data."""

from __future__ import annotations

import json

import numpy as np
import pytest

from visualizer import engine
from visualizer.lessons.activation import figure as activation


@pytest.mark.parametrize("dark", [False, True])
def test_the_curve_carries_its_point(dark: bool) -> None:
    x = np.linspace(-6, 6, 121)
    y, slope = engine.sigmoid(x), engine.sigmoid_derivative(x)
    figure = json.loads(activation.curve(x, y, slope, 60, ("f", "f′"), dark).to_json())
    names = [trace["name"] for trace in figure["data"]]
    assert names == ["f", "f′", "tangent", "point"], "assets/point/point.js finds the last two"
    assert figure["data"][3]["y"] == [0.5, 0.25]


def test_shares_and_chains_are_drawn_as_they_are() -> None:
    values, written = np.array([0.7, 0.25, 0.05]), ["70", "25", "5"]
    shares = activation.shares(["a", "b", "c"], values, written, False).to_dict()
    assert [bar["text"] for bar in shares["data"]] == [["70%"], ["25%"], ["5%"]]
    chain = activation.chain([("s", np.array([0.2, 0.05]))], 0, ("n", "g"), False).to_dict()
    assert chain["layout"]["yaxis"]["type"] == "log"
