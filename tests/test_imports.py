"""Imports go down the house and never up; a file's role says what else it may load.

The rules are read from the source, so that an import inside a function counts too; and two programs
are started to see that what a reader opens first does not load torch.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
HOUSE = ROOT / "visualizer"

# The rooms from the top down: each may import those below it. The registry (names of lessons and
# where they lie) is read by all; it imports nothing itself.
ROOMS = (
    "lessons",
    "ui",
    "offline",
    "tours",
    "figures",
    "taking",
    "asking",
    "settings",
    "alexnet",
    "learning",
    "material",
    "words",
    "engine",
)
FOR_ALL = (
    "visualizer.notation",
    "visualizer.memory",
    "visualizer.watching",
    "visualizer.lessons.registry",
)

# What a room may load of others' besides the standard library and NumPy.
THEIRS: dict[str, set[str]] = {
    "ui": {"streamlit", "plotly", "pandas", "PIL", "segno"},
    "offline": {"plotly"},
    "tours": {"yaml"},
    "figures": {"plotly", "_plotly_utils", "PIL"},
    "taking": {"reportlab", "PIL", "fontTools"},
    "asking": set(),
    "settings": {"PIL"},
    "learning": set(),
    "material": {"PIL"},
    "words": set(),
    "alexnet": {"torch", "PIL"},
    "engine": set(),
}
# In a lesson the file's role decides: plain files (settings, rules, example, words, code, texts, …)
# know neither Streamlit nor Plotly.
ROLES: dict[str, set[str]] = {
    "scene": {"plotly", "PIL"},
    "figure": {"plotly", "PIL"},
    "figures": {"plotly", "PIL"},
    "offline": {"plotly"},
    "sidebar": {"streamlit"},
    "parts": {"streamlit", "plotly", "PIL"},
    "proof": {"torch"},
}
PLAIN = {"PIL"}


def modules_of(folder: Path) -> list[Path]:
    """Return the Python files of a folder, deep."""
    return sorted(folder.rglob("*.py"))


def name_of(path: Path) -> str:
    """Return a file's full module name."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


MODULES = {name_of(path): path for path in modules_of(HOUSE)}


@cache
def imports(path: Path) -> tuple[tuple[str, bool], ...]:
    """Return each imported module's full name, and whether loading the file already imports it.

    It does not where the import stands in a function or serves type checkers alone.
    """
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[tuple[str, bool]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    later = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        or (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING")
        for part in ast.walk(node)
    }
    for node in ast.walk(tree):
        at_once = id(node) not in later
        if isinstance(node, ast.Import):
            yield from ((alias.name, at_once) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written out from the root"
            assert node.module is not None
            parts = [f"{node.module}.{alias.name}" for alias in node.names]
            modules = [part for part in parts if part in MODULES]
            yield from ((part, at_once) for part in modules)
            if len(modules) < len(parts):
                yield node.module, at_once


def is_standard(name: str) -> bool:
    """Tell whether a top-level module comes with Python."""
    return name in sys.stdlib_module_names or name == "__future__"


def role_of(path: Path) -> str:
    """Return what a lesson's file is for: its own name, or its folder's within the lesson."""
    inside = path.relative_to(HOUSE / "lessons").with_suffix("").parts
    return inside[1] if len(inside) > 1 else ""


def theirs_of(path: Path) -> set[str]:
    """Return what a file of the house may load of others' packages."""
    room = path.relative_to(HOUSE).parts[0]
    if room == "notation.py":
        return set()
    return ROLES.get(role_of(path), PLAIN) if room == "lessons" else THEIRS.get(room, set())


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_what_lies_below_it(room: str) -> None:
    below = ROOMS[ROOMS.index(room) :]
    for path in modules_of(HOUSE / room):
        for name, _ in imports(path):
            head, *rest = name.split(".")
            if head == "visualizer" and rest and name not in FOR_ALL:
                assert rest[0] in below, f"{path.relative_to(ROOT)} imports {name}"


def test_a_file_loads_of_others_only_what_its_role_allows() -> None:
    assert len(MODULES) > 150
    for name, path in MODULES.items():
        allowed = theirs_of(path) | (set() if name == "visualizer.notation" else {"numpy"})
        for imported, at_once in imports(path):
            head, where = imported.split(".")[0], path.relative_to(ROOT)
            if head != "visualizer" and not is_standard(head):
                assert head in allowed, f"{where} imports {imported}"
            if head == "torch" and not name.startswith("visualizer.alexnet"):
                assert not at_once, f"{where} imports torch when loaded, not when asked"


def test_the_registry_and_notation_need_nothing() -> None:
    for name in FOR_ALL:
        for imported, _ in imports(MODULES[name]):
            assert is_standard(imported.split(".")[0]), f"{name} imports {imported}"


def test_plain_files_of_a_lesson_load_no_drawing_and_no_screen() -> None:
    for path in modules_of(HOUSE / "lessons"):
        role = role_of(path)
        for name, _ in imports(path):
            if role not in ROLES:
                room = name.removeprefix("visualizer.").split(".")[0]
                assert room not in {"ui", "offline", "figures"}, (
                    f"{path.relative_to(ROOT)} imports {name}"
                )
            elif role not in {"sidebar", "parts"}:
                assert not name.startswith("visualizer.ui"), f"{path.relative_to(ROOT)}: {name}"


def test_a_lesson_takes_of_another_its_example_alone() -> None:
    """What else two lessons need lies in a room below them; roads lead to lessons on purpose."""
    folders = {path.name for path in (HOUSE / "lessons").iterdir() if path.is_dir()}
    found = set()
    for module, path in MODULES.items():
        lesson = module.removeprefix("visualizer.lessons.").split(".")[0]
        for name, _ in imports(path):
            other, *rest = name.removeprefix("visualizer.lessons.").split(".")
            if lesson in folders and other in folders - {lesson} and rest not in ([], ["example"]):
                found.add((module, name))
    assert not found


RUN = """
import sys
from streamlit.testing.v1 import AppTest
for page in ("", "pages/convolution.py"):
    app = AppTest.from_file("app.py", default_timeout=60)
    if page:
        app.switch_page(page)
    app.run()
    assert app.title and not app.exception and not app.error, (page, app.exception, app.error)
    assert "torch" not in sys.modules, page
print("without torch")
"""


def test_home_and_convolution_run_without_torch() -> None:
    run = subprocess.run(
        [sys.executable, "-c", RUN], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.split("\n")[-2] == "without torch"
