"""Every error of the room has a sentence, and every sentence an error."""

from __future__ import annotations

import ast
import pickle
from pathlib import Path

import visualizer.alexnet
import visualizer.lessons.alexnet
from visualizer.alexnet import errors
from visualizer.alexnet.errors import AlexNetError, DownloadError
from visualizer.lessons.alexnet.texts.errors import TEXTS

ROOM = Path(visualizer.alexnet.__file__).parent
PAGE = Path(str(visualizer.lessons.alexnet.__file__)).parent / "parts"
ERRORS = {
    name
    for name, thing in vars(errors).items()
    if isinstance(thing, type) and issubclass(thing, AlexNetError)
}


def strings(node: ast.AST) -> set[str]:
    """Return the strings written in a piece of source."""
    return {
        part.value
        for part in ast.walk(node)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    }


def test_every_code_has_a_sentence_and_every_sentence_a_code() -> None:
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in ROOM.rglob("*.py")]
    calls = [
        node
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and node.args
    ]
    raised = {
        code
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id in ERRORS
        for code in strings(call.args[0])
    }
    told = {key.removeprefix("alexnet.error.") for key in TEXTS if ".error." in key}
    assert len(raised) > 20
    assert raised <= told
    # Some codes travel through a helper before they are raised, and some only the page has.
    pages = [ast.parse(path.read_text(encoding="utf-8")) for path in PAGE.rglob("*.py")]
    assert told - {"cancelled"} <= set().union(*map(strings, [*trees, *pages]))


def test_errors_survive_a_process_border() -> None:
    error = DownloadError("download_server", host="here", status=500)
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), again.code, again.details) == (type(error), error.code, error.details)
    assert again.key == "alexnet.error.download_server"
