"""The app without a browser: ``run_app("convolution", conv_size=7)`` runs it from app.py."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from visualizer.words.text import text

ROOT = Path(__file__).resolve().parents[2]
RunApp = Callable[..., AppTest]


def open_tab(app: AppTest, file: str, name: str, lang: str = "en") -> AppTest:
    """Open one of the tabs under a stage: "words", "code", "proof" or "take"; returns the app."""
    app.session_state[f"{file}_tabs_{lang}"] = text(f"common.tab_{name}", lang)
    return app.run()


def opened(page: str, part: str = "", **parameters: object) -> AppTest:
    """Open a page with parameters, and a folded ``part`` by its key; nothing may go wrong."""
    app = _run(page, part, **parameters)
    assert not app.exception
    return app


def sent(written: str) -> dict[str, Any]:
    """Return what a component is sent, as its script has it (visualizer/ui/scripts.py)."""
    data = json.loads(written)
    return {**data, **json.loads(data.pop("nested", "{}"))}


@pytest.fixture
def run_app() -> RunApp:
    """Return a function that opens a page with parameters and returns the finished AppTest."""

    def run(page: str = "home", **parameters: object) -> AppTest:
        return _run(page, "", **parameters)

    return run


def _run(page: str, part: str = "", **parameters: object) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    if page != "home":
        app.switch_page(f"pages/{page}.py")
    for name, value in parameters.items():
        app.query_params[name] = str(value)
    if part:
        app.session_state[part] = True
    return app.run()
