"""The names of the classes, in English and Korean."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

ASSETS = Path(__file__).resolve().parents[2] / "assets"


@dataclass(frozen=True)
class ClassName:
    """One class: its index in the logits, its WordNet id ("" if it has none), and its names."""

    index: int
    wnid: str
    en: str
    ko: str

    def name(self, lang: str = "en") -> str:
        """Return the Korean name for ``"ko"``, else the English one."""
        return self.ko if lang == "ko" else self.en


@lru_cache(maxsize=8)
def read_classes(path: Path) -> tuple[ClassName, ...]:
    """Read class names from a JSON file: a list of {"label", "wnid", "en", "ko"}, in order."""
    entries: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return tuple(
        ClassName(index, str(entry["wnid"]), str(entry["en"]), str(entry["ko"] or entry["en"]))
        for index, entry in enumerate(entries)
    )


def class_names(count: int) -> tuple[ClassName, ...]:
    """Return names for ``count`` classes: the shipped 200, ImageNet's 1000, or numbers."""
    files = {200: "classes200.json", 1000: "imagenet_classes.json"}
    if count in files and (ASSETS / files[count]).exists():
        return read_classes(ASSETS / files[count])
    return numbered(count)


def numbered(count: int) -> tuple[ClassName, ...]:
    """Return names for classes without names: ``class 0``, ``class 1``, …."""
    return tuple(ClassName(i, "", f"class {i}", f"{i}번 클래스") for i in range(count))


def from_list(entries: Sequence[Any]) -> tuple[ClassName, ...]:
    """Return the names listed in a model card: strings, or objects with "en" and "ko"."""
    names = []
    for index, entry in enumerate(entries):
        fields = entry if isinstance(entry, dict) else {"en": str(entry)}
        en = str(fields.get("en", f"class {index}"))
        names.append(ClassName(index, str(fields.get("wnid", "")), en, str(fields.get("ko", en))))
    return tuple(names)
