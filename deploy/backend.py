"""One Streamlit process of several: starting it, asking whether it answers, starting it again."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field

from deploy.ports import METRICS_PORT as PORT
from deploy.server import ROOT

PAUSE = 2.0  # seconds before a process that ended soon after its start is started again
SOON = 10.0  # seconds


def answers(url: str, path: str = "/_stcore/health") -> bool:
    """Ask the server at ``url`` whether it takes visitors; ``path``: where it says so, by 200."""
    try:
        with urllib.request.urlopen(url + path, timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def environment(secret: str, number: int = 0) -> Mapping[str, str]:
    """Return the environment of a process; ``number``: its place, counted from 0.

    Where metrics are asked for, each process has a port of its own for them, one after the other.

    With one ``secret`` for all, a cookie of one process counts for the others. It is not an option
    of the command, which every user of the machine can read.
    """
    given = os.environ.get(PORT, "")
    metrics = {PORT: str(int(given) + number)} if given.isdecimal() else {}
    return {**os.environ, **metrics, "STREAMLIT_SERVER_COOKIE_SECRET": secret}


@dataclass
class Backend:
    """A process of the app on ``port`` of 127.0.0.1; ``number``: its place, counted from 0."""

    number: int
    port: int
    secret: str
    process: subprocess.Popen[bytes] | None = field(init=False, default=None)
    _started: float = field(init=False, default=0.0)
    _ended: float | None = field(init=False, default=None)

    @property
    def url(self) -> str:
        """Where the process answers."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start the process; it answers some time later."""
        self._started, self._ended = time.monotonic(), None
        self.process = subprocess.Popen(
            [
                *(sys.executable, "-m", "deploy.server"),
                *("--server.address=127.0.0.1", f"--server.port={self.port}"),
                *("--server.headless=true", "--logger.hideWelcomeMessage=true"),
            ],
            cwd=ROOT,
            env=environment(self.secret, self.number),
        )

    def has_ended(self) -> bool:
        """Tell whether the process was started and runs no longer."""
        return self.process is not None and self.process.poll() is not None

    def look_after(self) -> str:
        """Start the process again if it has ended; return a sentence when that is first seen.

        One that ended soon waits a little first, because it might do so again.
        """
        if not self.has_ended():
            return ""
        now, said = time.monotonic(), ""
        if self._ended is None:
            self._ended = now
            said = f"Process {self.number + 1} has ended and is started again."
        if self._ended - self._started > SOON or now - self._ended > PAUSE:
            self.start()
        return said
