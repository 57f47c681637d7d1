"""Where tours are: ours, and those of a teacher in a folder of the server."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from visualizer.lessons.registry import ROOT
from visualizer.tours.nodes import MOST_BYTES
from visualizer.tours.problems import Problem
from visualizer.tours.reading import read_tour
from visualizer.tours.tour import Tour

VARIABLE = "CONVSCOPE_TOURS"
OURS = ROOT / "assets" / "tours"
LECTURE = "lecture"
OWN = "own"  # what an address calls a tour that a visitor brought along
_ENDINGS = (".yaml", ".yml")
_MOST_FILES = 60


@dataclass(frozen=True)
class Found:
    """A file: the tour in it, or what is wrong; ``name`` is what an address calls it."""

    name: str
    file: str
    tour: Tour | None
    problems: tuple[Problem, ...] = ()


def shipped() -> tuple[Found, ...]:
    """Return our own tours."""
    return _files(OURS, ())


def of_teacher() -> tuple[Found, ...]:
    """Return the tours in the folder that CONVSCOPE_TOURS names; () where it names none.

    A file is read again when it has changed.
    """
    named = os.environ.get(VARIABLE, "").strip()
    taken = (OWN, *(found.name for found in shipped()))
    return _files(Path(named), taken) if named else ()


def folder_is_missing() -> bool:
    """Tell whether CONVSCOPE_TOURS names a folder that cannot be read."""
    named = os.environ.get(VARIABLE, "").strip()
    return bool(named) and not os.access(named, os.R_OK | os.X_OK)


def find(name: str) -> Tour | None:
    """Return the tour that an address calls ``name``; None where there is none without problems."""
    for files in (shipped, of_teacher):
        for found in files():
            if found.name == name:
                return found.tour
    return None


def _files(folder: Path, taken: tuple[str, ...]) -> tuple[Found, ...]:
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix.lower() in _ENDINGS)
    except OSError:
        return ()
    found: list[Found] = []
    for path in paths[:_MOST_FILES]:
        if path.stem in (*taken, *(each.name for each in found)):
            found.append(
                Found("", path.name, None, (Problem(1, "name_taken", {"name": path.stem}),))
            )
            continue
        try:
            state = path.stat()
            found.append(_read(path, state.st_mtime_ns, state.st_size))
        except OSError:
            found.append(Found(path.stem, path.name, None, (Problem(1, "unreadable"),)))
    return tuple(found)


@lru_cache(maxsize=256)
def _read(path: Path, changed: int, size: int) -> Found:
    """Read a file; ``changed`` and ``size`` tell one state of it from another."""
    with path.open("rb") as file:
        tour, problems = read_tour(path.stem, file.read(MOST_BYTES + 1))
    return Found(path.stem, path.name, tour, tuple(problems))
