"""The package stands above the app: it may use all of it, and the app knows nothing of it."""

from __future__ import annotations

import ast
import string
import subprocess
import sys

import pytest

from convscope.texts import TEXTS
from tests.package.conftest import REPOSITORY

LIGHT = """
import sys
import convscope
assert convscope.__version__
loaded = {name.split(".")[0] for name in sys.modules}
print(sorted(loaded & {"torch", "numpy", "plotly", "streamlit", "visualizer"}))
import torch
convscope.show(torch.nn.MaxPool2d(2), torch.rand(1, 4, 4))
loaded = {name.split(".")[0] for name in sys.modules}
print(sorted(loaded & {"reportlab", "segno", "streamlit", "websockets", "yaml"}))
"""
TAKEN = """
import sys
from types import ModuleType
sys.modules["visualizer"] = ModuleType("visualizer")
import convscope
try:
    convscope.show
except ImportError as error:
    print(error)
"""


def python(script: str) -> str:
    """Run a script in a Python of its own."""
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_the_version_costs_nothing_and_show_nothing_of_the_server() -> None:
    assert python(LIGHT) == "[]\n[]\n"


def test_another_module_of_the_same_name_is_said() -> None:
    assert python(TAKEN).startswith("Another module called visualizer is imported already")


@pytest.mark.parametrize("folder", ["visualizer", "pages", "deploy"])
def test_the_app_knows_nothing_of_the_package(folder: str) -> None:
    for path in (REPOSITORY / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not [name for name in names if name.split(".")[0] == "convscope"], path


def test_every_sentence_has_the_same_values_in_both_languages_and_is_said() -> None:
    sources = "".join(
        path.read_text("utf-8")
        for path in (REPOSITORY / "convscope").rglob("*.py")
        if path.name != "texts.py"
    )
    for key, pair in TEXTS.items():
        english, korean = (
            {name for _, name, _, _ in string.Formatter().parse(text) if name} for text in pair
        )
        assert english == korean, key
        assert f'"{key}"' in sources, key
