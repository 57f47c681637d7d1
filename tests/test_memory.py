"""What is remembered for all readers."""

from __future__ import annotations

from threading import Barrier, Event, Thread

import pytest

from visualizer.memory import remembered


def test_an_answer_is_worked_out_once_and_the_oldest_is_forgotten() -> None:
    asked: list[int] = []

    @remembered(2)
    def double(number: int) -> list[int]:
        """Double it."""
        asked.append(number)
        return [2 * number]

    assert double(1) is double(1)
    assert double.__doc__ == "Double it."
    double(2)
    double(3)
    double(1)
    assert asked == [1, 2, 3, 1]


def test_many_who_ask_at_once_wait_for_one_answer() -> None:
    asked: list[int] = []
    together = Barrier(8)

    @remembered(2)
    def slow(number: int) -> int:
        asked.append(number)
        return sum(range(200_000)) + number

    def reader() -> None:
        together.wait()
        slow(7)

    readers = [Thread(target=reader) for _ in range(8)]
    for one in readers:
        one.start()
    for one in readers:
        one.join()
    assert asked == [7]


def test_who_asks_something_else_waits_for_nobody() -> None:
    asked, answered = Event(), Event()

    @remembered(4)
    def wait(number: int) -> int:
        if number == 1:
            asked.set()
            answered.wait()
        return number

    slow = Thread(target=wait, args=(1,))
    slow.start()
    asked.wait()
    assert wait(2) == 2
    answered.set()
    slow.join()


def test_an_error_is_not_remembered_and_keeps_nobody_waiting() -> None:
    asked: list[int] = []

    @remembered(2)
    def fail(number: int) -> int:
        asked.append(number)
        if len(asked) == 1:
            raise ValueError("once")
        return number

    with pytest.raises(ValueError, match="once"):
        fail(1)
    assert fail(1) == fail(1) == 1
    assert asked == [1, 1]
