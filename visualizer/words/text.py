"""Every visible word, by key and language.

Each lesson has its own catalog (``visualizer/lessons/<name>/texts``) and those of its folders
(``<name>/questions/texts.py``, ``<name>/taken/texts.py``); what lessons share lies in
``visualizer/words/texts``. A catalog is a dictionary ``TEXTS`` of key -> (English, Korean); values
are put in with ``str.format``, whose format can choose a plural or a particle (see ``forms``).
"""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
from functools import cache
from types import ModuleType

from visualizer.lessons.registry import PAGES
from visualizer.notation import grouped
from visualizer.words import texts
from visualizer.words.forms import Value

LANGUAGES = ("en", "ko")
DEFAULT_LANGUAGE = "en"
_PARTS = (
    "questions",
    "taken",
    "backward",
    "learns",
)  # folders of a lesson that have words of their own

Catalog = dict[str, tuple[str, str]]


def catalogs() -> dict[str, Catalog]:
    """Return every catalog by its module's full name."""
    found = dict(_within(texts))
    for page in PAGES:
        folder = page.module.__name__
        found.update(_within(importlib.import_module(f"{folder}.texts")))
        for part in _PARTS:
            if importlib.util.find_spec(f"{folder}.{part}") is not None:
                found.update(_within(importlib.import_module(f"{folder}.{part}.texts")))
    return found


def _within(module: ModuleType) -> dict[str, Catalog]:
    """Return the catalogs of a module, or of all modules in it where it is a folder."""
    if not hasattr(module, "__path__"):
        return {module.__name__: module.TEXTS}
    names = sorted(
        f"{module.__name__}.{part.name}" for part in pkgutil.iter_modules(module.__path__)
    )
    return {name: importlib.import_module(name).TEXTS for name in names}


@cache
def _texts() -> Catalog:
    """Return all catalogs as one; loaded at the first word, since lessons themselves have words."""
    merged: Catalog = {}
    for name, catalog in catalogs().items():
        twice = merged.keys() & catalog.keys()
        if twice:
            raise ValueError(f"{name} repeats {sorted(twice)}")
        merged.update(catalog)
    return merged


def known(key: str) -> bool:
    """Tell whether a text with this key exists (choices made of data may have no text)."""
    return key in _texts()


def text(key: str, lang: str = DEFAULT_LANGUAGE, **values: object) -> str:
    """Return the text of ``key`` in ``lang``, with ``values`` put into its placeholders.

    Raises KeyError for a key no catalog holds and for a placeholder without a value. A language
    other than "en" and "ko" reads as English, so that no address can break a page.
    """
    template = _texts()[key][LANGUAGES.index(lang) if lang in LANGUAGES else 0]
    if not values and "{" not in template:
        return template
    made = template.format(**{name: _written(value) for name, value in values.items()})
    return grouped(made, lang)


def _written(value: object) -> object:
    """Return a value as text that knows its forms; numbers that a template formats stay numbers."""
    if isinstance(value, Value):
        return value
    return Value(value) if isinstance(value, str | int) else value
