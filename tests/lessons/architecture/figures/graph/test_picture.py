"""What would be drawn of a graph, read from the figure's own data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.lessons.architecture.figures.graph.graphs import BLOCKS, GRAPHS, KEEPS, captions, walked
from visualizer.engine.network.layers import Add, Layer
from visualizer.engine.network.walk import Walk
from visualizer.figures.lettering import text_width
from visualizer.lessons.architecture.edit import MAX_LAYERS
from visualizer.lessons.architecture.figures.drawing import WIDE, WIDTHS, network_figure, widths
from visualizer.lessons.architecture.figures.nodes import nodes
from visualizer.lessons.architecture.presets import PRESETS, Network

BRANCHED = {name: net for name, net in PRESETS.items() if nodes(net.walk()).branched}
ALL_WIDTHS = (WIDE, *WIDTHS)
Point = tuple[float, float]
Rectangle = tuple[float, float, float, float]  # left, right, low, high


def drawn(walk: Walk, width: int, **options: Any) -> dict[str, Any]:
    figure = network_figure(walk, captions(walk), dark=False, width=width, **options)
    found: dict[str, Any] = json.loads(figure.to_json())
    return found


def parts(figure: dict[str, Any], *names: str) -> Iterator[tuple[Any, list[Point]]]:
    """Yield what a part of a trace belongs to, by its ``meta``, and its points."""
    for trace in figure["data"]:
        if trace["name"] not in names:
            continue
        pieces: list[list[Point]] = [[]]
        for x, y in zip(trace["x"], trace["y"], strict=True):
            if x is None:
                pieces.append([])
            else:
                pieces[-1].append((x, y))
        yield from zip(trace["meta"], pieces, strict=True)


def around(points: list[Point]) -> Rectangle:
    xs, ys = zip(*points, strict=True)
    return min(xs), max(xs), min(ys), max(ys)


def boxes(figure: dict[str, Any]) -> dict[int, Rectangle]:
    """Return the place of every box and mark, by its step."""
    points: dict[int, list[Point]] = {}
    for step, piece in parts(figure, "box", "mark"):
        points.setdefault(step, []).extend(piece)
    return {step: around(piece) for step, piece in points.items()}


def within(point: Point, box: Rectangle, beyond: float = 0.0) -> bool:
    left, right, low, high = box
    x, y = point
    return left - beyond <= x <= right + beyond and low - beyond <= y <= high + beyond


def apart(one: Rectangle, other: Rectangle) -> bool:
    return one[1] <= other[0] or other[1] <= one[0] or one[3] <= other[2] or other[3] <= one[2]


def check(walk: Walk, width: int) -> None:
    """Assert all that holds for the drawing of any graph."""
    figure = drawn(walk, width)
    found = nodes(walk)
    places = boxes(figure)
    assert set(places) == {box.step for box in found.boxes}
    edges = (0.0, width, 0.0, figure["layout"]["yaxis"]["range"][1])
    for box in places.values():
        assert within((box[0], box[2]), edges, 0.2)
        assert within((box[1], box[3]), edges, 0.2)
    for one, other in combinations(places.values(), 2):
        assert apart(one, other)
    under = {step for trace in figure["data"] for step in trace.get("customdata", [])}
    assert under == set(places)
    check_lines(figure, places, {"arcs", "wires"}, width)
    check_stubs(figure, places)
    check_reads(figure, walk)
    check_words(figure, width)


def check_lines(
    figure: dict[str, Any], places: dict[int, Rectangle], names: set[str], width: int
) -> None:
    for (source, place), points in parts(figure, *names):
        begins = within(points[0], places[source], 4) or points[0][0] == 0.0
        assert begins
        assert within(points[-1], places[place], 4)
    for (source, place), points in parts(figure, "arcs"):
        for x, y in points:
            assert 0 <= x <= width
            inside = [step for step, box in places.items() if within((x, y), box, -2)]
            assert set(inside) <= {source, place}


def check_stubs(figure: dict[str, Any], places: dict[int, Rectangle]) -> None:
    """An arc that leaves its row has two ends, each of which names the layer at the other."""
    stubs = [tuple(ends) for ends, _ in parts(figure, "stubs")]
    assert all(stubs.count(ends) == 2 for ends in stubs)
    for (source, place), points in parts(figure, "stubs"):
        assert within(points[0], places[source], 4) or within(points[-1], places[place], 4)
    texts = [note["text"] for note in figure["layout"]["annotations"]]
    ends = {end for stub in stubs for end in stub}
    if stubs:
        assert any("→" in words for words in texts)
        assert len([words for words in texts if "→" in words]) >= len(ends) / 2


def check_reads(figure: dict[str, Any], walk: Walk) -> None:
    """Whatever a box reads is drawn, but for what a reader follows from one row's end."""
    found = nodes(walk)
    steps = [box.step for box in found.boxes]
    read = {(steps[a], steps[b]) for b, reads in enumerate(found.reads) for a in reads}
    shown = {tuple(ends) for ends, _ in parts(figure, "wires", "arcs", "stubs")}
    assert shown <= read
    windows = {step for step, _ in parts(figure, "window", "fan")}
    places = boxes(figure)
    for source, place in read - shown:
        begins_a_row = places[place][0] < places[source][0]
        assert place in windows or begins_a_row


def check_words(figure: dict[str, Any], width: int) -> None:
    taken = []
    for note in figure["layout"]["annotations"]:
        lines = note["text"].split("<br>")
        across, high = max(text_width(line, 12) for line in lines), 16.0 * len(lines)
        left = note["x"] - {"left": 0.0, "center": across / 2, "right": across}[note["xanchor"]]
        top = note["y"] + (high / 2 if note["yanchor"] == "middle" else 0)
        taken.append((left, left + across, top - high, top))
        assert -1 <= left <= left + across <= width + 1
    for one, other in combinations(taken, 2):
        assert apart((one[0] + 1, one[1] - 1, one[2] + 1, one[3] - 1), other)


@pytest.mark.parametrize("width", ALL_WIDTHS)
@pytest.mark.parametrize("layers", BLOCKS.values(), ids=BLOCKS)
def test_blocks_are_drawn_whole(layers: tuple[Any, ...], width: int) -> None:
    check(walked(layers), width)


@pytest.mark.parametrize("width", ALL_WIDTHS)
@pytest.mark.parametrize("network", BRANCHED.values(), ids=BRANCHED)
def test_presets_are_drawn_whole(network: Network, width: int) -> None:
    check(network.walk(), width)


@given(walk=GRAPHS, width=st.sampled_from(ALL_WIDTHS))
def test_any_graph_is_drawn_whole(walk: Walk, width: int) -> None:
    if nodes(walk).branched:
        check(walk, width)


@pytest.mark.parametrize("network", BRANCHED.values(), ids=BRANCHED)
def test_maps_are_to_scale(network: Network) -> None:
    walk = network.walk()
    figure = drawn(walk, WIDE)
    sides = {box.step: box.shape[1] for box in nodes(walk).boxes if len(box.shape) == 3}
    fronts: dict[int, float] = {}
    for step, points in parts(figure, "box"):
        left = min(x for x, _ in points)
        # The front is the face whose left edge is upright.
        upright = [y for x, y in points if x == left]
        if len(set(upright)) == 2:
            fronts.setdefault(step, max(upright) - min(upright))
    largest = max(sides, key=lambda step: (sides[step], -step))
    for step, high in fronts.items():
        if step in sides and high > 2.2:
            assert high / fronts[largest] == pytest.approx(sides[step] / sides[largest], abs=0.02)


def test_a_chosen_sum_is_marked_with_what_follows_it() -> None:
    walk = walked(BLOCKS["residual"])
    for chosen in (3, 4):
        figure = drawn(walk, 800, selected=chosen)
        marked = [
            trace["meta"] for trace in figure["data"]
            if trace["name"] in ("box", "mark") and trace["line"]["width"] > 2
        ]  # fmt: skip
        assert marked == [[3]]
        names = [trace["name"] for trace in figure["data"]]
        assert names.index("sign") > len(names) - 1 - names[::-1].index("mark")


def test_a_u_nets_outer_arc_lies_above_the_inner_one() -> None:
    figure = drawn(walked(BLOCKS["unet"]), WIDE)
    high = {tuple(ends): max(y for _, y in points) for ends, points in parts(figure, "arcs")}
    assert high[(0, 9)] > high[(2, 6)]


@pytest.mark.parametrize("width", ALL_WIDTHS)
def test_two_hundred_layers_are_drawn_whole_and_smaller_in_many_rows(width: int) -> None:
    layers: list[Layer] = [KEEPS, KEEPS]
    while len(layers) < MAX_LAYERS - 2:
        layers += [KEEPS, KEEPS, Add(len(layers) - 1)]
    walk = walked(tuple(layers))
    check(walk, width)
    few = walked(tuple(layers[:5]))
    sides = [max(box[3] - box[2] for box in boxes(drawn(one, width)).values())
             for one in (walk, few)]  # fmt: skip
    assert sides[0] < sides[1] / 2


def test_only_a_graph_has_a_drawing_for_wide_pages() -> None:
    assert widths(walked(BLOCKS["residual"])) == ALL_WIDTHS
    assert widths(PRESETS["alexnet"].walk()) == WIDTHS
