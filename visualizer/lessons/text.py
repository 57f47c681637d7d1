"""Every visible word, by key and language.

The catalogs lie in ``visualizer/lessons/texts``: one module a subject, each with a dictionary
``TEXTS`` of key -> (English, Korean). Values are put in with ``str.format``.
"""

from __future__ import annotations

import importlib
import pkgutil

from visualizer.lessons import texts

LANGUAGES = ("en", "ko")
DEFAULT_LANGUAGE = "en"


def catalogs() -> dict[str, dict[str, tuple[str, str]]]:
    """Return every catalog by its module's name."""
    names = sorted(module.name for module in pkgutil.iter_modules(texts.__path__))
    return {name: importlib.import_module(f"{texts.__name__}.{name}").TEXTS for name in names}


def _merged() -> dict[str, tuple[str, str]]:
    merged: dict[str, tuple[str, str]] = {}
    for name, catalog in catalogs().items():
        twice = merged.keys() & catalog.keys()
        if twice:
            raise ValueError(f"texts/{name}.py repeats {sorted(twice)}")
        merged.update(catalog)
    return merged


_TEXTS = _merged()


def known(key: str) -> bool:
    """Tell whether a text with this key exists (choices made of data may have no text)."""
    return key in _TEXTS


def text(key: str, lang: str = DEFAULT_LANGUAGE, **values: object) -> str:
    """Return the text of ``key`` in ``lang``, with ``values`` put into its placeholders.

    Raises KeyError for a key no catalog holds and for a placeholder without a value. A language
    other than "en" and "ko" reads as English, so that no address can break a page.
    """
    template = _TEXTS[key][LANGUAGES.index(lang) if lang in LANGUAGES else 0]
    return template.format(**values) if values or "{" in template else template
