"""The configurations that lie in the repository: the code's, and accepted by what reads them."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from deploy.nginx.program import command
from deploy.nginx.written import written
from deploy.server import ROOT
from tests.deploy.proxy import nginx_here

NGINX = nginx_here()
SERVER = ROOT / "deploy" / "server"
UNIT = SERVER / "convscope@.service"


def test_they_are_what_the_code_writes() -> None:
    for path, text in written().items():
        assert path.read_text("utf-8") == text, "python -m deploy.nginx.written writes it anew"


def test_the_unit_serves_the_ports_that_nginx_asks() -> None:
    asked = set(re.findall(r"server 127\.0\.0\.1:(\d+)", (SERVER / "nginx.conf").read_text()))
    assert asked == set(re.findall(r"convscope@(\d+)", UNIT.read_text()))
    assert "STREAMLIT_SERVER_COOKIE_SECRET" in UNIT.read_text()


@pytest.mark.skipif(NGINX is None, reason="there is no nginx")
@pytest.mark.skipif(shutil.which("openssl") is None, reason="there is no openssl")
def test_nginx_accepts_what_is_for_a_server(tmp_path: Path) -> None:
    """Both files within ``http``, as Debian's nginx includes them, with a certificate made here."""
    assert NGINX is not None
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost"),
            *("-keyout", str(tmp_path / "privkey.pem"), "-out", str(tmp_path / "fullchain.pem")),
        ],
        check=True,
        capture_output=True,
    )
    settings = (SERVER / "convscope-settings.conf").read_text("utf-8")
    site = (SERVER / "nginx.conf").read_text("utf-8")
    site = re.sub(r"/etc/letsencrypt/live/[\w.]+", str(tmp_path), site)
    site = re.sub(r"listen (\[::\]:)?(443|80)\b", r"listen \g<1>18\2", site)
    conf = tmp_path / "nginx.conf"
    own = f"pid {tmp_path}/pid; error_log stderr crit; events {{}}"
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    paths = " ".join(f"{kind}_temp_path {tmp_path / kind};" for kind in kinds)
    conf.write_text(f"{own}\nhttp {{ {paths} access_log off;\n{settings}\n{site}\n}}\n", "utf-8")
    tried = subprocess.run(command(NGINX, conf, "-t"), capture_output=True, text=True, check=False)
    assert tried.returncode == 0, tried.stderr


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd-analyze")
def test_systemd_accepts_the_unit(tmp_path: Path) -> None:
    unit = tmp_path / "convscope@8501.service"
    unit.write_text(UNIT.read_text().replace("/srv/convscope/.venv/bin/python", sys.executable))
    tried = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(unit)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert tried.returncode == 0, tried.stderr
    assert UNIT.name not in tried.stderr
