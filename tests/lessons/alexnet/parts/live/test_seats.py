"""Who may be live: so many, each with a place as long as frames come, evenly shared."""

from __future__ import annotations

from visualizer.lessons.alexnet.parts.live.seats import MOST, PATIENCE, PER_SECOND, Seats, least


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_places_are_taken_given_back_and_lost() -> None:
    clock = Clock()
    seats = Seats(2, clock)
    assert [seats.take("one"), seats.take("two"), seats.take("three")] == [1, 2, None]
    assert seats.take("one") == 2
    seats.leave("one")
    seats.leave("nobody")
    assert seats.take("three") == 2
    # Whoever sends nothing for a while has gone.
    clock.now = PATIENCE
    assert seats.take("three") == 2
    clock.now = PATIENCE + 1
    assert seats.take("four") == 2
    assert seats.take("two") is None


def test_all_who_are_live_share_the_frames_evenly() -> None:
    for taken in range(1, MOST + 1):
        assert 0 <= taken * 1000 / least(taken) <= PER_SECOND
    assert 1000 / least(1) > 5
    assert least(0) == least(1)
