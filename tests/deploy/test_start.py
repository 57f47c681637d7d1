"""What is checked before anything starts, and that a process that ends is started again."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from streamlit import net_util
from streamlit.web.server import server_util
from streamlit.web.server.starlette import starlette_server

from deploy import launch, serve, visit
from deploy.backend import Backend, environment
from deploy.ports import checked_port, free_ports, port_is_free
from deploy.server import ask_nobody, send_at_once
from tests.deploy.apart import apart, finish

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("given", ["0", "65536", "-1", "x", ""])
def test_a_port_that_is_none_is_refused_in_a_sentence(given: str) -> None:
    with pytest.raises(SystemExit, match="from 1 to 65535"):
        checked_port(given, "run")


def test_a_busy_port_is_named_with_the_next_one() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert not port_is_free(port)
        with pytest.raises(SystemExit, match=f"make serve PORT={port + 1}"):
            checked_port(str(port), "serve")


def test_free_ports_are_different() -> None:
    assert len(set(free_ports(20))) == 20


def test_one_process_per_core_unless_told_otherwise() -> None:
    assert serve.processes("3") == 3
    assert 1 <= serve.processes("") <= (os.cpu_count() or 1)
    for wrong in ("0", "65", "two", "-1"):
        with pytest.raises(SystemExit, match="from 1 to 64"):
            serve.processes(wrong)


def test_no_more_processes_than_memory_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = {"SC_PAGE_SIZE": 4096, "SC_PHYS_PAGES": 4_000_000_000 // 4096}
    monkeypatch.setattr(os, "sysconf", pages.__getitem__)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(16)), raising=False)
    assert serve.processes("") == 4
    pages["SC_PHYS_PAGES"] = 1
    assert serve.processes("") == 1
    assert serve.processes("16") == 16


def test_without_nginx_one_process_serves_and_a_sentence_says_how_to_get_more(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    started: list[int] = []

    def start(port: int, window: bool) -> None:
        started.append(port)
        raise KeyboardInterrupt  # the real one never comes back

    (port,) = free_ports(1)
    monkeypatch.setenv("NGINX", "/there/is/none")
    monkeypatch.setattr(launch, "serve_alone", start)
    monkeypatch.setattr(sys, "argv", ["serve", "--port", str(port)])
    with pytest.raises(KeyboardInterrupt):
        serve.main()
    assert started == [port]
    said = capsys.readouterr().out
    assert "one process" in said
    assert "apt-get install nginx" in said


def test_the_cookie_secret_is_not_on_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "true")
    backend = Backend(0, 1, "hidden")
    backend.start()
    assert backend.process is not None
    backend.process.wait()
    assert environment("hidden")["STREAMLIT_SERVER_COOKIE_SECRET"] == "hidden"
    assert "hidden" not in " ".join(map(str, backend.process.args))  # type: ignore[arg-type]


def test_the_server_does_not_wait_for_receipts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starlette_server, "_bind_socket", starlette_server._bind_socket)
    send_at_once()
    # By the way that Streamlit takes, so that an update which takes another is found out.
    listening, _ = starlette_server._bind_server_socket("127.0.0.1", "127.0.0.1", 0, 5)
    with listening, socket.create_connection(listening.getsockname()):
        listening.setblocking(True)
        connection, _ = listening.accept()
        with connection:
            assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_a_page_of_another_site_makes_the_server_ask_nobody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(net_util, "_external_ip", None)
    monkeypatch.setattr(net_util, "get_external_ip", net_util.get_external_ip)
    monkeypatch.setattr(net_util, "_make_blocking_http_get", lambda url, **_: asked.append(url))
    assert not server_util.is_url_from_allowed_origins("https://elsewhere.example")
    assert asked, "Streamlit asks no longer: nothing needs to keep it from that"
    asked.clear()
    ask_nobody()
    assert not server_util.is_url_from_allowed_origins("https://elsewhere.example")
    assert asked == []


def test_a_process_that_has_ended_is_started_again_and_said_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    backend = Backend(1, 1, "secret")
    monkeypatch.setattr(sys, "executable", "true")  # ends at once, whatever it is asked
    monkeypatch.setattr("deploy.backend.PAUSE", -1.0)
    backend.start()
    first = backend.process
    assert first is not None
    first.wait()
    assert backend.look_after() == "Process 2 has ended and is started again."
    second = backend.process
    assert second is not None
    assert second is not first
    second.wait()


def test_a_new_version_that_does_not_start_leaves_the_others_as_they_are(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    backends = [Backend(number, 1, "secret") for number in range(2)]
    monkeypatch.setattr(sys, "executable", "true")  # ends at once, whatever it is asked
    serve.renew(backends)
    assert capsys.readouterr().out == "Process 1 does not start; the others stay as they are.\n"
    assert backends[0].process is not None
    assert backends[0].process.poll() == 0
    assert backends[1].process is None


def test_a_process_that_ends_at_once_waits_before_the_next_try(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    backend = Backend(0, 1, "secret")
    monkeypatch.setattr(sys, "executable", "true")  # ends at once, whatever it is asked
    backend.start()
    first = backend.process
    assert first is not None
    first.wait()
    assert backend.look_after()
    assert backend.look_after() == ""
    assert backend.process is first


def test_servers_are_visited_once_all_of_them_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    visited: list[str] = []

    def answers(url: str) -> bool:
        asked.append(url)
        return len(asked) > 3

    async def come(url: str) -> None:
        assert len(asked) > 3
        visited.append(url)

    monkeypatch.setattr(launch, "answers", answers)
    monkeypatch.setattr(visit, "visit", come)
    apart(launch.warm, "http://a", "http://b")
    assert visited == ["http://a/", "http://b/", "http://a/convolution", "http://b/convolution"]


def test_a_visit_that_fails_stops_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(url: str) -> None:
        raise visit.VisitError(url)

    monkeypatch.setattr(launch, "answers", lambda _: True)
    monkeypatch.setattr(visit, "visit", fail)
    apart(launch.warm, "http://a")


def test_the_launcher_refuses_a_bad_port_without_a_traceback() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "deploy.launch", "--port", "none"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert run.stderr == "A port is a number from 1 to 65535, not none.\n"


def test_the_launcher_serves_until_it_is_ended() -> None:
    (port,) = free_ports(1)
    process = subprocess.Popen(
        [sys.executable, "-m", "deploy.launch", "--port", str(port)],
        cwd=ROOT,
        env={**{k: v for k, v in os.environ.items() if k != "DISPLAY"}, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    said = next((line for line in process.stdout if "URL:" in line), "it ended")
    assert f"http://localhost:{port}" in said
    answer = finish(visit.visit(f"http://127.0.0.1:{port}/convolution"))
    assert answer.holds("plotly_chart")
    process.terminate()
    process.communicate(timeout=120)
    assert process.returncode == 0
