"""A real server of the app, on a free port, for as long as a test needs it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120  # seconds until a server that says nothing counts as broken; never a speed test


def free_port() -> int:
    """Return a port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Server:
    """``with Server() as server``: ``server.url`` answers inside the block.

    ``root`` is the folder with ``script``, so that a test can serve a changed copy; ``options`` are
    Streamlit's. ``server.log`` is what the server has said so far, line by line.
    """

    def __init__(
        self,
        root: Path = ROOT,
        script: str = "app.py",
        options: Sequence[str] = ("--server.fileWatcherType=none",),
    ) -> None:
        self.root = root
        self.script = script
        self.options = options
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"
        self.log: list[str] = []
        self._ready = threading.Event()

    def __enter__(self) -> Server:
        ours = self.root == ROOT and self.script == "app.py"
        # With the limits that every reader's server has; a changed copy has none of its own.
        command = ["deploy.server"] if ours else ["streamlit", "run", self.script]
        self._process = subprocess.Popen(
            [
                *(sys.executable, "-m", *command),
                *("--server.headless=true", "--server.address=localhost"),
                f"--server.port={self.port}",
                *self.options,
            ],
            cwd=self.root,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self._ready.wait(PATIENCE)
        if self._process.poll() is not None or not self._ready.is_set():
            self._end()
            raise RuntimeError("the server did not start:\n" + "".join(self.log))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._end()

    @property
    def pid(self) -> int:
        """The number of the server's process."""
        return self._process.pid

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.log.append(line)
            if "URL:" in line:  # printed once the server listens
                self._ready.set()
        self._ready.set()  # it ended: nobody need wait for it any longer

    def _end(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._reader.join(10)
