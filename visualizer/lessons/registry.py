"""The table of pages: which there are, in what order a course takes them, where they lie.

``PAGES`` is the only place that knows the order. A page whose script is not in ``pages/`` is left
out of everything (navigation, home, learning path), so a lesson appears by adding its file.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class PageEntry:
    """One page.

    ``name`` is the script's name, the address and the navigation's text (``nav.<name>``);
    ``prefix`` begins its parameters' names and its texts (``<prefix>.title``, ``<prefix>.lead``);
    ``icon`` is a Material Symbols name.
    """

    name: str
    prefix: str
    icon: str

    @property
    def script(self) -> Path:
        """The page's script."""
        return ROOT / "pages" / f"{self.name}.py"

    @property
    def exists(self) -> bool:
        """Tell whether the page has been written yet."""
        return self.script.is_file()


HOME = PageEntry("home", "home", "home")
PAGES: tuple[PageEntry, ...] = (
    HOME,
    PageEntry("convolution", "conv", "grid_on"),
    PageEntry("activation", "act", "show_chart"),
    PageEntry("pooling", "pool", "compress"),
    PageEntry("dropout", "drop", "blur_on"),
    PageEntry("dense", "dense", "hub"),
    PageEntry("architecture", "arch", "account_tree"),
    PageEntry("alexnet", "alex", "image_search"),
)


def existing_pages() -> tuple[PageEntry, ...]:
    """Return the pages that have been written, home first, in the order of the course."""
    return tuple(page for page in PAGES if page.exists)


def page_named(name: str) -> PageEntry:
    """Return the entry called ``name``; KeyError if there is none."""
    for page in PAGES:
        if page.name == name:
            return page
    raise KeyError(name)
