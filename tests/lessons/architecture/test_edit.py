"""Layers are put in, moved, changed, deleted and repaired, and every step can be undone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.stacks import any_layer, branches, stacks_of_any
from visualizer.engine.network.layers import (
    INPUT,
    Activation,
    Add,
    Concat,
    Conv,
    From,
    Layer,
    Linear,
    MaxPool,
    sources,
)
from visualizer.lessons.architecture.address import decode, encode
from visualizer.lessons.architecture.edit import (
    MAX_HISTORY,
    MAX_LAYERS,
    History,
    change,
    delete,
    insert,
    move,
    named_by,
    repair,
    resize,
)
from visualizer.lessons.architecture.presets import ALEXNET, LENET5, TINY, Network


@given(
    stack=st.one_of(
        st.lists(any_layer(), max_size=40).map(tuple), st.just((Conv(3, 1),) * MAX_LAYERS)
    ),
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


def valid(network: Network) -> bool:
    """Tell whether every branch names layers that stand before it."""
    return all(
        INPUT <= source < index
        for index, layer in enumerate(network.layers)
        for source in sources(index, layer)
    )


@given(data=st.data())
def test_no_edit_makes_a_branch_read_what_comes_later(data: st.DataObject) -> None:
    network = Network((3, 9, 9), data.draw(stacks_of_any()))
    for _ in range(data.draw(st.integers(1, 4))):
        count = len(network.layers)
        what = data.draw(st.sampled_from(["insert", "delete", "move", "change"]))
        at = data.draw(st.integers(0, max(0, count - 1)))
        layer = data.draw(st.one_of(any_layer(), branches(at), branches(at + 5)))
        if what == "insert" or not count:
            network = insert(network, at, layer)
        elif what == "delete":
            network = delete(network, at)
        elif what == "move":
            network = move(network, at, data.draw(st.integers(0, count)))
        else:
            network = change(network, at, *[layer] * data.draw(st.integers(0, 3)))
        assert valid(network)
        assert decode(encode(network)) == network


@given(data=st.data())
def test_branches_name_the_same_layers_after_an_edit(data: st.DataObject) -> None:
    """Each layer is marked by a number of its own, by which it is found again."""
    marked = tuple(
        layer if named_by(layer) else Conv(1 + index, 1)
        for index, layer in enumerate(data.draw(stacks_of_any()))
    )
    network = Network((3, 9, 9), marked)
    at = data.draw(st.integers(0, len(marked)))

    def told(network: Network) -> list[object]:
        """Each branch with the marks of what it names, in the stack's order."""
        return [
            (type(layer), [_mark(network, source) for source in named_by(layer)])
            for layer in network.layers
            if named_by(layer)
        ]

    assert told(insert(network, at, MaxPool(2))) == told(network)
    assert delete(insert(network, at, MaxPool(2)), at) == network
    if at < len(marked):
        to = data.draw(st.integers(0, len(marked) - 1))
        there = move(network, at, to)
        assert sorted(map(type_name, there.layers)) == sorted(map(type_name, marked))
        if not named_by(marked[at]) and all(at not in named_by(layer) for layer in marked):
            assert told(there) == told(network)
        if not named_by(marked[at]):
            assert told(change(network, at, MaxPool(2), marked[at])) == told(network)


def type_name(layer: Layer) -> str:
    return type(layer).__name__


def _mark(network: Network, source: int) -> object:
    """Return what tells a layer from others: itself, or for a branch its kind."""
    layer = network.layers[source] if source >= 0 else None
    return type(layer) if layer is None or named_by(layer) else layer


A, B, C = Conv(1, 1), Conv(2, 1), Conv(3, 1)


@pytest.mark.parametrize(
    ("edited", "layers"),
    [
        (delete(Network((3, 9, 9), (A, B, C, Add(1))), 1), (A, C, Add(0))),
        (delete(Network((3, 9, 9), (A, B, Add(0), Add(2))), 2), (A, B, Add(1))),
        (delete(Network((3, 9, 9), (A, From(-1), B, Concat((0, 1)))), 1), (A, B, Concat((0, -1)))),
        (delete(Network((3, 9, 9), (A, B, Add(0))), 0), (B, Add(-1))),
        # A layer that is moved behind the sum that names it: what it read stands for it there.
        (move(Network((3, 9, 9), (A, B, C, Add(1))), 1, 3), (A, C, Add(0), B)),
        # A sum that is moved before the layer that it names.
        (move(Network((3, 9, 9), (A, B, C, Add(1))), 3, 1), (A, Add(0), B, C)),
        (move(Network((3, 9, 9), (A, B, Add(0))), 2, 0), (Add(-1), A, B)),
        (move(Network((3, 9, 9), (A, B, C, Add(1))), 2, 0), (C, A, B, Add(2))),
        (insert(Network((3, 9, 9), (A, B, Add(0))), 0, C), (C, A, B, Add(1))),
        (insert(Network((3, 9, 9), (A, B, Add(0))), 1, Add(7)), (A, Add(0), B, Add(0))),
        # What is put in place of a layer is what branches then read.
        (change(Network((3, 9, 9), (A, B, C, Add(1))), 1, B, A), (A, B, A, C, Add(2))),
    ],
)
def test_what_branches_name_after_an_edit(edited: Network, layers: tuple[Layer, ...]) -> None:
    assert edited.layers == layers


def test_a_sum_of_two_shapes_is_mended_as_resnet_does() -> None:
    network = Network((3, 32, 32), (Conv(8, 3, 2, padding=1), Add(-1), Activation(), Add(1)))
    failure = network.walk().failure
    assert failure is not None
    mended = repair(network, failure)
    assert mended.walk().failure is None
    assert mended.layers[1:] == (From(-1), Conv(8, 1, 2), Add(0), Activation(), Add(3))


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
