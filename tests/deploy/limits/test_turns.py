"""Who has used much gives way to those who have used little."""

from __future__ import annotations

import math
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from deploy.limits.numbers import ACTIVE, FADING, FREE, MOST, PATIENCE
from deploy.limits.turns import Turns
from tests.deploy.limits.clock import Clock

HEAVY, LIGHT = "heavy", "light"


class Hall:
    """Turns with a clock of the test's own, and a thread for the run of somebody else."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self.clock, self.work = Clock(), Clock()
        self.turns = Turns(self.clock, self.work)

    def uses(self, session: str, seconds: float) -> None:
        """Let a session have a run that costs so much."""
        with self.turns.run(session):
            self.work.now += seconds

    @contextmanager
    def running(self, session: str) -> Iterator[threading.Event]:
        """Let somebody else have a run that goes on until the event is set, or the block ends."""
        began, over = threading.Event(), threading.Event()

        def other() -> None:
            with self.turns.run(session):
                began.set()
                over.wait()

        thread = threading.Thread(target=other)
        thread.start()
        began.wait()
        try:
            yield over
        finally:
            over.set()
            thread.join()


def gives_way(hall: Hall, session: str) -> bool:
    """Tell whether a run of ``session`` waits at its next element."""
    begun, waited = hall.clock.now, [False]

    class Looked(Exception):
        """The wait has begun."""

    wait = hall.turns._changed.wait

    def waits(timeout: float | None = None) -> bool:
        waited[0] = True
        raise Looked

    hall.turns._changed.wait = waits  # type: ignore[method-assign]
    try:
        with hall.turns.run(session):
            hall.turns.give_way()
    except Looked:
        pass
    finally:
        hall.turns._changed.wait = wait  # type: ignore[method-assign]
    assert hall.clock.now == begun
    return waited[0]


def test_what_was_used_fades() -> None:
    hall = Hall()
    hall.uses(HEAVY, 3.0)
    assert hall.turns.used(HEAVY) == pytest.approx(3.0)
    hall.clock.now += FADING
    assert hall.turns.used(HEAVY) == pytest.approx(3.0 / math.e)
    hall.uses(HEAVY, 1.0)
    assert hall.turns.used(HEAVY) == pytest.approx(1.0 + 3.0 / math.e)
    assert hall.turns.used("nobody") == 0.0


def test_the_heavy_gives_way_to_the_light_and_not_the_other_way_round() -> None:
    hall = Hall()
    hall.uses(HEAVY, FREE + 0.1)
    assert not gives_way(hall, HEAVY)  # alone
    with hall.running(LIGHT):
        assert gives_way(hall, HEAVY)
    with hall.running(HEAVY):
        assert not gives_way(hall, LIGHT)


def test_equals_do_not_wait_for_each_other() -> None:
    hall = Hall()
    for session in ("one", "two"):
        hall.uses(session, FREE + 0.5)
    with hall.running("one"):
        assert not gives_way(hall, "two")


def test_who_has_used_little_gives_way_to_nobody() -> None:
    hall = Hall()
    hall.uses(LIGHT, FREE / 2)
    with hall.running("new"):
        assert not gives_way(hall, LIGHT)


def test_a_run_that_never_ends_counts_meanwhile() -> None:
    """Whoever asks anew before a run is over never ends one."""
    hall = Hall()
    with hall.running(LIGHT), hall.turns.run(HEAVY):
        hall.work.now += FREE + 1
        hall.clock.now += PATIENCE  # as if it had waited: the patience is over at once
        since, waits = hall.clock.now, []

        def wait(timeout: float | None = None) -> bool:
            waits.append(timeout)
            hall.clock.now += PATIENCE
            return True

        hall.turns._changed.wait = wait  # type: ignore[method-assign]
        hall.turns.give_way()
        assert len(waits) == 1
        assert hall.clock.now == since + PATIENCE
        hall.turns.give_way()  # its patience of this run is used up
        assert len(waits) == 1


def test_a_wait_ends_with_the_runs_that_come_first() -> None:
    hall = Hall()
    hall.uses(HEAVY, FREE + 1)
    done = threading.Event()

    def heavy() -> None:
        with hall.turns.run(HEAVY):
            hall.turns.give_way()
        done.set()

    with hall.running(LIGHT) as over:
        thread = threading.Thread(target=heavy)
        thread.start()
        over.set()
        thread.join()
    assert done.is_set()


def test_more_than_a_share_waits_only_while_others_are_active() -> None:
    hall = Hall()
    hall.uses(HEAVY, MOST + 1)
    assert not hall.turns._has_more_than_its_share(HEAVY)
    hall.uses(LIGHT, 0.01)
    assert hall.turns._has_more_than_its_share(HEAVY)
    assert not hall.turns._has_more_than_its_share(LIGHT)
    hall.clock.now += ACTIVE + 0.1
    assert not hall.turns._has_more_than_its_share(HEAVY)
    with hall.running(LIGHT):
        assert hall.turns._has_more_than_its_share(HEAVY)
        hall.clock.now += FADING
        assert not hall.turns._has_more_than_its_share(HEAVY)


def test_sessions_that_have_used_nothing_lately_are_forgotten() -> None:
    hall = Hall()
    for number in range(600):
        hall.uses(f"old {number}", 0.02)
    hall.clock.now += 10 * FADING
    hall.uses("new", 1.0)
    assert list(hall.turns._usage) == ["new"]
