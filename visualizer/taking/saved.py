"""An example as a JSON file that opens again: here, and in Python by ``visualizer.load``.

    {"schema": "convscope.example", "version": 1, "lesson": "convolution",
     "settings": {"conv_size": "8", …}, "address": "conv_size=8",
     "arrays": {"input": {"shape": [1, 8, 8], "values": [[[…]]]}, …}}

``settings`` are every parameter that means something, as an address writes them, so that the file
opens the same example however the lesson's defaults come to change. Numbers are written so that the
same float64 is read again; what JSON has no number for is text: "inf", "-inf", "nan".
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from visualizer.lessons.registry import PAGES
from visualizer.settings.messages import filled, notice_sentence
from visualizer.settings.rules import Notice, S
from visualizer.settings.sharing import written
from visualizer.taking.taken import Taken, taken_of

Array = NDArray[np.float64]

SCHEMA, VERSION = "convscope.example", 1
MOST_BYTES = 4_000_000
"""No example of any lesson is larger: 32×32 with six filters, written out, has less than 1 MB."""
_LONGEST_QUOTE = 40
_NO_NUMBERS = {"inf": math.inf, "-inf": -math.inf, "nan": math.nan}


class LoadError(ValueError):
    """A file that is no saved example; ``key`` and ``details`` are the sentence that says why."""

    def __init__(self, key: str, **details: object) -> None:
        """Keep what is said; as text of its own the error speaks English."""
        self.key, self.details = key, details
        super().__init__(self.sentence("en"))

    def sentence(self, lang: str) -> str:
        """Return why the file cannot be opened, in ``lang``; foreign text in it is quoted."""
        return filled(self.key, self.details, lang)


class BadSettings(LoadError):
    """A file whose settings no example has; ``notices`` say which and why."""

    def __init__(self, notices: list[Notice]) -> None:
        """Keep what the lesson says of the settings."""
        self.notices = notices
        super().__init__("take.bad_settings")

    def sentence(self, lang: str) -> str:
        """Return the first things that are wrong, in ``lang``."""
        said = " ".join(notice_sentence(notice, lang) for notice in self.notices[:3])
        return f"{filled(self.key, self.details, lang)} {said}"


@dataclass(frozen=True, eq=False)
class Loaded:
    """An example from a file.

    lesson: the page's name; settings: the lesson's settings, settled; arrays: as they stand in the
    file, float64, by torch's names.
    """

    lesson: str
    settings: Any
    arrays: Mapping[str, Array]

    @cached_property
    def agrees(self) -> bool:
        """Whether the file's arrays are what this version computes for its settings."""
        taken = taken_of(self.lesson)
        assert taken is not None  # only such lessons are loaded
        now = taken.arrays(self.settings)
        return now.keys() == self.arrays.keys() and all(
            array.shape == self.arrays[name].shape
            and np.allclose(array, self.arrays[name], equal_nan=True)
            for name, array in now.items()
        )


def save(taken: Taken[S], settings: S) -> str:
    """Return an example as JSON text; ``settings`` are settled."""
    lesson = taken.lesson
    relevant = lesson.relevant(settings)
    written_out = {
        parameter.name: parameter.format(getattr(settings, parameter.field))
        for parameter in lesson.parameters
        if parameter.field in relevant
    }
    head = {
        "schema": SCHEMA,
        "version": VERSION,
        "lesson": taken.name,
        "settings": written_out,
        "address": written(lesson.format(settings)),
    }
    begin = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    arrays = ",\n".join(
        f"  {json.dumps(name)}: {_written(array)}"  # a line each: readable, and small
        for name, array in taken.arrays(settings).items()
    )
    return f'{begin},\n "arrays": {{\n{arrays}\n }}\n}}\n'


def _written(array: Array) -> str:
    entry = {"shape": list(array.shape), "values": _listed(array)}
    return json.dumps(entry, ensure_ascii=False, allow_nan=False)


def load(source: str | PathLike[str] | IO[str] | IO[bytes]) -> Loaded:
    """Open an example that the app has saved as JSON; ``source``: a path or an open file.

    Raises LoadError for a file that is no such example, OSError for one that cannot be read.
    """
    if isinstance(source, str | PathLike):
        with Path(source).open("rb") as file:
            return parse(file.read(MOST_BYTES + 1))
    return parse(source.read(MOST_BYTES + 1))


def parse(data: str | bytes) -> Loaded:
    """Read an example from a file's content. Raises LoadError."""
    if len(data) > MOST_BYTES:
        raise LoadError("take.too_large", megabytes=MOST_BYTES // 1_000_000)
    try:
        written_out = data if isinstance(data, str) else data.decode("utf-8-sig")
        content = json.loads(written_out)
    except (ValueError, RecursionError) as error:
        raise LoadError("take.no_json") from error
    if not isinstance(content, dict) or content.get("schema") != SCHEMA:
        raise LoadError("take.no_example")
    if content.get("version") != VERSION:
        shown = str(content.get("version"))[:_LONGEST_QUOTE]
        raise LoadError("take.other_version", version=shown, known=VERSION)
    name = content.get("lesson")
    taken = taken_of(name) if name in [page.name for page in PAGES] else None
    if taken is None:
        raise LoadError("take.no_lesson", lesson=str(name)[:_LONGEST_QUOTE])
    return Loaded(taken.name, _settings(taken, content), _arrays(content))


def _settings(taken: Taken[Any], content: Mapping[str, Any]) -> Any:
    given = content.get("settings")
    if not isinstance(given, dict) or not all(isinstance(value, str) for value in given.values()):
        raise LoadError("take.no_settings")
    lesson = taken.lesson
    foreign = [name for name in given if name not in lesson.names]
    if foreign:
        raise LoadError("take.foreign_setting", name=foreign[0][:_LONGEST_QUOTE])
    settings, notices = lesson.parse(given)
    if notices:
        raise BadSettings(notices)
    return settings


def _arrays(content: Mapping[str, Any]) -> dict[str, Array]:
    given = content.get("arrays")
    if not isinstance(given, dict):
        raise LoadError("take.no_arrays")
    return {str(name): _array(str(name), entry) for name, entry in given.items()}


def _array(name: str, entry: object) -> Array:
    bad = LoadError("take.bad_array", name=name[:_LONGEST_QUOTE])
    if not isinstance(entry, dict):
        raise bad
    shape, values = entry.get("shape"), entry.get("values")
    if not isinstance(shape, list) or not all(type(side) is int and side >= 0 for side in shape):
        raise bad
    try:
        made = np.array(values) if isinstance(values, list) else np.array(None)
        if made.dtype.kind not in "iuf" or made.shape != tuple(
            shape
        ):  # text for no numbers, or bad
            flat = [_number(value) for value in _flat(values, len(shape))]
            made = np.array(flat, dtype=np.float64).reshape(shape)
        return made.astype(np.float64)
    except (LookupError, ValueError, TypeError, OverflowError, RecursionError) as error:
        raise bad from error


def _flat(values: Any, depth: int) -> list[Any]:
    if depth == 0:
        return [values]
    if not isinstance(values, list):
        raise TypeError
    return [cell for part in values for cell in _flat(part, depth - 1)]


def _number(value: object) -> float:
    if isinstance(value, str):
        return _NO_NUMBERS[value]
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError
    return float(value)


def _listed(array: Array) -> Any:
    """Return nested lists of numbers, all whole ones without a point; no number as text."""
    if np.isfinite(array).all():
        whole = (array == np.round(array)) & (np.abs(array) < 2**53) & ~_is_minus_zero(array)
        return array.astype(np.int64).tolist() if whole.all() else array.tolist()
    if array.ndim:
        return [_listed(part) for part in array]
    return "nan" if np.isnan(array) else "inf" if array > 0 else "-inf"


def _is_minus_zero(array: Array) -> NDArray[np.bool_]:
    return np.asarray((array == 0) & np.signbit(array))
