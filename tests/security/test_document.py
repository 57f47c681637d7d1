"""docs/security.md speaks of what there is: its files, its tests, and every route of the server."""

from __future__ import annotations

import re
from pathlib import Path
from unittest.mock import MagicMock

import pytest
from starlette.routing import Mount, Route, WebSocketRoute
from streamlit.web.server.starlette.starlette_app import create_streamlit_routes

from deploy.nginx.site import CLOSED

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "security.md").read_text("utf-8")
SAID = re.findall(r"`([^`]+)`", TEXT)
FOLDERS = ("deploy", "docs", "tests", "tools", "visualizer", ".streamlit")


def test_every_file_and_every_test_that_it_names_is_there() -> None:
    named = [each for each in SAID if each.split("/")[0] in FOLDERS]
    assert len(named) > 60
    for each in named:
        file, _, test = each.partition("::")
        assert (ROOT / file).exists(), each
        if test:
            assert f"def {test}(" in (ROOT / file).read_text("utf-8"), each


@pytest.fixture(scope="module")
def routes() -> set[str]:
    """The routes of a server with our settings, files of Streamlit's own left out."""
    runtime = MagicMock()
    runtime._main_script_path = str(ROOT / "app.py")
    found = create_streamlit_routes(runtime)
    assert isinstance(found[-1], Mount)
    assert all(isinstance(each, Route | WebSocketRoute) for each in found[:-1])
    return {each.path for each in found[:-1] if isinstance(each, Route | WebSocketRoute)}


def test_every_route_of_the_server_is_in_its_table(routes: set[str]) -> None:
    rows = [line for line in TEXT.splitlines() if line.startswith("| `/")]
    listed = {each for row in rows for each in re.findall(r"`([^`]+)`", row.split(" | ")[0])}
    unlisted = {"/", "/_stcore/script-health-check"}  # the page, and what is switched off
    assert listed - unlisted == routes


def test_what_the_table_calls_closed_nginx_closes(routes: set[str]) -> None:
    for row in (line for line in TEXT.splitlines() if line.startswith("| `/")):
        paths = re.findall(r"`([^`]+)`", row.split(" | ")[0])
        closed = [
            any(path == each.removeprefix("= ") if each[0] == "=" else path.startswith(each)
                for each in CLOSED)
            for path in paths
        ]  # fmt: skip
        passed = ("/_stcore/health", "/_stcore/host-config", "/_stcore/stream")
        expected = row.rstrip().endswith("| 404 |")
        for path, is_closed in zip(paths, closed, strict=True):
            opened = path in passed or path.startswith("/_stcore/upload_file/")
            assert (is_closed and not opened) is expected, path
