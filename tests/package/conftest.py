"""The package as somebody else gets it: built from the repository's files, installed elsewhere."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Installed:
    """A wheel, the folder it is installed in, and an empty folder to start from."""

    wheel: Path
    place: Path
    empty: Path

    @property
    def environment(self) -> dict[str, str]:
        """An environment in which Python finds the package, and the repository nowhere."""
        return {**os.environ, "PYTHONPATH": str(self.place), "PYTHONUNBUFFERED": "1"}


def pip(*arguments: object) -> None:
    """Run pip, which asks nobody for anything."""
    command = [sys.executable, "-m", "pip", *map(str, arguments), "--no-deps", "--no-index", "-q"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Build from the tracked files alone, so that nothing else can get into the wheel."""
    base = tmp_path_factory.mktemp("package")
    source, made, place, empty = (base / name for name in ("source", "made", "place", "empty"))
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (REPOSITORY / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(REPOSITORY / name, source / name)
    empty.mkdir()
    pip("wheel", source, "--no-build-isolation", "--wheel-dir", made)
    (wheel,) = made.iterdir()
    pip("install", wheel, "--target", place, "--no-compile")
    return Installed(wheel, place, empty)
