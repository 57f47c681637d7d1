"""Fields on the picture that grow, frame by frame."""

from __future__ import annotations

import json

from visualizer.engine.network.walk import Walk
from visualizer.lessons.architecture import LESSON
from visualizer.lessons.architecture.figures.receptive import (
    Growth,
    field_figure,
    field_frames,
    outline,
)
from visualizer.lessons.architecture.stories import field_labels

WORDS = "padding"


def growth_of(net: str, layer: int) -> tuple[Walk, list[Growth]]:
    settings, _ = LESSON.parse({"arch_net": net, "arch_layer": str(layer)})
    walked = settings.network.walk()
    return walked, [Growth(*part) for part in field_labels(walked, settings, "en")]


def test_frames_move_only_what_moves() -> None:
    walked, fields = growth_of("alexnet2012", 14)
    _, rows, cols = walked.input_shape
    size = rows, cols
    figure = field_figure(size, fields, WORDS, dark=False, picture="data:image/png;base64,")
    spec = json.loads(figure.to_json())
    assert [field.name for field in fields] == [
        *("conv1", "pool1", "conv2", "pool2", "conv3", "conv4", "conv5", "pool5")
    ]
    assert len(spec["frames"]) == len(fields)
    assert "updatemenus" not in spec["layout"], "the keyboard does not reach Plotly's own buttons"
    for frame, field in zip(spec["frames"], fields, strict=True):
        assert frame["traces"] == [2, 3]
        x, y = outline(field.region)
        assert (frame["data"][0]["x"], frame["data"][0]["y"]) == (x, y)
    assert fields[-1].label == "pool5: 195×195"
    assert spec["layout"]["images"][0]["sizex"] == 227
    shown = spec["data"][2]
    assert shown["x"] == outline(fields[-1].region)[0]
    assert shown["hoverinfo"] == "skip"
    assert "heatmap" not in {trace["type"] for trace in spec["data"]}
    first = json.loads(field_figure(size, fields, WORDS, dark=False, step=0).to_json())
    assert first["data"][2]["x"] == outline(fields[0].region)[0]


def test_fields_far_beyond_the_picture_do_not_hide_it() -> None:
    walked, fields = growth_of("vgg11", 28)
    _, rows, cols = walked.input_shape
    size = rows, cols
    spec = json.loads(field_figure(size, fields, WORDS, dark=True).to_json())
    left, right = spec["layout"]["xaxis"]["range"]
    assert right - left <= 2.1 * size[1]
    assert left <= 0 < size[1] <= right
    assert len(field_frames(size, fields, dark=True)) == len(fields)
