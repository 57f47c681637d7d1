"""Each refusal and each note has one sentence in both languages, the same everywhere."""

from __future__ import annotations

import ast
import pickle
import re
from pathlib import Path

import pytest

import visualizer.material
from visualizer.material import PictureError
from visualizer.material.picture_error import ENGLISH
from visualizer.material.picture_limits import FORMAT_LIST
from visualizer.words.text import text
from visualizer.words.texts.pictures import TEXTS

ROOM = Path(visualizer.material.__file__).parent
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in ROOM.rglob("*.py"))
DETAILS = {
    "limit": 20,
    "formats": FORMAT_LIST,
    "kind": "EPS",
    "format": "PNG",
    "width": 9,
    "height": 5,
}


@pytest.mark.parametrize("code", ENGLISH)
def test_an_errors_sentence_is_the_catalogs(code: str) -> None:
    error = PictureError(code, **DETAILS)
    assert error.key == f"picture.error.{code}"
    assert str(error) == text(error.key, "en", **error.details)
    assert str(error) != text(error.key, "ko", **error.details)


def test_every_code_is_raised_and_every_sentence_has_a_code() -> None:
    told = {key.removeprefix("picture.error.") for key in TEXTS if ".error." in key}
    assert told == set(ENGLISH)
    raised = {
        node.value
        for node in ast.walk(ast.parse(SOURCE.replace("from __future__ import annotations", "")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert set(ENGLISH) <= raised
    named = set(re.findall(r'PictureError\(\s*"(\w+)"', SOURCE))
    assert named <= set(ENGLISH)


def test_every_note_has_its_text() -> None:
    told = {key.removeprefix("picture.note.") for key in TEXTS if ".note." in key}
    noted = set(re.findall(r'notes\.(?:append|insert)\((?:0, )?"(\w+)"\)', SOURCE))
    noted |= set(re.findall(r'notes \+= \["(\w+)", "(\w+)"\]', SOURCE)[0]) | {"incomplete"}
    assert noted == told


def test_errors_survive_a_process_border() -> None:
    error = PictureError("too_narrow", width=9, height=400, limit=40)
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), again.code, again.details) == (type(error), error.code, error.details)
    assert str(again) == str(error)
