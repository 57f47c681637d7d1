"""The studio: turns, those who look on, those who leave, and the table of what is made."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import numpy as np
import pytest

from visualizer.alexnet.looks.made import Made, Table, Wanted, finished, make, table
from visualizer.alexnet.looks.studio import Studio
from visualizer.alexnet.model import AnyAlexNet


class Gate:
    """A job that goes on when it is let."""

    def __init__(self, said: list[str], name: str, turns: int) -> None:
        self.said, self.name, self.turns = said, name, turns
        self.go = threading.Event()

    def steps(self) -> Iterator[int]:
        self.go.wait(10)
        for turn in range(self.turns):
            self.said.append(self.name)
            yield turn


def test_single_pictures_take_turns_and_come_before_sheets() -> None:
    studio, said = Studio(), list[str]()
    first = Gate(said, "first", 1)
    held = studio.open("first", first.steps)
    others = [Gate(said, name, 2) for name in ("sheet", "a", "b")]
    tickets = [studio.open(gate.name, gate.steps, quiet=gate.name == "sheet") for gate in others]
    for gate in (first, *others):
        gate.go.set()
    assert studio.rests(10)
    assert said == ["first", "a", "b", "a", "b", "sheet", "sheet"]
    assert [ticket.state for ticket in (held, *tickets)] == ["done"] * 4
    assert tickets[1].latest == 1


def test_two_readers_share_a_picture_and_it_ends_with_the_last_of_them() -> None:
    studio, said = Studio(), list[str]()
    gate = Gate(said, "one", 50)
    mine, yours = studio.open("key", gate.steps), studio.open("key", gate.steps)
    mine.stop()
    assert not yours.over
    del yours
    gc.collect()
    gate.go.set()
    assert studio.rests(10)
    assert mine.state == "stopped"
    assert len(said) <= 1


def test_a_picture_nobody_asks_for_waits() -> None:
    now = [0.0]
    studio = Studio(patience=5, clock=lambda: now[0])
    said = list[str]()
    gate = Gate(said, "one", 3)
    ticket = studio.open("key", gate.steps)
    now[0] = 6.0
    gate.go.set()
    assert studio.rests(10)
    assert said == ["one"]
    assert ticket.state == "running"  # which also says that its reader is back
    assert studio.rests(10)
    assert len(said) == 3


def test_one_that_fails_says_so(caplog: pytest.LogCaptureFixture) -> None:
    def broken() -> Iterator[int]:
        yield 1
        raise ValueError("broken")

    studio = Studio()
    ticket = studio.open("key", broken)
    assert studio.rests(10)
    assert ticket.state == "failed"
    assert "A picture failed" in caplog.text


def test_what_is_made_is_kept_and_made_once(model: AnyAlexNet) -> None:
    wanted = Wanted(-7, "conv1", 3, 0, 4)
    assert [each.done for each in make(model, wanted)] == [4]
    found = table().get(wanted)
    assert found is not None
    assert (found.picture.shape, found.small.shape) == ((11, 11, 3), (64, 64, 3))
    assert list(make(model, wanted)) == []


def test_the_table_drops_the_oldest() -> None:
    made: Made = finished(np.zeros((20, 20, 3), np.uint8), 1.0)
    kept = Table(3 * made.weight)
    every = [Wanted(0, "conv1", channel) for channel in range(4)]
    for wanted in every[:3]:
        kept.put(wanted, made)
    assert kept.get(every[0]) is made  # asked for: no longer the oldest
    kept.put(every[3], made)
    assert [kept.get(wanted) is not None for wanted in every] == [True, False, True, True]
    assert kept.weight == 3 * made.weight
