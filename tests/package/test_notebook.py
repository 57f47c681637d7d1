"""The notebook that README names runs with the installed package, from an empty folder."""

from __future__ import annotations

import json
import subprocess
import sys

from tests.package.conftest import REPOSITORY, Installed

NOTEBOOK = REPOSITORY / "docs" / "notebook.ipynb"

# What Jupyter does with a cell: all statements are run, the last one's value is drawn.
RUN = """
import ast, json, sys
cells = json.load(sys.stdin)
names, frames = {"__name__": "__main__"}, []
for cell in cells:
    tree = ast.parse(cell)
    last = ast.Expression(tree.body.pop().value)
    exec(compile(tree, "cell", "exec"), names)
    value = eval(compile(last, "cell", "eval"), names)
    frames.append(value._repr_html_() if hasattr(value, "_repr_html_") else str(value))
import convscope, visualizer
print(json.dumps([convscope.__file__, visualizer.__file__, sorted(sys.path), frames]))
"""


def cells() -> list[str]:
    """Return the notebook's cells of code."""
    notebook = json.loads(NOTEBOOK.read_text("utf-8"))
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    return ["".join(each["source"]) for each in notebook["cells"] if each["cell_type"] == "code"]


def test_the_notebook_draws_from_an_empty_folder(installed: Installed) -> None:
    place = installed.empty.parent / "notebook"
    place.mkdir()
    run = subprocess.run(
        [sys.executable, "-c", RUN],
        cwd=place, env=installed.environment, input=json.dumps(cells()),
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    package, house, path, drawn = json.loads(run.stdout)
    assert package == str(installed.place / "convscope" / "__init__.py")
    assert house == str(installed.place / "convscope" / "app" / "visualizer" / "__init__.py")
    assert str(installed.place / "convscope" / "app") not in path
    assert all(each.startswith("<iframe ") for each in drawn[:-1])
    assert drawn[-1] == "linear.html"
    assert [file.name for file in place.iterdir()] == ["linear.html"]
