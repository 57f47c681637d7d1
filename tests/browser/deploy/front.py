"""What the compose file starts, without containers: its nginx configuration before three processes.

The addresses and folders of the configuration are those of this machine; all else stands as it is.
"""

from __future__ import annotations

import getpass
import os
import re
import subprocess
import time
from pathlib import Path
from types import TracebackType

from deploy import files
from deploy.backend import Backend
from deploy.nginx.program import command
from deploy.ports import free_ports, port_is_free
from deploy.serve import wait_for
from deploy.server import ROOT
from tests.deploy.proxy import nginx_here

COMPOSE = ROOT / "deploy" / "compose"
COURSE = "https://moodle.example.edu"  # may show embedded figures in a frame


def here(port: int, backends: list[int], work: Path) -> str:
    """Return the compose file's configuration with ports of this machine, folders in ``work``."""
    text = (COMPOSE / "nginx.conf").read_text("utf-8")
    for number, backend in enumerate(backends):
        text = text.replace(f"192.0.2.{11 + number}:8501", f"127.0.0.1:{backend}")
        text = text.replace(rf"192\.0\.2\.{11 + number}:8501", rf"127\.0\.0\.1:{backend}")
    text = text.replace("listen 8080", f"listen 127.0.0.1:{port}")
    text = text.replace('"/tmp/', f'"{work}/').replace("/srv/convscope", str(work))
    text = text.replace("/etc/convscope.conf", str(work / "settings.conf"))
    assert not re.search(r"192\.|8080|/srv/|/etc/", text)
    if os.geteuid() == 0:  # in its container nginx is not root
        text = f"user {getpass.getuser()};\n{text}"
    return text


class Front:
    """``with Front(work) as front``: ``front.url`` leads through nginx to three processes."""

    def __init__(self, work: Path) -> None:
        self.work = work
        self.port, *ports = free_ports(4)
        self.url = f"http://127.0.0.1:{self.port}"
        self._nginx: subprocess.Popen[bytes] | None = None
        self.backends = [Backend(number, port, "secret") for number, port in enumerate(ports)]

    def __enter__(self) -> Front:
        try:
            self._start()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._end()

    def _start(self) -> None:
        nginx = nginx_here()
        assert nginx is not None
        for backend in self.backends:
            backend.start()
        files.lay_out(files.STREAMLIT_FILES, self.work / "files")
        (self.work / "static").symlink_to(ROOT / "static")
        settings = (COMPOSE / "settings.conf").read_text("utf-8")
        assert settings.count("\"'self'\";") == 1
        course = f"\"'self' {COURSE}\";"
        (self.work / "settings.conf").write_text(settings.replace("\"'self'\";", course))
        config = self.work / "nginx.conf"
        config.write_text(here(self.port, [each.port for each in self.backends], self.work))
        self._nginx = subprocess.Popen(command(nginx, config))
        wait_for(self.backends)
        while port_is_free(self.port):
            assert self._nginx.poll() is None
            time.sleep(0.02)

    def _end(self) -> None:
        running = [self._nginx, *(each.process for each in self.backends)]
        for process in filter(None, running):
            process.terminate()
            process.wait(60)
