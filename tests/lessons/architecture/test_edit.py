"""Layers are put in, moved, changed, deleted and repaired, and every step can be undone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.stacks import any_layer
from visualizer.engine.network.layers import Conv, Layer, Linear, MaxPool
from visualizer.lessons.architecture.edit import (
    MAX_HISTORY,
    MAX_LAYERS,
    History,
    change,
    delete,
    insert,
    move,
    repair,
    resize,
)
from visualizer.lessons.architecture.presets import ALEXNET, LENET5, TINY, Network


@given(
    stack=st.lists(any_layer(), max_size=MAX_LAYERS).map(tuple),
    layer=any_layer(),
    at=st.integers(-2, 45),
    to=st.integers(-2, 45),
)
def test_editing(stack: tuple[Layer, ...], layer: Layer, at: int, to: int) -> None:
    network = Network((3, 9, 9), stack)
    longer = insert(network, at, layer)
    if len(stack) == MAX_LAYERS:
        assert longer == network
    else:
        place = max(0, min(at, len(stack)))
        assert longer.layers[place] is layer
        assert delete(longer, place) == network
    if 0 <= at < len(stack):
        moved = move(network, at, to)
        assert moved.layers[max(0, min(to, len(stack) - 1))] is stack[at]
        assert sorted(map(repr, moved.layers)) == sorted(map(repr, stack))
        assert change(network, at, layer).layers == (*stack[:at], layer, *stack[at + 1 :])
        assert change(network, at) == delete(network, at)
    else:
        edits: tuple[Callable[[], Network], ...] = (
            lambda: delete(network, at),
            lambda: move(network, at, to),
        )
        for edit in edits:
            with pytest.raises(IndexError):
                edit()


def test_history_goes_back_and_forth() -> None:
    first = History(TINY)
    assert first.undo() == first.redo() == first.change(TINY) == first
    second = first.change(LENET5)
    assert second.undo().present == TINY
    assert second.undo().redo() == second
    third = second.undo().change(ALEXNET)
    assert third.redo() == third
    for size in range(1, 2 * MAX_HISTORY):
        third = third.change(resize(TINY, (1, size, size)))
    assert len(third.past) == MAX_HISTORY


def test_repairing_until_it_works() -> None:
    network = Network((3, 20, 20), (Conv(8, 5), MaxPool(99), Conv(4, 9, groups=3), Linear(10)))
    for _ in range(10):
        failure = network.walk().failure
        if failure is None:
            break
        network = repair(network, failure)
    assert network.walk().failure is None
    assert network.walk().output_shape == (10,)
    full = Network((3, 9, 9), (*(Conv(3, 1),) * (MAX_LAYERS - 1), Linear(2)))
    failure = full.walk().failure
    assert failure is not None
    assert repair(full, failure) == full
