"""What would be drawn: boxes to scale and apart, every layer under the mouse, fields that grow."""

from __future__ import annotations

import json
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings

from tests.engine.stacks import STACKS
from visualizer.engine.network.layers import Conv, Linear
from visualizer.engine.network.walk import walk
from visualizer.figures.colors import palette
from visualizer.lessons.architecture.figures.drawing import (
    Captions,
    kind_color,
    mixed,
    network_figure,
)
from visualizer.lessons.architecture.figures.layout import arrange, boxes
from visualizer.lessons.architecture.figures.plots import Bars, cost_figure
from visualizer.lessons.architecture.figures.receptive import (
    FieldWords,
    Growth,
    field_figure,
    field_frames,
    outline,
)
from visualizer.lessons.architecture.presets import ALEXNET, ALEXNET_2012, PRESETS, Network
from visualizer.lessons.architecture.settings import LESSON, network_of
from visualizer.lessons.architecture.stories import cost_layers, costs, field_labels
from visualizer.lessons.architecture.words import captions

WORDS = FieldWords("play", "pause", "layer", "padding")
WIDTHS = (1000, 700, 340)


def drawn(walked, **options):
    figure = network_figure(
        walked, Captions(**captions(walked, "en")), dark=options.pop("dark", False), **options
    )
    return json.loads(figure.to_json())


def steps_under_the_mouse(figure):
    return {x for trace in figure["data"] for x in trace.get("customdata", [])}


def placed(walked, width):
    found = boxes(walked)
    return arrange(found, width, [3] * len(found))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("network", PRESETS.values(), ids=PRESETS)
def test_boxes_are_to_scale_inside_and_apart(network, width):
    arranged = placed(network.walk(), width)
    maps = [box for box in arranged.boxes if len(box.shape) == 3 and box.height > 2.01]
    for one, other in combinations(maps, 2):
        assert one.height / other.height == pytest.approx(one.shape[1] / other.shape[1])
    for box in arranged.boxes:
        corners = [box.corner(stream) for stream in range(box.streams)]
        across, up = box.width + box.depth[0], box.height + box.depth[1]
        for x, y in corners:
            assert 0 <= x <= x + across <= arranged.width
            assert 0 <= y <= y + up <= arranged.height
    for one, other in combinations(arranged.boxes, 2):
        if one.row == other.row:
            assert one.x + one.extent[0] < other.x


def test_alexnet_of_2012_runs_in_two_streams():
    streams = {box.step: box.streams for box in boxes(ALEXNET_2012.walk())}
    names = {step.name: step.index for step in ALEXNET_2012.walk().steps}
    assert streams[-1] == 1
    for name in ("conv1", "pool1", "conv2", "conv3", "conv4", "conv5", "pool5"):
        assert streams[names[name]] == 2
    assert streams[names["fc6"]] == 1
    assert {box.streams for box in boxes(ALEXNET.walk())} == {1}


def test_layers_that_keep_the_shape_stand_under_the_box_before_them():
    walked = ALEXNET_2012.walk()
    by_name = {walked.steps[box.step].name: box for box in boxes(walked)[1:]}
    kept = [walked.steps[chip].name for chip in by_name["conv1"].chips]
    assert kept == ["relu1", "norm1"]
    assert [walked.steps[chip].name for chip in by_name["pool5"].chips] == ["flat5"]
    last = boxes(ALEXNET.walk())[-4]
    assert [ALEXNET.walk().steps[c].name for c in last.chips] == ["pool5b", "flat5", "drop5"]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("network", PRESETS.values(), ids=PRESETS)
def test_every_box_answers_the_mouse_and_every_word_is_there(network, width, dark):
    walked = network.walk()
    figure = drawn(walked, width=width, dark=dark)
    assert steps_under_the_mouse(figure) == {box.step for box in boxes(walked)}
    words = "\n".join(note["text"] for note in figure["layout"]["annotations"])
    hovers = "\n".join(trace.get("hovertext", "") for trace in figure["data"])
    for step in walked.steps:
        assert f"<b>{step.name}</b>" in hovers
        if isinstance(step.layer, Conv | Linear):
            assert f"<b>{step.name}</b>" in words
            assert step.formulas.parameters_text in hovers


def test_hover_texts_have_every_number():
    texts = captions(ALEXNET_2012.walk(), "en")["hovers"]
    conv = texts[1]
    for part in ("11×11", "⌊(227 + 2·0 − 11) / 4⌋ + 1 = 55", "96×55×55", "1.16 MB", "34\u2009944"):
        assert part in conv


def test_only_windows_have_the_accent_and_the_marked_layer_is_found():
    walked = ALEXNET_2012.walk()
    accent = palette(False).accent
    figure = drawn(walked, selected=5)
    for trace in figure["data"]:
        if trace.get("line", {}).get("color") == accent:
            assert trace["name"].startswith("window:")
    conv2 = walked.steps[4]
    assert conv2.name == "conv2"
    marked = {
        trace["name"]
        for trace in figure["data"]
        if trace["name"].startswith("box:") and trace["line"]["width"] > 2
    }
    assert marked == {f"box:{conv2.index}"}


def test_the_layer_that_cannot_work_is_drawn():
    walked = Network((1, 9, 9), (Conv(4, 3), Linear(5))).walk()
    figure = drawn(walked)
    failure = next(trace for trace in figure["data"] if trace["name"] == "failure")
    assert "cannot work" in failure["text"][0]
    assert "flatten" in failure["hovertext"]
    low, high = figure["layout"]["yaxis"]["range"]
    assert low < failure["y"][0] < high
    assert not any(trace["name"] == "failure" for trace in drawn(ALEXNET.walk())["data"])


@settings(deadline=None, max_examples=60)
@given(stack=STACKS)
def test_any_stack_can_be_drawn(stack):
    walked = walk(*stack)
    for width in WIDTHS:
        figure = drawn(walked, width=width)
        assert figure["layout"]["height"] > 0
        assert -1 in steps_under_the_mouse(figure)


def test_many_layers_take_rows_and_stay_readable():
    walked = walk((3, 224, 224), [Conv(64, 3, padding=1)] * 40)
    arranged = placed(walked, 1000)
    rows = {box.row for box in arranged.boxes}
    assert len(rows) > 2
    for row in rows:
        centres = [box.caption[0] for box in arranged.boxes if box.row == row]
        assert all(b - a >= 70 for a, b in pairwise(centres))


def bars(walked, what):
    found = costs(walked, what, "en")
    return Bars(found.title, found.values, found.texts, found.hovers)


@pytest.mark.parametrize("width", WIDTHS)
def test_costs_make_the_point(width):
    walked = ALEXNET.walk()
    names, kinds = cost_layers(walked)
    figure = cost_figure(
        names, kinds, bars(walked, "parameters"), bars(walked, "multiply_adds"), dark=False,
        width=width,
    )  # fmt: skip
    spec = json.loads(figure.to_json())
    parameters, work = spec["data"]
    assert list(names) == parameters["y"] == work["y"]
    assert sum(parameters["x"]) == 61_100_840
    assert sum(work["x"]) == 714_188_480
    titles = [note["text"] for note in spec["layout"]["annotations"]]
    assert titles[0].startswith("<b>96 %")
    assert titles[1].startswith("<b>92 %")
    colors = palette(False)
    for trace in (parameters, work):
        assert (
            trace["marker"]["color"][0]
            == kind_color("conv", colors)
            != trace["marker"]["color"][-1]
        )
    for axis in ("yaxis", "yaxis2"):
        low, high = spec["layout"][axis]["domain"]
        assert 0 <= low < high <= 1


def growth_of(net, layer):
    values, _ = LESSON.parse({"arch_net": net, "arch_layer": str(layer)})
    walked = network_of(values).walk()
    return walked, [Growth(*part) for part in field_labels(walked, values, "en")]


def test_frames_move_only_what_moves():
    walked, fields = growth_of("alexnet2012", 14)
    size = walked.input_shape[1:]
    figure = field_figure(size, fields, WORDS, dark=False, picture="data:image/png;base64,")
    spec = json.loads(figure.to_json())
    assert [step["label"] for step in spec["layout"]["sliders"][0]["steps"]] == [
        *("conv1", "pool1", "conv2", "pool2", "conv3", "conv4", "conv5", "pool5")
    ]
    assert len(spec["frames"]) == len(fields)
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
    assert first["layout"]["sliders"][0]["active"] == 0


def test_fields_far_beyond_the_picture_do_not_hide_it():
    walked, fields = growth_of("vgg11", 28)
    size = walked.input_shape[1:]
    spec = json.loads(field_figure(size, fields, WORDS, dark=True).to_json())
    left, right = spec["layout"]["xaxis"]["range"]
    assert right - left <= 2.1 * size[1]
    assert left <= 0 < size[1] <= right
    assert len(field_frames(size, fields, dark=True)) == len(fields)


def test_mixing_colours():
    assert mixed("#ff0000", "#ffffff", 1.0) == "#ff0000"
    assert mixed("#ff0000", "#ffffff", 0.0) == "#ffffff"
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"
