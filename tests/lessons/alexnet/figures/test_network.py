"""The drawing of the network: every layer in it, to one scale, large enough to be pressed."""

from __future__ import annotations

import pytest

from visualizer.lessons.alexnet.figures.network import LEAST, WIDTHS, Drawn, arrangements
from visualizer.lessons.alexnet.settings import INPUTS, NAMES, PAPER, layer_shape, names_of

INPUT = INPUTS["torchvision"]
LAYERS = [Drawn("", "input", "input", INPUT, False)] + [
    Drawn(name, name, name, layer_shape(name, 200).shape, layer_shape(name, 200).kind == "conv")
    for name in NAMES
]
MADE = dict(zip(WIDTHS, arrangements(LAYERS), strict=True))


def size(box: dict[str, list[str]]) -> tuple[float, float]:
    """Return the width and height of a box's front."""
    corners = [tuple(map(float, point.split(","))) for point in box["faces"][0].split()]
    return corners[1][0] - corners[0][0], corners[2][1] - corners[1][1]


@pytest.mark.parametrize("width", WIDTHS)
def test_every_layer_is_a_box_within_the_drawing(width: int) -> None:
    made = MADE[width]
    assert [box["name"] for box in made["boxes"]] == ["", *NAMES]
    for box in made["boxes"]:
        left, top, wide, high = box["room"]
        assert left >= 0
        assert left + wide <= width
        assert top + high <= made["height"]
        for face in box["faces"]:
            for point in face.split():
                x, y = map(float, point.split(","))
                assert left - 1 <= x <= left + wide + 1
                assert top <= y <= top + high


@pytest.mark.parametrize("width", WIDTHS)
def test_boxes_are_to_scale(width: int) -> None:
    boxes = {box["name"]: size(box) for box in MADE[width]["boxes"]}
    assert boxes["conv1"][1] / boxes["conv2"][1] == pytest.approx(55 / 27, rel=0.02)
    assert boxes[""][1] / boxes["conv1"][1] == pytest.approx(224 / 55, rel=0.02)
    assert boxes["conv3"][0] / boxes["conv2"][0] == pytest.approx(2, rel=0.02)
    assert boxes["fc6"][1] == boxes["fc7"][1]


def test_no_box_stands_alone_in_a_row() -> None:
    layers = [Drawn("", "input", "input", INPUTS[PAPER], False)] + [
        Drawn(name, name, name, layer_shape(name, 200, PAPER).shape, False)
        for name in names_of(PAPER)
    ]
    rows = [len({box["room"][1] for box in made["boxes"]}) for made in arrangements(layers)]
    assert rows == [3, 2, 1]


def test_a_finger_finds_every_layer_on_a_phone() -> None:
    for box in MADE[min(WIDTHS)]["boxes"]:
        assert min(box["room"][2:]) >= LEAST
