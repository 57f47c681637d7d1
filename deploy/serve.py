"""Serve a lecture: one process of the app per core, behind one port.

python -m deploy.serve [--port 8501] [--processes 4]

The signal USR1 starts every process anew, one after the other, as for a new version of the app:
meanwhile the others answer, and a page that loses its process goes on with another one. Where the
new one does not start, the others stay as they are. Without nginx there is one process, and USR1
ends it.
"""

from __future__ import annotations

import argparse
import getpass
import os
import secrets
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from deploy import launch
from deploy.backend import Backend, answers
from deploy.files import STREAMLIT_FILES, compress, lay_out
from deploy.nginx.program import command, find_nginx
from deploy.nginx.protect import ANYONE
from deploy.nginx.site import Program, Site, configuration
from deploy.ports import checked_port, free_ports, ipv6_works, port_is_free
from deploy.server import ROOT

PATIENCE = 120.0  # seconds until processes that do not answer count as broken
GRACE = 5.0  # seconds that a process has to end by itself
MOST = 64
NEEDED = 800_000_000  # bytes of a process whose readers ask AlexNet, with a little to spare
RENEWING = getattr(signal, "SIGUSR1", None)
ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
LACKING = (
    "nginx is not installed, so one process serves all visitors. For a lecture install it "
    "(apt-get install nginx, brew install nginx) and run make serve again."
)


def main() -> None:
    """Serve until Ctrl-C; SystemExit with a sentence if that is not possible."""
    parser = argparse.ArgumentParser(description="Serve ConvScope to a lecture.")
    parser.add_argument("--port", default="8501")
    parser.add_argument("--processes", default="")
    given = parser.parse_args()
    port = checked_port(given.port, "serve")
    nginx = find_nginx()
    if nginx is None:
        print(LACKING)
        launch.serve_alone(port, window=False)
    count = processes(given.processes)
    for number in ENDING:
        signal.signal(number, _interrupt)
    with tempfile.TemporaryDirectory(prefix="convscope-") as work:
        serve(nginx, port, count, Path(work))


def processes(given: str) -> int:
    """Return how many processes to start: the number given, else one per core that memory allows.

    SystemExit with a sentence for what is no number.
    """
    if not given:
        usable = getattr(os, "sched_getaffinity", None)  # a container may have fewer than all
        cores = len(usable(0)) if usable else os.cpu_count() or 1
        memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
        return max(1, min(MOST, cores, memory // NEEDED))
    if not given.isdecimal() or not 1 <= int(given) <= MOST:
        raise SystemExit(f"PROCESSES is a number from 1 to {MOST}, not {given}.")
    return int(given)


def serve(nginx: str, port: int, count: int, work: Path) -> None:
    """Run ``count`` processes and nginx in front of them until Ctrl-C; leaves none behind.

    ``work``: an empty folder for nginx. SystemExit with a sentence if they do not start.
    """
    secret, renewing = secrets.token_hex(), threading.Event()
    if RENEWING is not None:
        signal.signal(RENEWING, lambda *_: renewing.set())
    backends = [Backend(number, free, secret) for number, free in enumerate(free_ports(count))]
    files, leaving = work / "files", threading.Event()
    smaller = threading.Thread(target=compress, args=(STREAMLIT_FILES, files, leaving.is_set))
    proxy: subprocess.Popen[bytes] | None = None
    try:
        for backend in backends:
            backend.start()
        lay_out(STREAMLIT_FILES, files)
        front = command(nginx, _write_configuration(port, backends, work))
        wait_for(backends)
        launch.warm(*(each.url for each in backends))
        proxy = subprocess.Popen(front)
        wait_for_front(proxy, port)
        print(f"ConvScope: http://localhost:{port} ({count} processes). Ctrl-C ends it.")
        sys.stdout.flush()
        smaller.start()
        while True:
            _check(proxy)
            _look_after(backends)
            if renewing.is_set():
                renewing.clear()
                renew(backends)
            time.sleep(0.25)
    except KeyboardInterrupt:
        print("ConvScope has ended.")
    finally:
        leaving.set()
        _end([each for each in (proxy, *(each.process for each in backends)) if each])
        if smaller.ident:
            smaller.join()


def _write_configuration(port: int, backends: Sequence[Backend], work: Path) -> Path:
    site = Site(
        backends=[f"127.0.0.1:{each.port}" for each in backends],
        files=work / "files",
        app_files=ROOT / "static",
        # With the port, because a browser's cookies know the host alone.
        cookie=f"convscope_{port}",
        listen=[str(port), *([f"[::]:{port} ipv6only=on"] if ipv6_works() else [])],
        framed_by=os.environ.get("CONVSCOPE_FRAMED_BY") or ANYONE,
    )
    # As another user it could not read a folder that is root's alone.
    program = Program(work, getpass.getuser() if os.geteuid() == 0 else "")
    path = work / "nginx.conf"
    path.write_text(configuration(site, program), "utf-8")
    return path


def wait_for(backends: Sequence[Backend]) -> None:
    """Wait until every process takes visitors."""
    until = time.monotonic() + PATIENCE
    for backend in backends:
        while not answers(backend.url):
            if backend.has_ended() or time.monotonic() > until:
                raise SystemExit("The app did not start; what it said stands above.")
            time.sleep(0.05)


def wait_for_front(proxy: subprocess.Popen[bytes], port: int) -> None:
    """Wait until nginx takes visitors on ``port``; SystemExit if it ends instead."""
    while port_is_free(port):
        _check(proxy)
        time.sleep(0.02)


def _look_after(backends: Sequence[Backend]) -> None:
    """Start again what has ended."""
    for backend in backends:
        if said := backend.look_after():
            print(said, flush=True)


def renew(backends: Sequence[Backend]) -> None:
    """Start every process anew, the next one when the one before takes visitors again.

    Where one does not, those that follow stay as they are.
    """
    for backend in backends:
        if backend.process is not None:
            stop([backend.process])
        backend.start()
        try:
            wait_for([backend])
        except SystemExit:
            number = backend.number + 1
            print(f"Process {number} does not start; the others stay as they are.", flush=True)
            return
        launch.warm(backend.url)
        print(f"Process {backend.number + 1} of {len(backends)} is new.", flush=True)


def _check(proxy: subprocess.Popen[bytes]) -> None:
    if proxy.poll() is not None:
        raise SystemExit("nginx has ended; what it said stands above.")


def _end(running: Sequence[subprocess.Popen[bytes]]) -> None:
    """End processes, whatever signals come meanwhile."""
    for number in ENDING:
        signal.signal(number, signal.SIG_IGN)  # a second Ctrl-C must not leave half of them
    stop(running)


def stop(running: Sequence[subprocess.Popen[bytes]]) -> None:
    """End processes; those that do not within the grace are killed."""
    for process in running:
        process.terminate()
    until = time.monotonic() + GRACE
    for process in running:
        try:
            process.wait(max(0.0, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    main()
