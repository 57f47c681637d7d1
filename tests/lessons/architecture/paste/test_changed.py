"""Networks that work with one number changed: torch and the reader agree on whether, and where."""

from __future__ import annotations

import ast
import random

import pytest

from tests.lessons.architecture.paste.oracle import Snippet, raised, run, snippets
from visualizer.lessons.architecture.paste import CANNOT_WORK, NOT_SUPPORTED, read_network

SNIPPETS = [
    each
    for file in ("right_classes.txt", "right_branches.txt", "right_sequential.txt")
    for each in snippets(file)
    # Numbers within the expression that makes the network are not the code's own.
    if "(" not in each.told[0] or each.told[0].endswith("()")
]
CHANGES = 10


def changed(source: str, seed: int) -> str:
    """Return the code with one of its numbers changed by a little or by much."""
    tree, chance = ast.parse(source), random.Random(seed)
    numbers = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and type(node.value) is int
    ]
    node = chance.choice(numbers)
    assert isinstance(node.value, int)
    node.value = chance.choice(
        [node.value + 1, max(node.value - 1, 1), node.value * 2, max(node.value // 2, 1), 1, 3, 7]
    )
    return ast.unparse(tree)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda each: each.name)
def test_torch_and_the_reader_agree(snippet: Snippet) -> None:
    for seed in range(CHANGES):
        source = changed(snippet.source, seed)
        reading = read_network(source, snippet.shape)
        if reading.input_line is not None:
            continue
        problem = next((each for each in reading.problems if each.kind == CANNOT_WORK), None)
        if problem is None:
            if any(each.kind == NOT_SUPPORTED for each in reading.problems):
                continue
            run(source, snippet.told[0], snippet.shape)
            continue
        error, line = raised(source, snippet.told[0], snippet.shape)
        assert line in (None, problem.line), f"{source}\n{problem}\n{error}"
