"""Watching a process: Prometheus metrics and a readiness check, on a port of their own.

CONVSCOPE_METRICS_PORT=9464 switches it on: /metrics for Prometheus, /ready for whoever sends
readers, 200 where this process computes a convolution rightly and takes sessions, else 503. The
port is for the machine's network, never for readers: it is bound to CONVSCOPE_METRICS_ADDRESS,
127.0.0.1 by default.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Iterable, Iterator
from http import HTTPStatus
from itertools import accumulate
from typing import Final
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

import numpy as np
from prometheus_client import CollectorRegistry, ProcessCollector, make_wsgi_app
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    Metric,
)
from prometheus_client.registry import Collector

from deploy.ports import METRICS_PORT, checked_port
from visualizer import engine
from visualizer.watching import BOUNDS, COUNTS

ADDRESS: Final = "CONVSCOPE_METRICS_ADDRESS"
_LOG = logging.getLogger("convscope")


def begin() -> WSGIServer | None:
    """Serve metrics from a thread where the environment names a port; SystemExit for a bad one."""
    given = os.environ.get(METRICS_PORT, "")
    if not given:
        return None
    server = make_server(
        os.environ.get(ADDRESS, "127.0.0.1"),
        checked_port(given, "metrics"),
        _application(),
        handler_class=_Quiet,
    )
    threading.Thread(target=server.serve_forever, name="metrics", daemon=True).start()
    return server


def is_ready() -> bool:
    """Tell whether this process computes a convolution rightly and takes sessions."""
    image = np.arange(25.0).reshape(1, 5, 5)
    sums = engine.conv2d(image, np.ones((1, 1, 3, 3)), np.array([1.0]))
    # Nine cells around the one in the middle, by hand: 9 times it, and the bias.
    return bool(np.array_equal(sums[0], 9 * image[0, 1:4, 1:4] + 1)) and _sessions() is not None


class Watched(Collector):
    """The counts of this process as Prometheus takes them."""

    def collect(self) -> Iterator[Metric]:
        """Yield every metric."""
        sessions = _sessions()
        yield GaugeMetricFamily(
            "convscope_sessions", "Readers whose page is open now.", value=sessions or 0
        )
        yield GaugeMetricFamily(
            "convscope_trainings", "Trainings that take turns now.", value=_trainings()
        )
        yield GaugeMetricFamily(
            "convscope_queue", "Photos that AlexNet answers, or that wait for it.", value=_queue()
        )
        with COUNTS.lock:
            runs = {key: (list(one.classes), one.seconds) for key, one in COUNTS.runs.items()}
            errors, photos = COUNTS.errors.copy(), COUNTS.photos.copy()
        yield _histogram(runs)
        yield _counter(
            "convscope_errors", "Errors that a reader saw as a sentence.", "page", errors
        )
        yield _counter("convscope_photos", "Answers of AlexNet.", "kind", photos)


def _histogram(runs: dict[tuple[str, str], tuple[list[int], float]]) -> Metric:
    family = HistogramMetricFamily(
        "convscope_run_seconds", "How long a page, or a part of it, ran.", labels=["page", "what"]
    )
    for (page, what), (classes, seconds) in sorted(runs.items()):
        counts = list(accumulate(classes))
        names = [*map(str, BOUNDS), "+Inf"]
        family.add_metric([page, what], list(zip(names, counts, strict=True)), seconds)
    return family


def _counter(name: str, words: str, label: str, counts: dict[str, int]) -> Metric:
    family = CounterMetricFamily(name, words, labels=[label])
    for key, count in sorted(counts.items()):
        family.add_metric([key], count)
    return family


def _sessions() -> int | None:
    """Return how many pages are open; None before the server takes any."""
    from streamlit import runtime

    if not runtime.exists():
        return None
    return int(runtime.get_instance()._session_mgr.num_active_sessions())


def _trainings() -> int:
    # Asked of what is loaded, not of what is being loaded: nothing is loaded to be asked.
    trainer = getattr(sys.modules.get("visualizer.learning.pool"), "trainer", None)
    return int(trainer().running) if trainer is not None else 0


def _queue() -> int:
    line = getattr(sys.modules.get("visualizer.alexnet.line"), "LINE", None)
    return int(line.length) if line is not None else 0


def _application() -> WSGIApplication:
    registry = CollectorRegistry()
    registry.register(Watched())
    ProcessCollector(registry=registry)
    metrics: WSGIApplication = make_wsgi_app(registry)

    def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        if path == "/metrics":
            return metrics(environ, start)
        status = HTTPStatus.NOT_FOUND
        if path == "/ready":
            status = HTTPStatus.OK if is_ready() else HTTPStatus.SERVICE_UNAVAILABLE
        start(f"{status.value} {status.phrase}", [("Content-Type", "text/plain")])
        return [status.phrase.encode()]

    return answer


class _Quiet(WSGIRequestHandler):
    """Asked every few seconds, it would fill the console."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""
