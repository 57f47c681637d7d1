"""Plotly figures that several lessons share: the stage, small grids, and colours."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

from _plotly_utils import basevalidators


def _whole(name: str, should_load: bool = True) -> ModuleType | None:
    """Return a module that Plotly can do without, once it is whole; None if it is not there.

    Plotly looks whether what a figure holds is one of pandas' tables. Where another reader's thread
    was importing pandas, to let him type a grid, it took what was there of it, and the page failed.
    """
    try:
        # Who imports what another thread is importing waits for it.
        return import_module(name) if should_load or name in sys.modules else None
    except ImportError:
        return None


basevalidators.get_module = _whole
