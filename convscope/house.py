"""The way into the app's own modules, which an installed package keeps in a folder of its own.

Their names are common words: beside those of everybody else, ``pages`` or ``assets`` would be in
the way. So only ``visualizer`` is made known, and nothing is put on Python's path.
"""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

from convscope.version import ROOT

_NAME = "visualizer"


def enter() -> None:
    """Make ``import visualizer`` find ours; ImportError if another module has the name already."""
    start = ROOT / _NAME / "__init__.py"
    there = sys.modules.get(_NAME)
    if there is not None:
        place = getattr(there, "__file__", None)
        if place is not None and Path(place).resolve() == start:
            return
        raise ImportError(
            f"Another module called {_NAME} is imported already ({place or there}). "
            "Restart Python and use convscope first."
        )
    spec = spec_from_file_location(_NAME, start, submodule_search_locations=[str(start.parent)])
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[_NAME] = module
    spec.loader.exec_module(module)
