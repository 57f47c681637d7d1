"""Small files with one subject, folders that one glance takes in, pages that only put together."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from visualizer.lessons.registry import PAGES, PageEntry

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("convscope", "visualizer", "pages", "deploy", "tests")
MADE = {"__pycache__", "node_modules"}
MOST_FILES, MOST_LINES, MOST_LINES_OF_A_PAGE = 15, 300, 100

FILES = sorted(
    path
    for folder in FOLDERS
    for path in (ROOT / folder).rglob("*")
    if path.is_file() and not MADE & set(path.parts)
)
SCRIPTS = [path for path in FILES if path.suffix == ".py"]


def lines_of(path: Path) -> int:
    """Return how many lines a file has."""
    return len(path.read_text(encoding="utf-8").splitlines())


def named(paths: list[Path]) -> list[str]:
    """Return the paths as they are written from the root."""
    return [str(path.relative_to(ROOT)) for path in paths]


def test_no_folder_holds_more_files_than_one_glance_takes_in() -> None:
    assert len(FILES) > 300
    counted = Counter(path.parent for path in FILES if path.name != "__init__.py")
    assert named([folder for folder, count in counted.items() if count > MOST_FILES]) == []


def test_no_file_is_long() -> None:
    assert named([path for path in SCRIPTS if lines_of(path) > MOST_LINES]) == []


def test_every_folder_of_python_is_a_package_but_the_pages() -> None:
    # Streamlit runs pages by their paths; the tests of training share nothing with others.
    folders = {path.parent for path in SCRIPTS} - {ROOT / "pages", ROOT / "tests" / "training"}
    lacking = [folder for folder in folders if not (folder / "__init__.py").exists()]
    assert named(sorted(lacking)) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_is_short_and_opens_itself_before_all_else(page: PageEntry) -> None:
    """Asked first, ``open_page`` runs the app where Streamlit has opened the page without it.

    Streamlit does so on a fresh server whose first request is a lesson.
    """
    assert lines_of(page.script) <= MOST_LINES_OF_A_PAGE
    body = ast.parse(page.script.read_text(encoding="utf-8")).body
    statements = [
        node
        for node in body[1:]  # the first is the docstring
        if not isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert ast.unparse(statements[0]) == f"lang = shell.open_page('{page.name}')"


def test_a_picture_is_part_of_its_page_and_no_file_that_the_server_may_forget() -> None:
    pictures = re.compile(r"(?:st|column)\.image\((?!\s*in_place\()")
    said = [path for path in SCRIPTS if pictures.search(path.read_text(encoding="utf-8"))]
    assert named([path for path in said if path.parts[len(ROOT.parts)] != "tests"]) == []
