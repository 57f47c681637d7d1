"""So many at once, and then so many a second."""

from __future__ import annotations

import pytest

from deploy.limits.bucket import Bucket
from tests.deploy.limits.clock import Clock


def test_so_many_at_once_and_then_so_many_a_second() -> None:
    clock = Clock()
    bucket = Bucket(3, 2.0, clock)
    assert [bucket.has_one() for _ in range(5)] == [True, True, True, False, False]
    clock.now += 0.5
    assert [bucket.has_one() for _ in range(2)] == [True, False]
    clock.now += 1000.0
    assert bucket.is_full
    assert [bucket.has_one() for _ in range(4)] == [True, True, True, False]


def test_who_borrows_is_told_how_long_to_wait() -> None:
    clock = Clock()
    bucket = Bucket(2, 4.0, clock)
    assert [bucket.take() for _ in range(4)] == pytest.approx([0.0, 0.0, 0.25, 0.5])
    assert bucket.wait == pytest.approx(0.75)
    clock.now += 0.75
    assert bucket.wait == pytest.approx(0.0)
    assert bucket.take() == pytest.approx(0.0)
    assert bucket.take(8) == pytest.approx(2.0)
