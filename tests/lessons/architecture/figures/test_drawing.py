"""What would be drawn of a network: every layer under the mouse, every word and formula."""

from __future__ import annotations

import json
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given

from tests.engine.stacks import STACKS, Stack
from visualizer.engine.network.layers import Conv, Linear
from visualizer.engine.network.walk import Walk, walk
from visualizer.figures.colors import palette
from visualizer.figures.lettering import text_width
from visualizer.lessons.architecture.figures.drawing import Captions, network_figure
from visualizer.lessons.architecture.figures.nodes import boxes
from visualizer.lessons.architecture.figures.traces import mixed
from visualizer.lessons.architecture.presets import ALEXNET, ALEXNET_2012, PRESETS, Network
from visualizer.lessons.architecture.words import captions
from visualizer.words.text import LANGUAGES

WIDTHS = (800, 460, 340)  # those that the page arranges for


def drawn(walked: Walk, dark: bool = False, **options: Any) -> dict[str, Any]:
    words = captions(walked, "en")
    figure = network_figure(walked, Captions(**words), dark=dark, **options)
    spec: dict[str, Any] = json.loads(figure.to_json())
    return spec


def steps_under_the_mouse(figure: dict[str, Any]) -> set[int]:
    return {x for trace in figure["data"] for x in trace.get("customdata", [])}


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("network", PRESETS.values(), ids=PRESETS)
def test_every_box_answers_the_mouse_and_every_word_is_there(
    network: Network, width: int, dark: bool
) -> None:
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


Rectangle = tuple[float, float, float, float]


def rectangles(figure: dict[str, Any]) -> dict[str, Rectangle]:
    """Return the captions' places as (left, right, low, high), from the figure's own numbers."""
    found = {}
    for note in figure["layout"]["annotations"]:
        lines, size = note["text"].split("<br>"), note["font"]["size"]
        assert size >= 12
        across, high = max(text_width(line, size) for line in lines), 1.3 * size * len(lines)
        left = note["x"] - {"left": 0, "center": across / 2, "right": across}[note["xanchor"]]
        top = note["y"] + (high / 2 if note["yanchor"] == "middle" else 0)
        found[note["text"]] = (left, left + across, top - high, top)
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("network", PRESETS.values(), ids=PRESETS)
def test_no_caption_overlaps_another_or_is_cut(network: Network, width: int, lang: str) -> None:
    walked = network.walk()
    figure = network_figure(
        walked, Captions(**captions(walked, lang)), dark=False, width=width
    ).to_plotly_json()
    found = rectangles(figure)
    low_edge, high_edge = figure["layout"]["yaxis"]["range"]
    for left, right, low, high in found.values():
        assert -1e-6 <= left <= right <= width + 1e-6
        assert low_edge - 4 <= low <= high <= high_edge + 4
    for (one, a), (two, b) in combinations(found.items(), 2):
        apart = a[1] <= b[0] or b[1] <= a[0] or a[3] <= b[2] or b[3] <= a[2]
        assert apart, f"{one} / {two}"


@given(stack=STACKS)
def test_no_caption_of_any_stack_overlaps_another(stack: Stack) -> None:
    walked = walk(*stack)
    for width in WIDTHS:
        notes = drawn(walked, width=width)["layout"]["annotations"]
        places = {note["text"]: (note["x"], note["y"]) for note in notes}
        assert len(set(places.values())) == len(places)
        found = list(rectangles(drawn(walked, width=width)).values())
        for a, b in combinations(found, 2):
            assert a[1] <= b[0] or b[1] <= a[0] or a[3] <= b[2] + 1 or b[3] <= a[2] + 1


def test_below_a_box_stand_its_name_and_shape_and_the_hover_tells_the_rest() -> None:
    figure = drawn(ALEXNET_2012.walk(), width=800)
    notes = [note["text"] for note in figure["layout"]["annotations"]]
    assert notes[1] == "<b>conv1</b><br>96×55×55"
    hover = next(trace["hovertext"] for trace in figure["data"] if trace["name"] == "hover:0")
    for words in ("stride 4", "ReLU", "Local response normalisation"):
        assert words in hover


def test_the_words_of_a_layer_that_cannot_work_find_their_lines_on_a_phone() -> None:
    walked = Network((1, 9, 9), (Conv(4, 3), Linear(5))).walk()
    for width in WIDTHS:
        figure = drawn(walked, width=width)
        failure = next(trace for trace in figure["data"] if trace["name"] == "failure")
        for line in failure["text"][0].split("<br>"):
            assert 24 + text_width(line, 13) <= width


def test_hover_texts_have_every_number() -> None:
    texts = captions(ALEXNET_2012.walk(), "en")["hovers"]
    conv = texts[1]
    for part in ("11×11", "⌊(227 + 2·0 − 11) / 4⌋ + 1 = 55", "96×55×55", "1.16 MB", "34\u2009944"):
        assert part in conv


def test_only_windows_have_the_accent_and_the_marked_layer_is_found() -> None:
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


def test_the_layer_that_cannot_work_is_drawn() -> None:
    walked = Network((1, 9, 9), (Conv(4, 3), Linear(5))).walk()
    figure = drawn(walked)
    failure = next(trace for trace in figure["data"] if trace["name"] == "failure")
    assert "cannot work" in failure["text"][0]
    assert "flatten" in failure["hovertext"]
    low, high = figure["layout"]["yaxis"]["range"]
    assert low < failure["y"][0] < high
    assert not any(trace["name"] == "failure" for trace in drawn(ALEXNET.walk())["data"])


@given(stack=STACKS)
def test_any_stack_can_be_drawn(stack: Stack) -> None:
    walked = walk(*stack)
    for width in WIDTHS:
        figure = drawn(walked, width=width)
        assert figure["layout"]["height"] > 0
        assert -1 in steps_under_the_mouse(figure)


def test_mixing_colours() -> None:
    assert mixed("#ff0000", "#ffffff", 1.0) == "#ff0000"
    assert mixed("#ff0000", "#ffffff", 0.0) == "#ffffff"
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"
