"""The script that makes a lesson makes one that runs, reads well to the checks, and is tested."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NEEDED = (".streamlit", "assets", "pages", "static", "tools", "visualizer")


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of what the app and the made tests need."""
    for folder in NEEDED:
        ignore = shutil.ignore_patterns("__pycache__", "*.npz")
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=ignore)
    for file in ("app.py", "pyproject.toml"):
        shutil.copy(ROOT / file, tmp_path / file)
    for part in ("__init__.py", "conftest.py", "pages/__init__.py", "pages/conftest.py"):
        (tmp_path / "tests" / part).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "tests" / part, tmp_path / "tests" / part)
    (tmp_path / "tests" / "lessons").mkdir()
    (tmp_path / "tests" / "lessons" / "__init__.py").touch()
    return tmp_path


def run(house: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command of Python in the copy."""
    return subprocess.run(
        [sys.executable, *command], cwd=house, capture_output=True, text=True, check=False
    )


def test_a_made_lesson_opens_passes_its_tests_and_the_linter(house: Path) -> None:
    made = run(
        house, "tools/new_lesson.py", "padding", "--prefix", "pad", "--title", "Padding",
        "--korean", "패딩",
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    tested = run(house, "-m", "pytest", "-p", "no:cacheprovider", "tests/lessons/padding")
    assert tested.returncode == 0, tested.stdout + tested.stderr
    assert "3 passed" in tested.stdout
    made_files = ["visualizer/lessons/padding", "pages/padding.py", "tests/lessons/padding"]
    linted = run(house, "-m", "ruff", "check", "--no-cache", *made_files)
    assert linted.returncode == 0, linted.stdout
    formatted = run(house, "-m", "ruff", "format", "--check", "--no-cache", *made_files)
    assert formatted.returncode == 0, formatted.stdout
    again = run(house, "tools/new_lesson.py", "padding")
    assert again.returncode == 1
    assert again.stderr.strip() == "There is a page called 'padding' already."


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["Padding"], "cannot be a name"),
        (["class"], "cannot be a name"),
        (["two words"], "cannot be a name"),
        (["other", "--prefix", "conv"], "begin with 'conv_' already"),
    ],
)
def test_a_name_that_cannot_be_is_refused(arguments: list[str], said: str) -> None:
    refused = run(ROOT, "tools/new_lesson.py", *arguments)
    assert refused.returncode == 1
    assert said in refused.stderr
    assert "Traceback" not in refused.stderr
