from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visualizer.engine import EngineError, ReceptiveField, conv2d, receptive_field

Layers = list[tuple[int, int, int, int]]
"""Kernel, stride, padding and dilation of each layer, along one axis."""

LAYERS: st.SearchStrategy[Layers] = st.lists(
    st.tuples(st.integers(1, 3), st.integers(1, 3), st.integers(0, 2), st.integers(1, 2)),
    min_size=1,
    max_size=3,
)


def cells_seen(layers: Layers, place: int, size: int) -> np.ndarray:
    """Input cells that change one value of the last layer, found by a run with single ones."""
    rows = np.eye(size)[:, None, :]
    for kernel, stride, padding, dilation in layers:
        rows = np.stack(
            [
                conv2d(
                    row[None],
                    np.ones((1, 1, 1, kernel)),
                    None,
                    (1, stride),
                    (0, padding),
                    (1, dilation),
                )[0]
                for row in rows
            ]
        )
    return np.flatnonzero(rows[:, 0, place])


@given(layers=LAYERS, place=st.integers(0, 1))
def test_the_field_is_what_a_change_of_the_input_reaches(layers: Layers, place: int) -> None:
    size = 90  # the widest field drawn here is 53, and its neighbour lies 27 further
    field = receptive_field(layers)[-1]
    assert isinstance(field.size, int)
    assert isinstance(field.jump, int)
    assert isinstance(field.start, float)
    assert isinstance(field.first, int)
    seen = cells_seen(layers, place, size)
    first = field.first + place * field.jump
    wanted = [cell for cell in (first, first + field.size - 1) if 0 <= cell < size]
    # A cell at the field's edge may be reached through padding alone, which no change passes.
    assert set(seen.tolist()) <= set(range(first, first + field.size))
    if first >= 0 and not any(padding for _, _, padding, _ in layers):
        assert {*wanted} <= {*seen.tolist()}
        assert first + (field.size - 1) / 2 + 0.5 == field.start + place * field.jump


def test_alexnet() -> None:
    first, pool, second, later = (11, 4, 2), (3, 2, 0), (5, 1, 2), (3, 1, 1)
    fields = receptive_field([first, pool, second, pool, later, later, later, pool])
    assert [field.size for field in fields] == [11, 19, 51, 67, 99, 131, 163, 195]
    assert [field.jump for field in fields] == [4, 8, 8, 16, 16, 16, 16, 32]


def test_three_by_three_with_padding_is_centred_on_its_own_cell() -> None:
    assert receptive_field([(3, 1, 1)]) == [ReceptiveField(size=3, jump=1, start=0.5)]
    assert receptive_field([(3, 1, 1)])[0].first == -1


def test_pairs_give_pairs() -> None:
    tall = receptive_field([((3, 1), 1, 0), (3, (1, 2), "valid")])
    assert tall[-1] == ReceptiveField(size=(5, 3), jump=(1, 2), start=(2.5, 1.5))
    assert tall[-1].first == (0, 0)


def test_no_layers_have_no_fields() -> None:
    assert receptive_field([]) == []


@pytest.mark.parametrize(
    "layers",
    [
        None,
        3,
        "3",
        {},
        [3],
        [(3, 1)],
        [(3, 1, 0, 1, 1)],
        [(0, 1, 0)],
        [(3, 0, 0)],
        [(3, 1, -1)],
        [(3.0, 1, 0)],
        [(3, 1, "wide")],
        [(3, 2, "same")],
        [(3, 2**31 - 1, 0)] * 40,
    ],
)
def test_what_is_no_layer(layers: Any) -> None:
    with pytest.raises(EngineError):
        receptive_field(layers)
