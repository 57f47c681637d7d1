"""The pooling on the stage: the winner, cells beyond the padding, what the player is given."""

from __future__ import annotations

import json
from typing import Any

from tests.lessons.pooling.cases import example_of
from visualizer.figures.lettering import BLANK
from visualizer.figures.packing import unpack
from visualizer.figures.stage import Stage
from visualizer.lessons.pooling.example import PoolExample
from visualizer.lessons.pooling.scene import scene


def drawn(example: PoolExample) -> tuple[dict[str, Any], dict[str, Any]]:
    stage = Stage(scene(example, False, "en"), dark=False)
    figure = json.loads(stage.figure().to_json())
    return {trace["name"]: trace for trace in figure["data"]}, stage.data()


def test_a_maximum_outlines_its_winner_twice() -> None:
    typed = "1_2_3~4_5_8~0_1_2"
    traces, data = drawn(example_of(input="custom", data=typed, size=3, stride="1"))
    assert min(traces["winner:input"]["x"]) == min(traces["winner:input"]["y"]) == 1.5
    assert min(traces["winner:products"]["x"]) == 1.5
    assert unpack(data["winner"]).ravel().tolist() == [3, 3, 1, 1]
    assert data["operation"] == "max"
    assert "numbers:kernel" not in traces


def test_cells_beyond_the_padding_say_nothing() -> None:
    traces, data = drawn(example_of(kind="avg", size=6, kernel=3, stride="2", ceil=True))
    assert traces["numbers:input"]["text"].count(BLANK) == 13
    assert unpack(data["divisor"]).tolist() == [[[9, 9, 6], [9, 9, 6], [6, 6, 4]]]
    assert data["countPadding"] is True
    assert "winner:input" not in traces


def test_what_pooling_makes_of_a_photo_is_a_photo() -> None:
    example = example_of(input="photo", size=32)
    shown = scene(example, True, "en")
    assert shown.is_photo("output")
    layout = Stage(shown, dark=False).figure().layout.to_plotly_json()
    assert "scale:output" not in {image["name"] for image in layout["images"]}
    plain = Stage(scene(example, False, "en"), dark=False).figure().layout.to_plotly_json()
    assert "scale:output" in {image["name"] for image in plain["images"]}
