"""ConvScope, see a convolutional network compute: in a notebook of your own, or as an app.

import convscope, torch
convscope.show(torch.nn.Conv2d(1, 1, 3), torch.rand(1, 6, 6))  # stage and player, below the cell

The command ``convscope`` starts the app.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from convscope import house
from convscope.version import VERSION as __version__

if TYPE_CHECKING:
    from convscope.errors import ShowError
    from convscope.showing import Shown, show
    from visualizer.taking.saved import Loaded, LoadError, load

__all__ = ["LoadError", "Loaded", "ShowError", "Shown", "__version__", "load", "show"]

_PLACES = {
    **dict.fromkeys(("show", "Shown", "ShowError"), "convscope.showing"),
    **dict.fromkeys(("load", "Loaded", "LoadError"), "visualizer.taking.saved"),
}


def __getattr__(name: str) -> Any:
    """Import what is public when it is asked for: the version alone needs neither app nor torch."""
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    house.enter()
    return getattr(import_module(_PLACES[name]), name)
