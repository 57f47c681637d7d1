"""Imports go down the house and never up; a file's role says what else it may load.

The rules are read from the source, so that an import inside a function counts too; and two programs
are started to see that what a reader opens first does not load torch.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
HOUSE = ROOT / "visualizer"

# The rooms from the top down: each may import those below it. The registry (names of lessons and
# where they lie) is read by all; it imports nothing itself.
ROOMS = ("lessons", "ui", "figures", "settings", "alexnet", "material", "words", "engine")
FOR_ALL = ("visualizer.notation", "visualizer.lessons.registry")

# What a room may load of others' besides the standard library and NumPy.
THEIRS: dict[str, set[str]] = {
    "ui": {"streamlit", "plotly", "pandas", "PIL"},
    "figures": {"plotly", "PIL"},
    "settings": {"PIL"},
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


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """Yield each imported module's full name, and whether loading the file already imports it.

    It does not where the import stands in a function or serves type checkers alone.
    """
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


@pytest.mark.parametrize("name", MODULES)
def test_a_file_loads_of_others_only_what_its_role_allows(name: str) -> None:
    path = MODULES[name]
    allowed = theirs_of(path) | (set() if name == "visualizer.notation" else {"numpy"})
    for imported, at_once in imports(path):
        head = imported.split(".")[0]
        if head != "visualizer" and not is_standard(head):
            assert head in allowed, f"{path.relative_to(ROOT)} imports {imported}"
        if head == "torch" and not name.startswith("visualizer.alexnet"):
            assert not at_once, (
                f"{path.relative_to(ROOT)} imports torch when loaded, not when asked"
            )


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
                assert room not in {"ui", "figures"}, f"{path.relative_to(ROOT)} imports {name}"
            elif role not in {"sidebar", "parts"}:
                assert not name.startswith("visualizer.ui"), f"{path.relative_to(ROOT)}: {name}"


def test_only_its_own_lesson_imports_the_network_and_only_when_it_runs_it() -> None:
    for path in [*modules_of(ROOT / "pages"), *modules_of(HOUSE)]:
        if path.is_relative_to(HOUSE / "alexnet"):
            continue
        for name, at_once in imports(path):
            if name.startswith("visualizer.alexnet"):
                own = "alexnet" in path.relative_to(ROOT).with_suffix("").parts
                assert own, f"{path.relative_to(ROOT)} imports {name}"
                assert not at_once, f"{path.relative_to(ROOT)} imports {name} when loaded"


def test_the_app_never_imports_training_or_benchmarks() -> None:
    for path in [*modules_of(HOUSE), *modules_of(ROOT / "pages"), ROOT / "app.py"]:
        for name, _ in imports(path):
            assert name.split(".")[0] not in {"training", "benchmarks", "tests", "tools"}


def test_no_two_files_need_each_other() -> None:
    graph: dict[str, set[str]] = {
        name: {other for other, at_once in imports(path) if at_once and other in MODULES}
        for name, path in MODULES.items()
    }
    done: set[str] = set()

    def follow(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " → ".join((*trail[trail.index(name) :], name))
        if name not in done:
            for other in graph[name]:
                follow(other, (*trail, name))
            done.add(name)

    for name in graph:
        follow(name, ())


RUN = """
import sys
from streamlit.testing.v1 import AppTest
app = AppTest.from_file("app.py", default_timeout=60)
{switch}
app.run()
assert not app.exception and not app.error, (app.exception, app.error)
print("torch" in sys.modules)
"""


@pytest.mark.parametrize("switch", ["", "app.switch_page('pages/convolution.py')"])
def test_home_and_convolution_run_without_torch(switch: str) -> None:
    run = subprocess.run(
        [sys.executable, "-c", RUN.format(switch=switch)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.split()[-1] == "False"
