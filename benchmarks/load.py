"""A lecture's load: many visitors at once, and how long each of them waits.

    python -m benchmarks.load                          this app: one process, and `make serve`
    python -m benchmarks.load --before ../old-checkout  and that one, as its users start it
    python -m benchmarks.load --at http://localhost:8501  a server that runs already

Two crowds, one after the other, against each server:

- opening: ``--sessions`` visitors come within ``--within`` seconds, each as a browser does: the
  page, the health check, the WebSocket, the run. Each has a seed of its own, so that no answer can
  be taken from another's.
- changing: ``--settled`` visitors have the page open, and each changes the seed every ``--every``
  seconds, at a moment of its own, for ``--lasting`` seconds.

Counted is the time from the click to the message that ends the script; the stage's chart must have
come before it. A browser then draws on the visitor's own machine, which does not slow with the
crowd. So that this part is not forgotten, one real Chromium opens the page in the middle of the
opening crowd, and its time until the stage is drawn stands beside (``painted``). It shares this
machine with the servers and costs them a second or two.

The visitors are coroutines of this one process, which shares the cores with the servers; ``own``
is the processor time that it took, in percent of the time that passed.
"""

from __future__ import annotations

import argparse
import asyncio
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from benchmarks.crowd import ROOT, Crowd, changing, open_page, opening
from deploy.backend import answers
from deploy.nginx.program import find_nginx
from deploy.ports import free_ports
from tests.browser.chromium import executable

PATIENCE = 120.0  # seconds until a server that does not answer counts as broken


def main() -> None:
    """Measure the servers one after the other, and print a line for each crowd."""
    given = _arguments()
    crowd = Crowd(given.sessions, given.within, given.settled, given.every, given.lasting)
    chromium = not given.no_chromium and executable() is not None
    if given.at:
        _measure("server", given.at.rstrip("/"), [], crowd, chromium)
        return
    if given.before:
        with streamlit(given.before.resolve()) as (url, pids):
            _measure("before, one process", url, pids, crowd, chromium)
    with one_process() as (url, pids):
        _measure("make run", url, pids, crowd, chromium)
    if find_nginx():
        with behind_nginx(given.processes) as (url, pids):
            _measure("make serve", url, pids, crowd, chromium)
    else:
        print("make serve: there is no nginx")


def _measure(name: str, url: str, pids: Sequence[int], crowd: Crowd, chromium: bool) -> None:
    asyncio.run(open_page(url, 88888))  # nobody is to wait for the first imports
    if crowd.sessions:
        print(f"{name}: {crowd.sessions} come within {crowd.within:g} s", flush=True)
        print("   ", asyncio.run(opening(url, crowd, pids, chromium)).line(), flush=True)
    if crowd.settled:
        print(
            f"{name}: {crowd.settled} each change one setting every {crowd.every:g} s", flush=True
        )
        print("   ", asyncio.run(changing(url, crowd, pids)).line(), flush=True)


def streamlit(folder: Path) -> AbstractContextManager[tuple[str, list[int]]]:
    """Serve the app of another checkout by Streamlit itself, as its ``make run`` did."""
    (port,) = free_ports(1)
    options = ("--server.headless=true", "--browser.serverAddress=localhost")
    command = ["streamlit", "run", "app.py", f"--server.port={port}", *options]
    return _running(command, folder, port)


def one_process(*options: str) -> AbstractContextManager[tuple[str, list[int]]]:
    """Serve this app in one process; the context is its address and its processes.

    ``options``: more of Streamlit's.
    """
    (port,) = free_ports(1)
    command = ["deploy.server", f"--server.port={port}", "--server.headless=true", *options]
    return _running(command, ROOT, port)


def behind_nginx(processes: str) -> AbstractContextManager[tuple[str, list[int]]]:
    """Serve this app as ``make serve`` does, by so many processes, "" for one a core."""
    (port,) = free_ports(1)
    command = ["deploy.serve", "--port", str(port), "--processes", processes]
    return _running(command, ROOT, port)


@contextmanager
def _running(command: list[str], folder: Path, port: int) -> Iterator[tuple[str, list[int]]]:
    """Run a module of Python with its arguments, and wait until its server answers."""
    full = [sys.executable, "-m", *command]
    process = subprocess.Popen(full, cwd=folder, stdout=subprocess.DEVNULL)
    url = f"http://localhost:{port}"
    try:
        until = time.monotonic() + PATIENCE
        while not answers(url):
            if process.poll() is not None or time.monotonic() > until:
                raise SystemExit(f"The server did not start: {' '.join(command)}")
            time.sleep(0.1)
        yield url, _family(process.pid)
    finally:
        process.terminate()
        process.wait(30)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure how long each visitor of many waits.")
    parser.add_argument("--before", type=Path, help="another checkout, to measure first")
    parser.add_argument("--at", default="", help="the address of a server that runs already")
    parser.add_argument("--processes", default="", help="of make serve; one per core by default")
    parser.add_argument("--sessions", type=int, default=100, help="who come; 0 leaves them out")
    parser.add_argument("--within", type=float, default=10.0, help="seconds")
    parser.add_argument("--settled", type=int, default=150, help="who stay; 0 leaves them out")
    parser.add_argument("--every", type=float, default=10.0, help="seconds between changes")
    parser.add_argument("--lasting", type=float, default=60.0, help="seconds")
    parser.add_argument("--no-chromium", action="store_true", help="leave the browser out")
    return parser.parse_args()


def _family(pid: int) -> list[int]:
    """Return a process and all that descend from it; on Linux alone."""
    try:
        listed = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return [pid]
    return [pid, *(each for child in listed for each in _family(int(child)))]


if __name__ == "__main__":
    main()
