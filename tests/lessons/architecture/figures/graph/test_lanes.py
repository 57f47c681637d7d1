"""Where the boxes of a graph stand among each other: columns, lanes, ways of wires, rows."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.lessons.architecture.figures.graph.graphs import BLOCKS, GRAPHS, walked
from visualizer.engine.network.walk import Walk
from visualizer.lessons.architecture.figures.graph.lanes import lanes
from visualizer.lessons.architecture.figures.graph.rows import rows
from visualizer.lessons.architecture.figures.nodes import nodes
from visualizer.lessons.architecture.presets import PRESETS, Network


def test_a_way_without_layers_is_an_arc_and_one_with_a_layer_has_its_lane() -> None:
    plain = lanes(nodes(walked(BLOCKS["residual"])))
    assert plain.lane == [0, 0, 0, 0]
    assert plain.arcs == [(0, 3)]
    fitted = lanes(nodes(walked(BLOCKS["shortcut"])))
    assert fitted.lane == [0, 0, 0, 1, 0]
    assert fitted.column == [0, 1, 2, 1, 3]
    assert (fitted.forks, fitted.joins, fitted.arcs) == ([(0, 3)], [(3, 4)], [])


def test_four_branches_stand_in_four_lanes_between_fork_and_concatenation() -> None:
    placed = lanes(nodes(walked(BLOCKS["inception"])))
    assert placed.lane == [0, 0, 1, 1, 2, 2, 3, 3, 0]
    assert placed.column == [0, 1, 1, 2, 1, 2, 1, 2, 3]
    assert sorted(placed.joins) == [(3, 8), (5, 8), (7, 8)]
    assert placed.arcs == []


def test_a_u_nets_arcs_are_nested() -> None:
    placed = lanes(nodes(walked(BLOCKS["unet"])))
    assert set(placed.lane) == {0}
    assert sorted(placed.arcs) == [(1, 10), (3, 7)]
    assert placed.nested


def test_a_branch_that_only_keeps_the_shape_has_a_box_of_its_own() -> None:
    found = nodes(walked(BLOCKS["doubled"]))
    assert [box.step for box in found.boxes] == [-1, 0, 1, 4, 5, 6]
    assert found.reads == [(), (0,), (1,), (0,), (2, 3), (2, 4)]


@given(walk=GRAPHS)
def test_every_step_has_a_box_or_follows_one(walk: Walk) -> None:
    found = nodes(walk)
    steps = [step for box in found.boxes for step in (box.step, *box.followers)]
    assert sorted(steps) == [-1, *range(len(walk.steps))]


@pytest.mark.parametrize("network", PRESETS.values(), ids=PRESETS)
def test_every_step_of_a_preset_has_a_box_or_follows_one(network: Network) -> None:
    walk = network.walk()
    steps = [step for box in nodes(walk).boxes for step in (box.step, *box.followers)]
    assert sorted(steps) == [-1, *range(len(walk.steps))]


@given(walk=GRAPHS)
def test_no_two_boxes_share_a_place_and_every_wire_leads_on(walk: Walk) -> None:
    found = nodes(walk)
    placed = lanes(found)
    places = list(zip(placed.column, placed.lane, strict=True))
    assert len(set(places)) == len(places)
    read = {(source, place) for place, reads in enumerate(found.reads) for source in reads}
    assert sorted(placed.wires) == sorted(read)
    for source, place in placed.wires:
        assert placed.column[source] < placed.column[place]


@given(walk=GRAPHS)
def test_wires_in_lanes_run_past_no_box_and_over_no_other(walk: Walk) -> None:
    placed = lanes(nodes(walk))
    filled = set(zip(placed.lane, placed.column, strict=True))
    runs = []
    for source, place in (*placed.straight, *placed.joins):
        between = range(placed.column[source] + 1, placed.column[place])
        assert not any((placed.lane[source], column) in filled for column in between)
        if (source, place) in placed.joins:
            runs.append((placed.lane[source], between))
    for (lane, one), (other_lane, other) in combinations(runs, 2):
        assert lane != other_lane or not set(one) & set(other)


@given(walk=GRAPHS, width=st.integers(100, 900), need=st.integers(20, 90))
def test_rows_hold_all_columns_in_turn_and_fit(walk: Walk, width: int, need: int) -> None:
    placed = lanes(nodes(walk))
    found = rows(placed, [need] * len(placed.columns), width)
    assert found[0].start == 0
    assert found[-1].stop == len(placed.columns)
    assert all(one.stop == other.start for one, other in pairwise(found))
    assert all(len(row) * need <= width or len(row) == 1 for row in found)


def test_a_row_ends_where_all_branches_come_from_one_box() -> None:
    block = BLOCKS["inception"]
    placed = lanes(nodes(walked(block)))
    ends = [row.stop - 1 for row in rows(placed, [50] * len(placed.columns), 150)]
    # The branches of columns 1 and 2 are not torn apart: the input ends its own row.
    assert ends == [0, 3]
