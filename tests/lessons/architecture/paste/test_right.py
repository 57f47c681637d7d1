"""Networks that work: every shape is torch's; Keras's are worked out by hand."""

from __future__ import annotations

import re

import pytest

from tests.lessons.architecture.paste.oracle import Snippet, run, snippets
from visualizer.lessons.architecture.paste import CANNOT_WORK, read_network

FILES = ("right_classes.txt", "right_branches.txt", "right_sequential.txt")
TORCH = [each for file in FILES for each in snippets(file)]
KERAS = snippets("right_keras.txt")


def test_there_are_thirty() -> None:
    assert len(TORCH) + len(KERAS) >= 30


@pytest.mark.filterwarnings("ignore:Using padding='same'")
@pytest.mark.parametrize("snippet", TORCH, ids=lambda each: each.name)
def test_every_shape_is_that_of_torch(snippet: Snippet) -> None:
    reading = read_network(snippet.source, snippet.shape)
    called, out = run(snippet.source, snippet.told[0], snippet.shape)
    assert [problem for problem in reading.problems if problem.kind == CANNOT_WORK] == []
    assert [(layer.name, layer.shape) for layer in reading.layers] == called.calls
    last = out[0] if isinstance(out, tuple) else out
    assert reading.layers[-1].shape == tuple(last.shape[1:])
    if reading.network is not None:
        walked = reading.network.walk()
        assert walked.failure is None
        assert walked.output_shape == tuple(last.shape[1:])


@pytest.mark.filterwarnings("ignore:Using padding='same'")
@pytest.mark.parametrize("snippet", TORCH, ids=lambda each: each.name)
def test_the_builder_gets_a_network_of_as_many_parameters(snippet: Snippet) -> None:
    """Where it gets none, it is told what it lacks."""
    from tests.lessons.architecture.paste.oracle import made

    reading = read_network(snippet.source, snippet.shape)
    if reading.network is None:
        assert reading.problems or len(snippet.shape) == 1
        return
    model = made(snippet.source, snippet.told[0])
    run(snippet.source, snippet.told[0], snippet.shape)
    if "Lazy" not in snippet.source:
        counted = sum(parameter.numel() for parameter in model.parameters())
        assert reading.network.walk().parameters == counted


@pytest.mark.parametrize("snippet", TORCH, ids=lambda each: each.name)
def test_a_layer_stands_on_the_lines_that_name_it(snippet: Snippet) -> None:
    lines = snippet.source.split("\n")
    for layer in read_network(snippet.source, snippet.shape).layers:
        words = {"add": "+", "mul": "*"}
        assert words.get(layer.kind, layer.kind) in lines[layer.line - 1] or layer.kind in (
            "Conv2d",
            "Linear",
            "BatchNorm2d",
        )
        assert 1 <= layer.call_line <= len(lines)


@pytest.mark.parametrize("snippet", KERAS, ids=lambda each: each.name)
def test_every_shape_of_keras_is_the_one_worked_out_by_hand(snippet: Snippet) -> None:
    reading = read_network(snippet.source, snippet.shape)
    expected = {}
    for number, line in enumerate(snippet.source.split("\n"), 1):
        if (found := re.search(r"#> ([\dx]+)$", line)) is not None:
            expected[number] = tuple(int(size) for size in found[1].split("x"))
    assert {layer.line: layer.shape for layer in reading.layers} == expected
    assert reading.input_line is not None
    assert reading.works
