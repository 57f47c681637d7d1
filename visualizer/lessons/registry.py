"""The registry: which pages there are, in the order of the course, and where each one lies.

This is the only place that lists them. A page called ``pooling`` has its script in
``pages/pooling.py`` and its folder in ``visualizer/lessons/pooling``, whose ``__init__`` holds the
``LESSON``; navigation, home page, addresses, texts and tests ask here. Nothing of the house is
imported until it is asked for, so every room may import this module.
"""

from __future__ import annotations

import importlib
import importlib.util
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class PageEntry:
    """One page.

    ``name`` is the script's name, the address, and the lesson's folder; ``icon`` is the name of a
    Material Symbol.
    """

    name: str
    icon: str

    @property
    def script(self) -> Path:
        """The page's script."""
        return ROOT / "pages" / f"{self.name}.py"

    @property
    def module(self) -> ModuleType:
        """The lesson's folder, imported."""
        return importlib.import_module(f"visualizer.lessons.{self.name}")

    @property
    def lesson(self) -> Any:
        """The page's ``visualizer.settings.lesson.Lesson``; None for a page without settings."""
        return getattr(self.module, "LESSON", None)

    @property
    def has_stage(self) -> bool:
        """Whether the page has a stage that a player moves: then the lesson has a scene."""
        return importlib.util.find_spec(f"visualizer.lessons.{self.name}.scene") is not None

    @property
    def scene(self) -> ModuleType:
        """The lesson's scene, imported; ImportError for a page that has none."""
        return importlib.import_module(f"visualizer.lessons.{self.name}.scene")

    @property
    def prefix(self) -> str:
        """What begins its parameters' names and its texts (``<prefix>.title``, ``.lead``)."""
        return str(self.lesson.prefix) if self.lesson is not None else self.name


HOME = PageEntry("home", "home")
PAGES: tuple[PageEntry, ...] = (
    HOME,
    PageEntry("convolution", "grid_on"),
    PageEntry("activation", "show_chart"),
    PageEntry("pooling", "compress"),
    PageEntry("dropout", "blur_on"),
    PageEntry("dense", "hub"),
    PageEntry("training", "model_training"),
    PageEntry("architecture", "account_tree"),
    PageEntry("alexnet", "image_search"),
)


def page_named(name: str) -> PageEntry:
    """Return the entry called ``name``; KeyError if there is none."""
    for page in PAGES:
        if page.name == name:
            return page
    raise KeyError(name)
