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


LONGEST_NAME = 80  # characters
LONGEST_LIST = 5_000_000  # bytes: fifty for each of a hundred thousand classes


def from_text(written: str) -> tuple[ClassName, ...]:
    """Return the names in a visitor's list: one a line, or JSON.

    JSON: a list of names, or an object from name to index or from index to name, as training
    scripts keep them. Raises ValueError for JSON of another kind. Names are plain text of one line.
    """
    text = written.strip().lstrip("\ufeff")
    if text[:1] in ("[", "{"):
        try:
            entries = _in_order(json.loads(text))
        except RecursionError as error:
            raise ValueError("too deep") from error
    else:
        entries = [line for line in text.splitlines() if line.strip()]
    names = [" ".join("".join(c if c.isprintable() else " " for c in e).split()) for e in entries]
    return tuple(
        ClassName(index, "", *(2 * [name[:LONGEST_NAME] or f"class {index}"]))
        for index, name in enumerate(names)
    )


def _in_order(listed: Any) -> list[str]:
    """Return the names of a list or an object in the order of their indices."""
    if isinstance(listed, dict):
        if all(isinstance(value, int) for value in listed.values()):
            pairs = [(int(value), name) for name, value in listed.items()]
        else:
            pairs = [(int(index), name) for index, name in listed.items()]
        pairs.sort(key=lambda pair: pair[0])
        if [index for index, _ in pairs] != list(range(len(pairs))):
            raise ValueError("indices are missing")
        listed = [name for _, name in pairs]
    if not isinstance(listed, list) or not all(isinstance(name, str) for name in listed):
        raise ValueError("no list of names")
    return listed
