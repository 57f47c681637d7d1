"""What is said of a process on its own port, and what is never said in a log."""

from __future__ import annotations

import json
import logging
import re
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from deploy import health, logs, metrics
from deploy.backend import environment
from deploy.ports import METRICS_PORT, free_ports
from deploy.server import ROOT
from visualizer import engine
from visualizer.ui import shell
from visualizer.watching import BOUNDS, Counts


@pytest.fixture
def counts(monkeypatch: pytest.MonkeyPatch) -> Counts:
    """Counts that begin at nothing."""
    fresh = Counts()
    monkeypatch.setattr(metrics, "COUNTS", fresh)
    return fresh


@pytest.fixture
def url(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A server of metrics."""
    (port,) = free_ports(1)
    monkeypatch.setenv(METRICS_PORT, str(port))
    server = metrics.begin()
    assert server is not None
    yield f"http://127.0.0.1:{port}"
    server.shutdown()
    server.server_close()


def got(url: str) -> tuple[int, str]:
    """Return an address's status and body."""
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:
            return int(answer.status), answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def test_metrics_are_off_until_a_port_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(METRICS_PORT, raising=False)
    assert metrics.begin() is None


@pytest.mark.parametrize("given", ["x", "0", "70000"])
def test_a_port_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv(METRICS_PORT, given)
    with pytest.raises(SystemExit, match="A port is a number"):
        metrics.begin()


def test_what_was_counted_is_said(url: str, counts: Counts) -> None:
    for _ in range(3):
        with counts.run("convolution", "page"):
            pass
    counts.error("dense")
    counts.photo("new")
    status, body = got(f"{url}/metrics")
    lines = body.splitlines()
    assert status == 200
    first = f'{{le="{BOUNDS[0]}",page="convolution",what="page"}} 3.0'
    assert f"convscope_run_seconds_bucket{first}" in lines
    assert 'convscope_run_seconds_count{page="convolution",what="page"} 3.0' in lines
    assert 'convscope_errors_total{page="dense"} 1.0' in lines
    assert 'convscope_photos_total{kind="new"} 1.0' in lines
    assert "convscope_sessions 0.0" in lines
    assert "convscope_queue 0.0" in lines
    assert any(line.startswith("convscope_trainings ") for line in lines)


def test_a_run_that_fails_or_is_stopped_is_counted_too(counts: Counts) -> None:
    with pytest.raises(KeyboardInterrupt), counts.run("home", "part"):
        raise KeyboardInterrupt
    assert sum(counts.runs["home", "part"].classes) == 1


def test_ready_means_a_convolution_and_a_server_that_takes_sessions(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(metrics, "_sessions", lambda: None)
    assert got(f"{url}/ready") == (503, "Service Unavailable")
    assert not health.is_ready()
    monkeypatch.setattr(metrics, "_sessions", lambda: 0)
    assert got(f"{url}/ready") == (200, "OK")
    assert health.is_ready()
    monkeypatch.setattr(engine, "conv2d", lambda *_: np.zeros((1, 3, 3)))
    assert got(f"{url}/ready")[0] == 503
    assert got(f"{url}/else")[0] == 404


def test_each_process_has_a_port_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(METRICS_PORT, "9464")
    ports = [environment("", number)[METRICS_PORT] for number in range(3)]
    assert ports == ["9464", "9465", "9466"]
    monkeypatch.delenv(METRICS_PORT)
    assert METRICS_PORT not in environment("", 1)


def test_a_log_line_says_where_it_failed_and_nothing_that_was_read() -> None:
    try:
        int("my secret picture")
    except ValueError:
        record = logging.getLogger("convscope").makeRecord(
            "convscope",
            logging.ERROR,
            __file__,
            1,
            "a page failed",
            (),
            sys.exc_info(),
        )
    line = json.loads(logs.JsonFormatter().format(record))
    assert (line["level"], line["event"], line["error"]) == ("error", "a page failed", "ValueError")
    assert "test_metrics.py" in line["at"][0]
    assert "secret" not in json.dumps(line)


def test_the_dashboard_asks_for_what_there_is(url: str, counts: Counts) -> None:
    with counts.run("home", "page"):
        counts.error("home")
        counts.photo("known")
    said = got(f"{url}/metrics")[1]
    board = json.loads((ROOT / "deploy" / "grafana" / "convscope.json").read_text("utf-8"))
    asked = " ".join(target["expr"] for panel in board["panels"] for target in panel["targets"])
    names = set(re.findall(r"(?:convscope|process)_[a-z_]+", asked))
    assert len(names) >= 6
    for name in names:
        assert f"\n{name}" in said, name


def test_a_part_is_counted_alone_only_where_it_runs_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = Counts()
    monkeypatch.setattr(shell, "COUNTS", fresh)
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.switch_page("pages/convolution.py").run()
    assert list(fresh.runs) == [("convolution", "page")]
