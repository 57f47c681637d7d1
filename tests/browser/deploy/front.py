"""What the compose file starts, without containers: its nginx configuration before three processes.

The addresses and folders of the configuration are those of this machine; all else stands as it is.
"""

from __future__ import annotations

import getpass
import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from deploy import files
from deploy.backend import Backend
from deploy.nginx.program import command
from deploy.ports import free_ports
from deploy.serve import stop, wait_for, wait_for_front
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


@dataclass(frozen=True)
class Front:
    """nginx before three processes: ``url`` leads to them."""

    url: str


@contextmanager
def fronted(work: Path) -> Iterator[Front]:
    """Run the compose file's nginx and three processes; ``work``: an empty folder for nginx."""
    nginx = nginx_here()
    assert nginx is not None
    port, *ports = free_ports(4)
    backends = [Backend(number, free, "secret") for number, free in enumerate(ports)]
    files.lay_out(files.STREAMLIT_FILES, work / "files")
    (work / "static").symlink_to(ROOT / "static")
    settings = (COMPOSE / "settings.conf").read_text("utf-8")
    assert settings.count("\"'self'\";") == 1
    course = f"\"'self' {COURSE}\";"
    (work / "settings.conf").write_text(settings.replace("\"'self'\";", course))
    config = work / "nginx.conf"
    config.write_text(here(port, ports, work))
    proxy: subprocess.Popen[bytes] | None = None
    try:
        for backend in backends:
            backend.start()
        wait_for(backends)
        proxy = subprocess.Popen(command(nginx, config))
        wait_for_front(proxy, port)
        yield Front(f"http://127.0.0.1:{port}")
    finally:
        stop([each for each in (proxy, *(one.process for one in backends)) if each])
