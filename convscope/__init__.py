"""ConvScope, see a convolutional network compute: ``convscope`` starts the app."""

from __future__ import annotations

from convscope.version import VERSION as __version__

__all__ = ["__version__"]
