"""The row of tools that every lesson has in its header, beside the title.

A tool is a file of this folder with ``draw(entry, lang)``, which draws one button or, by
``details.popped(..., quiet=True)``, one box over the page; ``page.css`` gives both their look, and
on a phone the icon alone. Its name goes into ``TOOLS``.
"""

from __future__ import annotations

import importlib

from visualizer.lessons.registry import PageEntry

TOOLS: tuple[str, ...] = ("predict", "share", "projector")  # from left to right


def row(entry: PageEntry, lang: str) -> None:
    """Draw the tools; call it when the page has run, as they speak of its settings."""
    for name in TOOLS:
        # Imported when asked for: a tool may need the shell, which draws this row.
        importlib.import_module(f"visualizer.ui.tools.{name}").draw(entry, lang)
