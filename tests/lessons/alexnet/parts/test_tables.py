"""What the process keeps of a network goes with it, whatever its keys look like."""

from __future__ import annotations

import numpy as np
import pytest

from visualizer.alexnet.looks.made import Made, Table, Wanted
from visualizer.alexnet.weights.own import GONE
from visualizer.lessons.alexnet.parts import answers

GENERATION = 987_654
KEYS = (
    f"{GENERATION}:abc",
    ("grad_cam", f"{GENERATION}:abc", 3, "conv5"),
    ("tops", GENERATION, "cat"),
    ("place", GENERATION, "cat", (1, 2), True),
)


@pytest.mark.parametrize("key", KEYS, ids=str)
def test_what_is_kept_of_a_network_that_is_gone_is_dropped_and_not_kept_again(key: object) -> None:
    other = ("tops", GENERATION + 1, "cat")
    for table in (answers.own_answers(), answers.results(), answers.tops()):
        table.put(key, 1)
        table.put(other, 2)
    GONE.append(GENERATION)
    answers.sweep()
    for table in (answers.own_answers(), answers.results(), answers.tops()):
        table.put(key, 1)  # by whoever was at work on it
        assert table.peek(key) is None
        assert table.peek(other) == 2


def test_pictures_of_a_network_that_is_gone_are_dropped() -> None:
    table, made = Table(), Made(b"png", np.zeros((2, 2, 3), np.uint8), 1.0)
    table.put(Wanted(1, "conv1", 0), made)
    table.put(Wanted(2, "conv1", 0), made)
    table.drop(1)
    table.put(Wanted(1, "conv1", 1), made)
    assert len(table) == 1
    assert table.weight == made.weight
    assert table.get(Wanted(2, "conv1", 0)) is made
