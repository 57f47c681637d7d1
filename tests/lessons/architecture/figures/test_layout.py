"""Where the boxes of a network stand: to scale, apart, in rows that can be read."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from visualizer.engine.network.layers import Conv
from visualizer.engine.network.walk import Walk, walk
from visualizer.lessons.architecture.figures.layout import PlacedBoxes, place_boxes
from visualizer.lessons.architecture.figures.nodes import boxes
from visualizer.lessons.architecture.presets import ALEXNET, ALEXNET_2012, PRESETS, Network

WIDTHS = (1000, 800, 460, 340)


def placed(walked: Walk, width: int) -> PlacedBoxes:
    found = boxes(walked)
    return place_boxes(found, width, [(80.0, 32.0)] * len(found))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("network", PRESETS.values(), ids=PRESETS)
def test_boxes_are_to_scale_inside_and_apart(network: Network, width: int) -> None:
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


def test_alexnet_of_2012_runs_in_two_streams() -> None:
    streams = {box.step: box.streams for box in boxes(ALEXNET_2012.walk())}
    names = {step.name: step.index for step in ALEXNET_2012.walk().steps}
    assert streams[-1] == 1
    for name in ("conv1", "pool1", "conv2", "conv3", "conv4", "conv5", "pool5"):
        assert streams[names[name]] == 2
    assert streams[names["fc6"]] == 1
    assert {box.streams for box in boxes(ALEXNET.walk())} == {1}


def test_layers_that_keep_the_shape_stand_under_the_box_before_them() -> None:
    walked = ALEXNET_2012.walk()
    by_name = {walked.steps[box.step].name: box for box in boxes(walked)[1:]}
    kept = [walked.steps[step].name for step in by_name["conv1"].followers]
    assert kept == ["relu1", "norm1"]
    assert [walked.steps[step].name for step in by_name["pool5"].followers] == ["flat5"]
    last = boxes(ALEXNET.walk())[-4]
    assert [ALEXNET.walk().steps[c].name for c in last.followers] == ["pool5b", "flat5", "drop5"]


def test_many_layers_take_rows_and_stay_readable() -> None:
    walked = walk((3, 224, 224), [Conv(64, 3, padding=1)] * 40)
    arranged = placed(walked, 1000)
    rows = {box.row for box in arranged.boxes}
    assert len(rows) > 2
    for row in rows:
        centres = [box.caption[0] for box in arranged.boxes if box.row == row]
        assert all(b - a >= 40 for a, b in pairwise(centres))
