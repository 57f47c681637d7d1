"""The download beside the page: how far it is, a stop when asked, and what ended it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from visualizer.alexnet.errors import Cancelled, DownloadError
from visualizer.alexnet.weights.download import Progress
from visualizer.lessons.alexnet.parts.network.download import Job


def test_it_tells_how_far_it_is_and_then_finishes() -> None:
    finished = threading.Event()

    def fetch(progress: Callable[[Progress], None], cancel: Callable[[], bool]) -> None:
        progress(Progress(10, 20, 1.5))
        assert not cancel()

    job = Job(fetch, finished.set)
    job.start()
    job.join(30)
    assert job.done
    assert job.error is None
    assert job.progress == Progress(10, 20, 1.5)
    assert finished.is_set()


def test_it_stops_when_asked() -> None:
    begun = threading.Event()

    def fetch(progress: Any, cancel: Callable[[], bool]) -> None:
        begun.set()
        while not cancel():
            pass
        raise Cancelled()

    job = Job(fetch, lambda: None)
    job.start()
    assert begun.wait(30)
    assert job.running
    job.stop()
    job.join(30)
    assert not job.done
    assert isinstance(job.error, Cancelled)


def test_whatever_ends_it_is_a_sentence() -> None:
    def refused(progress: Any, cancel: Any) -> None:
        raise DownloadError("download_running")

    def broken(progress: Any, cancel: Any) -> None:
        raise RuntimeError

    for fetch, code in ((refused, "download_running"), (broken, "download_failed")):
        job = Job(fetch, lambda: None)
        job.start()
        job.join(30)
        assert job.error is not None
        assert job.error.code == code
        assert not job.done
