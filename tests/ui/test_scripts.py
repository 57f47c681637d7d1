"""What a component's script is, and what it is handed."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from visualizer.lessons.registry import ROOT
from visualizer.ui.scripts import script, sent


def test_nothing_is_handed_over_that_could_be_a_table() -> None:
    data = {"id": "a", "step": 3, "share": 0.5, "labels": {"play": "Play"}, "frames": [1, 2]}
    handed = sent(data)
    assert all(isinstance(value, str | int | float) for value in handed.values())
    nested = json.loads(str(handed.pop("nested")))
    assert {**handed, **nested} == data


def test_a_script_travels_without_its_comments() -> None:
    lines = script("player/player.js").splitlines()
    assert not [line for line in lines if line.startswith(("/**", " *", "*"))]
    assert not [line for line in lines if line.startswith("//") and not line.endswith(".js")]
    assert not [line for line in lines if line.startswith(" ")]


@pytest.mark.parametrize("page", ["convolution", "pooling", "dense", "alexnet"])
def test_a_lesson_loads_no_pandas_before_somebody_types(page: str) -> None:
    """It is half a second of the first visitor's wait, and 50 MB."""
    program = f"""
from streamlit.testing.v1 import AppTest
import sys
app = AppTest.from_file({str(ROOT / "app.py")!r}, default_timeout=60)
app.switch_page("pages/{page}.py")
assert not app.run().exception
sys.exit("pandas" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", program], check=False)
    assert done.returncode == 0
