"""ConvScope: what is computed (engine), drawn (figures), taught (lessons) and shown (ui).

import visualizer
example = visualizer.load("convolution.json")  # an example that the app has saved
example.settings, example.arrays["output"]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from visualizer.taking.saved import Loaded, LoadError, load

__all__ = ["LoadError", "Loaded", "load"]


def __getattr__(name: str) -> Any:
    """Import what is public when it is asked for: every part of the house passes through here."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from visualizer.taking import saved

    return getattr(saved, name)
