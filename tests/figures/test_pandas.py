"""A figure is made while another reader's thread imports pandas."""

from __future__ import annotations

import subprocess
import sys

from visualizer.lessons.registry import ROOT

PROGRAM = """
import importlib.abc
import sys
import threading

from visualizer.figures.packing import plain_figure

half, made = threading.Event(), threading.Event()


class Pausing(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "pandas._config":  # the first thing that pandas itself imports
            half.set()
            made.wait(1)
        return None


def draw():
    half.wait()
    plain_figure([{"type": "bar", "x": [0.5, 0.25], "y": ["a", "b"]}], {})
    drawn.append(True)
    made.set()


drawn = []
sys.meta_path.insert(0, Pausing())
other = threading.Thread(target=draw)
other.start()
import pandas
other.join()
sys.exit(0 if drawn and half.is_set() else 1)
"""


def test_a_figure_is_made_while_pandas_is_half_imported() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
