"""The notebook is one, and runs from top to bottom: as handed out, and solved."""

from __future__ import annotations

import contextlib
import io
import json
import subprocess
import sys
from typing import Any

import pytest

from tests.taking.cases import OFFERED, state
from visualizer.taking.notebook import notebook
from visualizer.words.text import LANGUAGES, text

LESSONS = [name for name, taken in OFFERED.items() if taken.torch is not None]
STATES = 5
SMALL = (
    "lenet5",
    "1-3x16-c4k3s2p1-relu-max2-flat-fc5",
    "1-1x8-c4k9",
    "1-3x12-c6k3g3x-gap-flat-fc3x",
)


def run(written: str) -> str:
    """Run a notebook's cells in order, as a kernel does; return what they printed."""
    names: dict[str, Any] = {}
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        for cell in json.loads(written)["cells"]:
            if cell["cell_type"] == "code":
                exec(compile("".join(cell["source"]), cell["id"], "exec"), names)
    return printed.getvalue()


@pytest.mark.parametrize("name", LESSONS)
def test_it_is_a_notebook(name: str) -> None:
    taken = OFFERED[name]
    link = "https://a.b/?c=1"
    written = json.loads(notebook(taken, taken.lesson.opening(), "ko", link, solved=False))
    assert (written["nbformat"], written["nbformat_minor"]) == (4, 5)
    assert written["metadata"]["kernelspec"]["name"] == "python3"
    cells = written["cells"]
    assert len({cell["id"] for cell in cells}) == len(cells) > 8
    assert link in "".join(cells[1]["source"])
    for cell in cells:
        code = {"execution_count", "outputs"} if cell["cell_type"] == "code" else set()
        assert cell.keys() == {"cell_type", "id", "metadata", "source"} | code
        assert all(line.endswith("\n") for line in cell["source"][:-1])


def states(name: str) -> list[Any]:
    """Return the example that a lesson opens with, and some others; no network of 60 million."""
    lesson = OFFERED[name].lesson
    if name == "architecture":
        return [lesson.parse({"arch_net": net, "arch_layer": "2"})[0] for net in SMALL]
    return [lesson.opening(), *(state(OFFERED[name], seed) for seed in range(STATES))]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", LESSONS)
def test_it_runs_as_handed_out_and_solved(name: str, lang: str) -> None:
    taken = OFFERED[name]
    assert taken.exercises is not None
    right, todo = text("take.right", lang), text("take.not_filled", lang, hint="")
    for settings in states(name):
        exercises = len(taken.exercises(settings, lang))
        assert exercises
        handed_out = run(notebook(taken, settings, lang, solved=False))
        assert (handed_out.count(todo), handed_out.count(right)) == (exercises, 0)
        solved = run(notebook(taken, settings, lang, solved=True))
        assert (solved.count(todo), solved.count(right)) == (0, exercises)


@pytest.mark.parametrize("name", LESSONS)
def test_a_wrong_answer_is_told_with_its_hint(name: str) -> None:
    """Every answer is filled in with a number that is none of them, one exercise after another."""
    taken = OFFERED[name]
    settings = taken.lesson.opening() if name != "architecture" else states(name)[1]
    assert taken.exercises is not None
    written = json.loads(notebook(taken, settings, "en", solved=True))
    cells = written["cells"]
    for place, exercise in enumerate(taken.exercises(settings, "en")):
        at = len(cells) - 3 * (len(taken.exercises(settings, "en")) - place) + 1
        assert "".join(cells[at]["source"]) == exercise.solution.rstrip("\n")
        wrong = exercise.start.replace("...", "-987.5")
        changed = [*cells[:at], {**cells[at], "source": [wrong]}, *cells[at + 1 : at + 2]]
        with pytest.raises(AssertionError) as caught:
            run(json.dumps({"cells": changed}))
        assert str(caught.value) in {claim.hint for claim in exercise.claims}


def test_only_numpy_and_torch_are_needed() -> None:
    """In a process of its own, with nothing of this house."""
    written = json.loads(
        notebook(OFFERED["convolution"], states("convolution")[1], "ko", solved=True)
    )
    code = "\n".join("".join(c["source"]) for c in written["cells"] if c["cell_type"] == "code")
    program = f"{code}\nimport sys\nassert not any('visualizer' in name for name in sys.modules)\n"
    done = subprocess.run(
        [sys.executable, "-I", "-c", program], cwd="/", capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert text("take.right", "ko") in done.stdout
