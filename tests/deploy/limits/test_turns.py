"""Who has used much gives way to those who have used little."""

from __future__ import annotations

import math
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from deploy.limits.numbers import ABOUT, CORE, FADING, FREE, GOING, PATIENCE
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


def waits(hall: Hall, session: str, work: float = 0.0, runs: int = 1) -> float:
    """Return how long runs of ``session`` wait, each at one element after so much work.

    Time passes only while it waits.
    """
    wait, since = hall.turns._changed.wait, hall.clock.now

    def passes(timeout: float | None = None) -> bool:
        hall.clock.now += timeout or 0.0
        return True

    hall.turns._changed.wait = passes  # type: ignore[method-assign]
    try:
        for _ in range(runs):
            with hall.turns.run(session):
                hall.work.now += work
                hall.turns.give_way()
    finally:
        hall.turns._changed.wait = wait  # type: ignore[method-assign]
    return hall.clock.now - since


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
    assert waits(hall, HEAVY) == 0  # alone
    with hall.running(LIGHT):
        assert waits(hall, HEAVY) == pytest.approx(PATIENCE, abs=0.06)
    with hall.running(HEAVY):
        assert waits(hall, LIGHT) == 0


def test_equals_do_not_wait_for_each_other() -> None:
    hall = Hall()
    for session in ("one", "two"):
        hall.uses(session, FREE + 0.5)
    with hall.running("one"):
        assert waits(hall, "two", GOING + 0.01) == 0


def test_who_has_used_little_gives_way_to_nobody() -> None:
    hall = Hall()
    hall.uses(LIGHT, FREE / 2)
    with hall.running("new"):
        assert waits(hall, LIGHT, FREE / 3) == 0


def test_a_run_that_never_ends_counts_meanwhile_and_goes_on_after_its_patience() -> None:
    """Whoever asks anew before a run is over never ends one."""
    hall = Hall()
    waited: list[float] = []

    def passes(timeout: float | None = None) -> bool:
        hall.clock.now += timeout or 0.0
        return True

    hall.turns._changed.wait = passes  # type: ignore[method-assign]
    with hall.running(LIGHT), hall.turns.run(HEAVY):
        for work in (FREE - 0.1, 0.2, 0.01, 0.01, GOING):
            since = hall.clock.now
            hall.work.now += work
            hall.turns.give_way()
            waited.append(hall.clock.now - since)
    assert waited == pytest.approx([0, PATIENCE, 0, 0, PATIENCE], abs=0.06)


def test_the_heavy_pauses_for_what_it_works_while_lighter_ones_are_about() -> None:
    hall = Hall()
    hall.uses(HEAVY, FREE + 2)
    assert waits(hall, HEAVY, 0.06, runs=10) == 0
    hall.clock.now += PATIENCE
    hall.uses(LIGHT, 0.01)
    assert waits(hall, HEAVY, 0.06) == pytest.approx(0.06 / CORE, abs=0.06)
    hall.uses(LIGHT, 0.01)
    # Runs that are short each are paid for together.
    assert waits(hall, HEAVY, 0.02, runs=6) == pytest.approx(0.12 / CORE, abs=6 * 0.06)
    hall.clock.now += ABOUT + 0.1
    assert waits(hall, HEAVY, 0.06) == 0


def test_a_session_has_one_run_at_a_time_once_it_is_heavy() -> None:
    """Streamlit starts a new run beside the old one, which it stops at its next element."""
    hall = Hall()
    with hall.running(LIGHT):
        assert waits(hall, LIGHT, FREE / 2) == 0
    hall.uses(HEAVY, FREE + 1)
    hall.clock.now += PATIENCE
    with hall.running(HEAVY):
        assert waits(hall, HEAVY) == pytest.approx(PATIENCE, abs=0.06)


def test_a_run_that_a_newer_one_follows_waits_no_more() -> None:
    hall = Hall()
    hall.uses(HEAVY, FREE + 1)
    ended = threading.Event()

    def older() -> None:
        with hall.turns.run(HEAVY):
            hall.turns.give_way()
        ended.set()

    with hall.running(LIGHT):
        thread = threading.Thread(target=older)
        thread.start()
        with hall.turns.run(HEAVY):
            ended.wait()
        thread.join()


def test_a_wait_ends_with_the_runs_that_come_first() -> None:
    hall = Hall()
    hall.uses(HEAVY, FREE + 1)
    hall.clock.now += PATIENCE  # pays for it
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


def test_others_are_about_a_while_after_their_last_run() -> None:
    hall = Hall()
    hall.uses(LIGHT, 0.01)
    assert hall.turns.others_are_about(HEAVY)
    assert not hall.turns.others_are_about(LIGHT)
    hall.clock.now += ABOUT + 0.1
    assert not hall.turns.others_are_about(HEAVY)


def test_sessions_that_have_used_nothing_lately_are_forgotten() -> None:
    hall = Hall()
    for number in range(600):
        hall.uses(f"old {number}", 0.02)
    hall.clock.now += 10 * FADING
    hall.uses("new", 1.0)
    assert list(hall.turns._sessions) == ["new"]
