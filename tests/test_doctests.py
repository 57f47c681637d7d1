"""Every example in a docstring is true.

Only files with an example are imported, so that this loads torch for none of the others.
"""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PARTS = ("convscope", "visualizer")


def test_every_example_in_a_docstring_is_true() -> None:
    tried = 0
    for path in sorted(file for part in PARTS for file in (ROOT / part).rglob("*.py")):
        if ">>>" not in path.read_text(encoding="utf-8"):
            continue
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        found = doctest.testmod(importlib.import_module(name))
        assert found.failed == 0, f"{name}: what it printed is above"
        assert found.attempted > 0, f"{name}: an example that no docstring holds"
        tried += found.attempted
    assert tried > 60
