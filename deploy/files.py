"""Streamlit's own scripts and fonts, laid out for nginx: each file, and a compressed neighbour.

python -m deploy.files FOLDER    for an nginx that is not started here: FOLDER/files holds them, and
                                 FOLDER/static the app's own
"""

from __future__ import annotations

import gzip
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import streamlit

from deploy.server import ROOT

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


def main(target: Path) -> None:
    """Copy to ``target`` all that nginx hands out itself.

    What was there is replaced at once, when all is ready: nginx may be handing it out.
    """
    fresh, former = (target.with_name(f"{target.name}.{state}") for state in ("new", "old"))
    for folder in (fresh, former):
        shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(STREAMLIT_FILES, fresh / "files")
    shutil.copytree(ROOT / "static", fresh / "static")
    compress(STREAMLIT_FILES, fresh / "files")
    former.mkdir()
    target.mkdir(exist_ok=True)
    for name in ("files", "static"):
        if (target / name).exists():
            os.rename(target / name, former / name)
        os.rename(fresh / name, target / name)
    shutil.rmtree(former)
    fresh.rmdir()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Say the folder: python -m deploy.files FOLDER")
    main(Path(sys.argv[1]))
