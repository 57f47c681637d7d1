"""The line of the code that a message is about: by its traceback, its numbers, or its names."""

from __future__ import annotations

import re
from collections.abc import Callable

from visualizer.lessons.architecture.paste.errors.messages import LONGEST, Message
from visualizer.lessons.architecture.paste.read import Problem, Reading, ReadPart

_LIBRARY = re.compile(r"site-packages|dist-packages|[/\\]torch[/\\]|[/\\]lib[/\\]python|<frozen")
_FILE = re.compile(
    r'File "([^"\n]{1,400})", line (\d{1,7})(?:, in ([^\n]{1,100}))?\n?([^\n]{0,300})'
)
_CELL = re.compile(r"^\s*(?:-+>) ?(\d{1,6}) ([^\n]{1,300})$", re.MULTILINE)

_FAMILIES: dict[str, set[str]] = {
    "matrices": {"features", "features_of_map", "map_to_linear", "batch_lost"},
    "channels": {"channels", "channels_last"},
    "kernel": {"kernel_too_large", "kernel_too_large_padded"},
    "too_small": {"kernel_too_large", "kernel_too_large_padded"},
    "pad": {"pool_padding"},
    "dimensions_conv": {"needs_map"},
    "dimensions": {"wrong_norm"},
    "dimensions_pool": {"needs_map"},
    "dimensions_pool_of": {"needs_map"},
    "view": {"view", "view_batch"},
    "view_whole": {"view", "view_batch"},
    "tensors": {"sum_shapes"},
    "concat": {"cat_shapes"},
    "concat_axes": {"cat_shapes"},
    "batch": {"batch_changed", "batch_joined"},
    "running_mean": {"norm_channels"},
    "module_attribute": {"no_such_name", "no_such_name_meant"},
    "attribute": {"no_attribute", "no_attribute_meant", "none_arrives", "layer_arrives"},
    "positional": {"takes_fewer", "too_many_arguments", "made_with_tensor"},
    "missing_argument": {"missing_arguments", "parameter_missing"},
    "keyword": {"unknown_argument", "renamed_argument", "no_such_parameter"},
    "super": {"no_super"},
    "subclass": {"class_not_layer", "list_not_layer", "not_layer"},
    "forward": {"no_forward", "forward_misspelled", "forward_inside", "list_called"},
    "groups": {"groups"},
    "same": {"same_with_stride"},
    "probability": {"probability"},
    "not_tensor": {"layer_arrives", "none_arrives_at", "several_arrive", "number_arrives"},
    "fraction": {"not_whole"},
}
"""The problems of a reading that a message can be about."""


def problem_of(message: Message, reading: Reading) -> Problem | None:
    """Return the problem in the code that the message is about, None where it has no such one."""
    codes = _FAMILIES.get(message.code, set())
    return next((problem for problem in reading.problems if problem.code in codes), None)


def traced_line(message: str, source: str) -> int | None:
    """Return the line of the source that the last frame of its own names; None for no such frame.

    A frame's text counts before its number, since often a part of a file is pasted.
    """
    text = message[-LONGEST:]
    lines = source.split("\n")
    frames: list[tuple[int, str]] = [
        (int(found.group(2)), found.group(4).strip())
        for found in _FILE.finditer(text)
        if not _LIBRARY.search(found.group(1))
    ]
    # A notebook marks the lines with arrows, those of libraries too: only the texts tell.
    cells: list[tuple[int, str]] = [
        (int(found.group(1)), found.group(2).strip()) for found in _CELL.finditer(text)
    ]
    for number, written in reversed(frames or cells):
        same = [place for place, line in enumerate(lines, 1) if written and line.strip() == written]
        if number in same or len(same) == 1:
            return number if number in same else same[0]
        if frames and not same and not written and number <= len(lines):
            return number
    return None


def named_part(message: Message, reading: Reading) -> ReadPart | None:
    """Return the layer of the code whose settings are the message's numbers."""
    found = [part for part in reading.parts if _fits(message, part)]
    return found[0] if len(found) == 1 else None


def _fits(message: Message, part: ReadPart) -> bool:
    values, settings = message.values, part.settings

    def is_set(name: str, wanted: str) -> bool:
        return str(settings.get(name)) == wanted

    rules: dict[str, Callable[[], bool]] = {
        "matrices": lambda: (
            is_set("in_features", values["declared"]) and is_set("out_features", values["outputs"])
        ),
        "channels": lambda: (
            is_set("in_channels", values["declared"])
            and str(settings.get("out_channels")) in values["weight"].split(", ")[:2]
        ),
        "kernel": lambda: (
            part.kind == "Conv2d"
            and settings.get("kernel_size")
            == (int(values["kernel_height"]), int(values["kernel_width"]))
        ),
        "pad": lambda: (
            "Pool" in part.kind
            and settings.get("padding") == (int(values["padding"]),) * 2
            and settings.get("kernel_size") == (int(values["kernel"]),) * 2
        ),
        "running_mean": lambda: is_set("num_features", values["declared"]),
        "state_size": lambda: part.name == values["parameter"].rpartition(".")[0],
        "state_missing": lambda: part.name == values["missing"].rpartition(".")[0],
        "state_both": lambda: part.name == values["missing"].rpartition(".")[0],
    }
    return message.code in rules and bool(rules[message.code]())


def named_line(message: Message, source: str) -> int | None:
    """Return the only line of the source in which the message's own words stand."""
    values = message.values
    patterns = {
        "attribute": rf"\.{re.escape(values.get('name', ''))}\b",
        "module_attribute": rf"\.{re.escape(values.get('name', ''))}\b",
        "keyword": rf"\b{re.escape(values.get('name', ''))}\s*=",
        "view": r"\.(?:view|reshape)\(",
        "view_whole": r"\.(?:view|reshape)\(",
        "concat": r"torch\.(?:cat|concat)\(",
    }
    if message.code not in patterns:
        return None
    pattern = re.compile(patterns[message.code])
    found = [place for place, line in enumerate(source.split("\n"), 1) if pattern.search(line)]
    return found[0] if len(found) == 1 else None
