"""Networks that work: every shape is torch's; Keras's are worked out by hand."""

from __future__ import annotations

import pytest

from tests.lessons.architecture.paste.oracle import Snippet, run, snippets
from visualizer.lessons.architecture.paste import CANNOT_WORK, read_network

FILES = ("right_classes.txt", "right_branches.txt", "right_sequential.txt")
TORCH = [each for file in FILES for each in snippets(file)]
KERAS = snippets("right_keras.txt")


def test_there_are_thirty() -> None:
    assert len(TORCH) + len(KERAS) >= 30


@pytest.mark.parametrize("snippet", TORCH, ids=lambda each: each.name)
def test_every_shape_is_that_of_torch(snippet: Snippet) -> None:
    reading = read_network(snippet.source, snippet.shape)
    called, out = run(snippet.source, snippet.told[0], snippet.shape)
    assert [problem for problem in reading.problems if problem.kind == CANNOT_WORK] == []
    assert [(layer.name, layer.shape) for layer in reading.layers] == called.calls
    last = out[0] if isinstance(out, tuple) else out
    assert reading.layers[-1].shape == tuple(last.shape[1:])
    if reading.network is not None:
        assert reading.network.walk().failure is None
        assert reading.network.walk().output_shape == tuple(last.shape[1:])
