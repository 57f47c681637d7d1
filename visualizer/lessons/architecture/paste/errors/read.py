"""A pasted error: what torch means, with its numbers, and the line of the code that it is about."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from visualizer.lessons.architecture.paste.errors.messages import Message, recognised
from visualizer.lessons.architecture.paste.errors.place import (
    named_line,
    named_part,
    problem_of,
    traced_line,
)
from visualizer.lessons.architecture.paste.read import Problem, Reading
from visualizer.words.text import text


@dataclass(frozen=True)
class ErrorReading:
    """What a pasted message says.

    code: which message it is, "unknown" where none is recognised. reason: a sentence with its
    numbers, plain text. advice: what usually helps, or "". values: what stands in the message.
    line: the line of the code that it is about, where the code was given and it can be told; name:
    the layer's. problem: the same mistake as found in the code, with its fix. other_input: whether
    the code, read with its input shape, does not fail like this: another shape was meant.
    """

    code: str
    reason: str
    advice: str = ""
    values: dict[str, str] = field(default_factory=dict)
    line: int | None = None
    name: str | None = None
    problem: Problem | None = None
    other_input: bool = False


# What only the shapes of a whole network can say: there another input shape may be meant.
_OF_SHAPES = frozenset(
    [
        "matrices",
        "channels",
        "kernel",
        "too_small",
        "dimensions_conv",
        "view",
        "view_whole",
        "tensors",
        "concat",
    ]
)


def read_error(message: str, network: Reading | None = None, lang: str = "en") -> ErrorReading:
    """Explain a message of torch's, alone or at the end of a traceback.

    network: the reading of the code that it comes from, to place it on a line.
    """
    found = recognised(message)
    if found is None:
        return ErrorReading("unknown", text("arch.paste.error_unknown", lang))
    values = _told(found)
    reason = text(f"arch.paste.error_{found.code}", lang, **values)
    advice = text(f"arch.paste.advice_{found.code}", lang, **values)
    if network is None:
        return ErrorReading(found.code, reason, advice, found.values)
    problem = problem_of(found, network)
    agrees = problem is not None and _agree(found, problem)
    part = named_part(found, network)
    line = traced_line(message, network.source)
    if line is None and agrees and problem is not None:
        line = problem.line
    if line is None and part is not None:
        called = [layer.call_line for layer in network.layers if layer.name == part.name]
        line = called[0] if called else part.line
    if line is None:
        line = problem.line if problem is not None else named_line(found, network.source)
    other = found.code in _OF_SHAPES and not agrees
    name = part.name if part is not None else None
    shown = problem if problem is not None and (agrees or found.code not in _OF_SHAPES) else None
    return ErrorReading(found.code, reason, advice, found.values, line, name, shown, other)


def _told(found: Message) -> dict[str, object]:
    """Return the values for the sentences: sizes as people write them, and what follows."""
    values: dict[str, object] = dict(found.values)
    for name in ("weight", "input", "saved", "current"):
        if "," in found.values.get(name, ""):
            values[name] = "×".join(part.strip() for part in found.values[name].split(","))
    for name in ("function", "class"):
        if name in values:
            bare = found.values[name].removesuffix(".__init__").lstrip("_")
            values[name] = bare.rpartition(".")[2] if name == "class" else bare
    if "wanted" in values:
        values["wanted"] = found.values["wanted"].replace(" or ", "/")
    if found.code in ("view", "view_whole"):
        sizes = [int(size) for size in found.values["wanted"].replace(" ", "").split(",") if size]
        known = math.prod(size for size in sizes if size != -1)
        values["known"] = str(known)
    if found.code == "channels":
        values["shape"] = "×".join(part.strip() for part in found.values["input"].split(",")[1:])
    if found.code == "target":
        values["classes"] = str(int(found.values["target"]) + 1)
    return values


def _agree(found: Message, problem: Problem) -> bool:
    """Tell whether a problem in the code has the message's numbers."""
    marks = {
        "matrices": ("arriving", "declared"),
        "channels": ("declared", "channels"),
        "kernel": ("kernel_height", "height"),
        "too_small": ("height", "width"),
        "running_mean": ("declared", "channels"),
    }.get(found.code, ())
    numbers = set(_numbers(problem.reason))
    return all(found.values[mark] in numbers for mark in marks)


def _numbers(sentence: str) -> list[str]:
    """Return the whole numbers in a sentence."""
    found, current = [], ""
    for sign in sentence + " ":
        if sign.isascii() and sign.isdigit():
            current += sign
        elif current:
            found.append(current)
            current = ""
    return found
