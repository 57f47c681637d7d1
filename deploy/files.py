"""Streamlit's own scripts and fonts, laid out for nginx: each file, and a compressed neighbour."""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import streamlit

STREAMLIT_FILES = Path(streamlit.__file__).parent / "static"
COMPRESSED = {".js", ".css", ".html", ".json", ".svg"}  # pictures and fonts are already
SMALLEST = 1000  # bytes: below, compressing saves no packet
LEVEL = 6


def lay_out(source: Path, target: Path) -> None:
    """Make ``target`` a copy of the folder ``source`` out of links."""
    for path in _files(source):
        place = target / path.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(path)


def compress(source: Path, target: Path, enough: Callable[[], bool] = lambda: False) -> None:
    """Write for each text file of ``source`` a ``.gz`` at its place in ``target``.

    A file appears when it is whole, so nginx may serve from ``target`` meanwhile. ``enough``: asked
    before each file; if it returns True, the rest is left out.
    """
    for path in _files(source):
        if enough():
            return
        if path.suffix in COMPRESSED and path.stat().st_size >= SMALLEST:
            place = target / path.relative_to(source)
            part = place.with_name(place.name + ".part")
            part.write_bytes(gzip.compress(path.read_bytes(), LEVEL, mtime=0))
            os.replace(part, place.with_name(place.name + ".gz"))


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())
