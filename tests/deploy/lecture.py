"""`make serve`, running: a real nginx before processes of the app."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from functools import cached_property
from pathlib import Path

from deploy.ports import free_ports
from tests.deploy.proxy import nginx_here

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120  # seconds until what does not start counts as broken; never a speed test
NGINX = nginx_here()
_PORT = re.compile(r"--server\.port=(\d+)")


def _command(pid: int) -> str:
    """Return the command line of a process, "" where it has ended."""
    listed = Path(f"/proc/{pid}/cmdline")
    if listed.exists():
        return listed.read_bytes().replace(b"\0", b" ").decode()
    asked = ["ps", "-o", "args=", "-ww", "-p", str(pid)]
    return subprocess.run(asked, capture_output=True, text=True, check=False).stdout


class Lecture:
    """`make serve` with some processes; ``log`` is what it has said so far, line by line."""

    def __init__(self, processes: int = 2) -> None:
        assert NGINX is not None
        (self.port,) = free_ports(1)
        self.url = f"http://127.0.0.1:{self.port}"
        self.cookie = f"convscope_{self.port}"
        self.log: list[str] = []
        self._said = threading.Condition()
        self.process = subprocess.Popen(
            [
                *(sys.executable, "-m", "deploy.serve"),
                *("--port", str(self.port), "--processes", str(processes)),
            ],
            cwd=ROOT,
            env={**os.environ, "NGINX": NGINX},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    @cached_property
    def ports(self) -> list[str]:
        """The ports of the processes as nginx numbers them: the processes start in this order."""
        found = [_PORT.search(_command(pid)) for pid in sorted(self.children())]
        return [each[1] for each in found if each]

    def wait_for(self, words: str, times: int = 1) -> None:
        """Wait until lines with these words have been said so often."""
        with self._said:
            seen = self._said.wait_for(
                lambda: sum(words in line for line in self.log) >= times, PATIENCE
            )
        assert seen, "".join(self.log)

    def children(self) -> list[int]:
        """Return the processes that it has started: nginx and those of the app."""
        listed = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        if listed.exists():  # Linux; a small one may lack pgrep
            return [int(word) for word in listed.read_text().split()]
        found = subprocess.run(
            ["pgrep", "-P", str(self.process.pid)], capture_output=True, text=True, check=False
        )
        return [int(line) for line in found.stdout.split()]

    def process_at(self, number: int) -> int:
        """Return the id of the process that a cookie calls ``number``."""
        option = f"--server.port={self.ports[number]}"
        return next(pid for pid in self.children() if option in _command(pid))

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Return the status, the headers by their lower-case names, and the body."""
        request = urllib.request.Request(self.url + path, headers=headers)
        try:
            answer = urllib.request.urlopen(request, timeout=PATIENCE)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            named = {name.lower(): value for name, value in answer.headers.items()}
            return answer.status, named, answer.read()

    def end(self) -> None:
        """End it as Ctrl-C does."""
        self.process.send_signal(signal.SIGINT)
        self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            with self._said:
                self.log.append(line)
                self._said.notify_all()
