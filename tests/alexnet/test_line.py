"""The line before the network: nobody is overtaken, few are served, whoever leaves makes room."""

from __future__ import annotations

from threading import Event, Lock, Thread

import pytest

from visualizer.alexnet.line import Line

LONG = 60.0  # seconds after which a test fails instead of waiting for ever


class Gone(Exception):
    """Nobody waits any more."""


class Visitor(Thread):
    """One who waits, is served until ``leave`` is set, and notes at which places he waited."""

    def __init__(self, line: Line, served: list[int], number: int) -> None:
        super().__init__(daemon=True)
        self.line, self.served, self.number = line, served, number
        self.places: list[int] = []
        self.waits, self.inside, self.leave = Event(), Event(), Event()

    def run(self) -> None:
        with self.line.turn(self.told):
            self.served.append(self.number)
            self.inside.set()
            assert self.leave.wait(LONG)

    def told(self, place: int) -> None:
        self.places.append(place)
        self.waits.set()


def test_who_came_first_is_served_first_and_never_more_than_there_are_slots() -> None:
    line, served = Line(2), list[int]()
    visitors = [Visitor(line, served, number) for number in range(5)]
    for visitor in visitors:
        visitor.start()
        assert (visitor.inside if visitor.number < 2 else visitor.waits).wait(LONG)
    assert line.length == 5
    assert sorted(served) == [0, 1]
    waiting = visitors[2:]
    assert [visitor.places[0] for visitor in waiting] == [1, 2, 3]
    for number, visitor in enumerate(visitors):
        visitor.leave.set()
        visitor.join(LONG)
        for after in visitors[number + 1 : number + 3]:
            assert after.inside.wait(LONG)
    assert sorted(served[:2]) + served[2:] == [0, 1, 2, 3, 4]
    assert all(visitor.places[-1] == 0 for visitor in waiting), "the wait is over"
    assert line.length == 0


def test_who_leaves_the_line_makes_room_and_what_fails_gives_the_turn_back() -> None:
    line = Line(1)

    def gone(_: int) -> None:
        raise Gone

    with line.turn():
        with pytest.raises(Gone), line.turn(gone):
            pytest.fail("it had no turn")
        assert line.length == 1
    with pytest.raises(Gone), line.turn():
        raise Gone
    assert line.length == 0
    with line.turn(gone):
        assert line.length == 1


def test_alone_one_does_not_wait() -> None:
    told: list[int] = []
    with Line(1).turn(told.append):
        assert told == []


def test_many_are_all_served() -> None:
    line, lock = Line(3), Lock()
    now = most = 0

    def visit() -> None:
        nonlocal now, most
        with line.turn():
            with lock:
                now += 1
                most = max(most, now)
            with lock:
                now -= 1

    threads = [Thread(target=visit) for _ in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(LONG)
    assert line.length == 0
    assert 1 <= most <= 3
