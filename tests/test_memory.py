"""What is remembered for all readers."""

from __future__ import annotations

from threading import Barrier, Thread

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
