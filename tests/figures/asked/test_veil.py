"""What a question hides is not in its figure: whatever it is, the figure is the same."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import replace

import numpy as np
import pytest

from visualizer.figures.asked.veil import HIDEABLE, veiled
from visualizer.figures.packing import written
from visualizer.figures.scene import Moment, Scene
from visualizer.figures.stage import Stage
from visualizer.lessons.convolution import LESSON as CONVOLUTION
from visualizer.lessons.convolution.example import build
from visualizer.lessons.convolution.scene import scene as conv_scene
from visualizer.lessons.pooling import LESSON as POOLING
from visualizer.lessons.pooling.example import build as build_pool
from visualizer.lessons.pooling.scene import scene as pool_scene

STEP = 4


def figure(scene: Scene, hides: Collection[str], step: int = STEP, width: int = 940) -> str:
    """Return the figure that a reader is sent."""
    shown = veiled(scene, step, hides, {"input": [(0, 1, 1)]}, "en")
    return written(Stage(shown, False, step, width).figure()).json


def convolution(**changes: object) -> Scene:
    settings, _ = CONVOLUTION.settle(CONVOLUTION.defaults().changed(**changes))  # type: ignore[arg-type]
    return conv_scene(build(settings), False, "en")


def pooling() -> Scene:
    settings, _ = POOLING.settle(POOLING.defaults().changed(size=6))
    return pool_scene(build_pool(settings), False, "en")


@pytest.mark.parametrize("activation", ["none", "relu"])
def test_numbers_from_the_step_on_are_not_sent(activation: str) -> None:
    scene = convolution(filters=2, activation=activation, bias_value=0.125)
    other = scene.output.copy()
    other.reshape(-1)[STEP:] = 777.0
    changed = replace(scene, output=other, activated=None if activation == "none" else other)
    hidden = figure(scene, {"values", "products"})
    if activation == "none":
        assert hidden == figure(changed, {"values", "products"})
    assert "777" not in figure(changed, {"values", "products"})
    traces = {trace["name"]: trace for trace in json.loads(hidden)["data"]}
    role = "output" if activation == "none" else "activated"
    texts = traces[f"numbers:{role}"]["text"]
    assert len(texts) == 18
    assert all(texts[:STEP])
    assert {text.strip() for text in texts[STEP:]} == {""}
    assert traces[f"asked:{role}"]["text"] == ["?"]


def test_the_shape_is_not_sent() -> None:
    scene = convolution(size=7, stride=2, channels=2)
    other = replace(
        scene,
        output=np.ones((3, 9, 4)),
        unused_rows=np.array([6]),
        moment=lambda step: scene.moment(step % scene.steps),
        titles={**scene.titles, "output": ["output 3×9×4", "map 2", "map 3"]},
    )
    hides = {"shape", "values", "products"}
    assert figure(scene, hides, 0) == figure(other, hides, 0)
    assert figure(scene, (), 0) != figure(other, (), 0)


def test_the_products_and_the_window_are_not_sent() -> None:
    scene = convolution()

    def elsewhere(step: int) -> Moment:
        now = scene.moment(step)
        return replace(
            now, rows=now.rows + 1, cols=now.cols + 1, shown=now.shown + 5, sums=now.sums + 45
        )

    other = replace(scene, moment=elsewhere)
    hides = {"values", "products", "window"}
    assert figure(scene, hides) == figure(other, hides)
    assert figure(scene, {"values"}) != figure(other, {"values"})


def test_the_winner_is_not_sent() -> None:
    scene = pooling()

    def another(step: int) -> Moment:
        now = scene.moment(step)
        return replace(now, winner=(int(now.rows[1]), int(now.cols[0])))

    hides = {"values", "winner"}
    assert figure(scene, hides) == figure(replace(scene, moment=another), hides)
    assert figure(scene, ()) != figure(replace(scene, moment=another), ())


def test_without_anything_to_hide_the_stage_is_the_lesson_s() -> None:
    scene = convolution()
    plain = written(Stage(scene, False, STEP).figure()).json
    lit = veiled(scene, STEP, (), {}, "en")
    assert written(Stage(lit, False, STEP).figure()).json == plain


@pytest.mark.parametrize("width", [340, 640, 940])
@pytest.mark.parametrize("hidden", HIDEABLE)
def test_lit_cells_are_outlined_at_every_width(hidden: str, width: int) -> None:
    drawn = json.loads(figure(convolution(size=28), {hidden}, 0, width))
    light = next(trace for trace in drawn["data"] if trace["name"] == "light:input")
    assert light["x"] == [1.5, 2.5, 2.5, 1.5, 1.5]
    assert drawn["layout"]["height"] > 100
