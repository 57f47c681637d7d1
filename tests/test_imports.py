"""Imports go one way: ui -> lessons, figures -> engine; torch stays where it belongs.

The rules are read from the source, so that a lazy import inside a function counts too; and two
programs are started to see that what the reader opens first does not load torch.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("engine", "figures", "lessons", "alexnet", "ui")

# What each room may import of ours besides itself and notation, and of others' besides the
# standard library.
OURS = {
    "engine": set(),
    "figures": {"engine"},
    "lessons": {"engine"},
    "alexnet": {"engine"},
    "ui": {"engine", "figures", "lessons", "alexnet"},  # alexnet: see below
}
THEIRS = {
    "engine": {"numpy"},
    "figures": {"numpy", "plotly", "PIL"},
    "lessons": {"numpy", "PIL"},
    "alexnet": {"numpy", "PIL", "torch"},
    "ui": {"numpy", "pandas", "PIL", "plotly", "streamlit", "torch"},  # torch: see below
}


def modules_of(folder: Path) -> list[Path]:
    """Return the Python files of a folder, deep."""
    return sorted(folder.rglob("*.py"))


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
            yield node.module, at_once
            if node.module in ("visualizer", *(f"visualizer.{room}" for room in ROOMS)):
                yield from ((f"{node.module}.{alias.name}", at_once) for alias in node.names)


def is_standard(name: str) -> bool:
    """Tell whether a top-level module comes with Python."""
    return name in sys.stdlib_module_names or name == "__future__"


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_what_it_may(room: str) -> None:
    for path in modules_of(ROOT / "visualizer" / room):
        for name, _ in imports(path):
            head, *rest = name.split(".")
            if head == "visualizer":
                part = rest[0] if rest else room
                allowed = OURS[room] | {room, "notation"}
                assert part in allowed, f"{path.relative_to(ROOT)} imports {name}"
            else:
                assert is_standard(head) or head in THEIRS[room], (
                    f"{path.relative_to(ROOT)} imports {name}"
                )


def test_notation_needs_nothing() -> None:
    for name, _ in imports(ROOT / "visualizer" / "notation.py"):
        assert is_standard(name.split(".")[0])


def test_torch_is_imported_by_alexnet_and_inside_the_proofs_alone() -> None:
    for path in [*modules_of(ROOT / "visualizer"), *modules_of(ROOT / "pages"), ROOT / "app.py"]:
        inside = path.relative_to(ROOT)
        for name, at_once in imports(path):
            if name.split(".")[0] != "torch" or inside.parts[:2] == ("visualizer", "alexnet"):
                continue
            assert inside.as_posix().startswith("visualizer/ui/proof"), f"{inside} imports torch"
            assert not at_once, f"{inside} imports torch when loaded, not when asked"


def test_only_the_alexnet_page_imports_the_network_and_only_when_it_runs_it() -> None:
    for path in [*modules_of(ROOT / "pages"), *modules_of(ROOT / "visualizer" / "ui")]:
        for name, at_once in imports(path):
            if name.startswith("visualizer.alexnet"):
                assert path.stem.startswith("alexnet"), f"{path.name} imports {name}"
                assert not at_once, f"{path.name} imports {name} when loaded"


def test_the_app_never_imports_training_or_benchmarks() -> None:
    for path in [*modules_of(ROOT / "visualizer"), *modules_of(ROOT / "pages"), ROOT / "app.py"]:
        for name, _ in imports(path):
            assert name.split(".")[0] not in {"training", "benchmarks", "tests", "tools"}


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
