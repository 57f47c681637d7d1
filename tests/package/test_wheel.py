"""The wheel holds the app and nothing else, and works from an empty folder."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from email.parser import Parser

from convscope.version import VERSION
from deploy import visit
from deploy.ports import free_ports
from tests.deploy.apart import finish
from tests.package.conftest import REPOSITORY, Installed

CARRIED = ("assets", "deploy", "pages", "static", "visualizer")
"""Folders of the repository that the app needs; their tracked files are in the wheel."""
ALONE = ("app.py", "CHANGELOG.md", ".streamlit/config.toml")


def test_the_wheel_holds_what_the_app_needs_and_nothing_else(installed: Installed) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "--", *CARRIED, *ALONE],
        cwd=REPOSITORY, capture_output=True, text=True, check=True,
    )  # fmt: skip
    names = listed.stdout.splitlines()
    # Of deploy the app needs its own scripts: the rest is for other programs, on servers.
    kept = (name for name in names if not name.startswith("deploy/") or name.endswith(".py"))
    wanted = {f"convscope/app/{name}" for name in kept}
    own = {str(path.relative_to(REPOSITORY)) for path in (REPOSITORY / "convscope").rglob("*.py")}
    with zipfile.ZipFile(installed.wheel) as wheel:
        held = {name for name in wheel.namelist() if ".dist-info/" not in name}
        (about,) = (name for name in wheel.namelist() if name.endswith("/METADATA"))
        told = Parser().parsestr(wheel.read(about).decode("utf-8"))
    assert held == wanted | own
    assert told["Name"] == "convscope"
    assert told["Version"] == VERSION
    pinned = (REPOSITORY / "requirements.txt").read_text("utf-8").count("==")
    assert len(told.get_all("Requires-Dist") or []) == pinned


def test_the_command_starts_the_app_from_an_empty_folder(installed: Installed) -> None:
    (port,) = free_ports(1)
    command = [sys.executable, str(installed.place / "bin" / "convscope")]
    asked = subprocess.run(
        [*command, "--version"],
        cwd=installed.empty, env=installed.environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert asked.stdout == f"ConvScope {VERSION}\n"
    environment = {k: v for k, v in installed.environment.items() if k != "DISPLAY"}
    process = subprocess.Popen(
        [*command, "--port", str(port)],
        cwd=installed.empty, env=environment, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        said = next((line for line in process.stdout if "URL:" in line), "it ended")
        assert f"http://localhost:{port}" in said
        answer = finish(visit.visit(f"http://127.0.0.1:{port}/convolution"))
        assert answer.holds("plotly_chart")
    finally:
        process.terminate()
        process.communicate(timeout=120)
    assert process.returncode == 0
    assert list(installed.empty.iterdir()) == []
