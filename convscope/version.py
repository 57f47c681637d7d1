"""The version: that of the changelog's newest release. The package's metadata are read from here.

It stands alone, so that a build without the requirements can load it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

_HERE = Path(__file__).resolve().parent

ROOT: Final = _HERE / "app" if (_HERE / "app").is_dir() else _HERE.parent
"""Where app.py lies: beside the modules in an installed package, above them in the repository."""


def newest(changelog: str) -> str:
    r"""Return the version of the first heading with one; ValueError if there is none.

    >>> newest("# Changelog\n## Unreleased\n## 0.2.0 — 2026-11-25\n## 0.1.0")
    '0.2.0'
    """
    found = re.search(r"^## (\d+\.\d+\.\d+)\b", changelog, re.MULTILINE)
    if found is None:
        raise ValueError("The changelog names no version")
    return found[1]


VERSION: Final = newest((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
