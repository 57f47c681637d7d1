"""A pasted network's reading: its layers by line, its problems in words, the builder's network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from visualizer.engine.network.layers import Layer
from visualizer.lessons.architecture.paste.guard import tidied
from visualizer.lessons.architecture.paste.machine.values import Shape, plain_number
from visualizer.lessons.architecture.paste.meant import Pass, read_once
from visualizer.lessons.architecture.paste.repair import syntax
from visualizer.lessons.architecture.paste.repair.best import Bench, mended, mended_note
from visualizer.lessons.architecture.paste.repair.edits import told
from visualizer.lessons.architecture.presets import Network
from visualizer.words.text import text

CANNOT_WORK: Final = "cannot work"
NOT_SUPPORTED: Final = "not supported"
WARNING: Final = "warning"
_KINDS = {"not_supported": NOT_SUPPORTED, "warning": WARNING}
_PAIRED = ("kernel_size", "stride", "padding", "dilation")
_MOST_NOTES, _MOST_MENDED = 30, 4


@dataclass(frozen=True)
class ReadLayer:
    """A layer as it is called.

    line: where it is written, from 1; call_line: where it is called. name: torch's own name of the
    module, or the function's. kind: the class or function. shape: its output without the batch
    axis, None where it is not known. records: the builder's layers that it stands for.
    """

    line: int
    call_line: int
    name: str
    kind: str
    shape: tuple[int, ...] | None
    records: tuple[Layer, ...]


@dataclass(frozen=True)
class ReadPart:
    """A layer as it is written, called or not: its line, name, class and the numbers set in it."""

    line: int
    name: str
    kind: str
    settings: dict[str, int | tuple[int, int]]


@dataclass(frozen=True)
class Problem:
    """Something to tell about a line.

    kind: CANNOT_WORK, NOT_SUPPORTED or WARNING. line: where torch raises. reason: a sentence with
    its numbers, plain text that may hold names of the code. fix: ``line 9: old → new``, or None;
    fix_line: the first line it changes; fixed: the whole text with the fix.
    """

    kind: str
    code: str
    line: int
    reason: str
    fix: str | None = None
    fix_line: int | None = None
    fixed: str | None = None


@dataclass(frozen=True)
class Reading:
    """What was read.

    source: the text that lines are counted in, without indentation that all lines share.
    input_shape: what walks in, without the batch axis; input_line: where the code itself states
    it, or None. network: what the builder can take over; None where it lacks a layer, or where
    the network cannot work. better_input: the input shape with its channels first, where the one
    given has them last. parts: all layers of torch's that are written, called or not.
    """

    source: str
    layers: tuple[ReadLayer, ...]
    problems: tuple[Problem, ...]
    network: Network | None
    input_shape: tuple[int, ...]
    input_line: int | None = None
    better_input: tuple[int, ...] | None = None
    parts: tuple[ReadPart, ...] = ()

    @property
    def works(self) -> bool:
        """Whether nothing stops the network."""
        return all(problem.kind != CANNOT_WORK for problem in self.problems)


def read_network(
    source: str, input_shape: tuple[int, ...] = (3, 224, 224), lang: str = "en"
) -> Reading:
    """Read a network from PyTorch or Keras code, for an input (C, H, W) or (F,); run nothing.

    Any text is answered, within a fixed number of steps.
    """
    tidy = tidied(source) if len(source) <= 2_000_000 else source
    if not tidy.strip():
        empty = Problem(NOT_SUPPORTED, "empty", 1, text("arch.paste.empty", lang))
        return Reading(tidy, (), (empty,), None, input_shape)
    read = read_once(tidy, tuple(input_shape))
    problems = _problems(read, lang)
    works = all(problem.kind != CANNOT_WORK for problem in problems)
    network = None
    if works and read.stack is not None and len(read.input_shape) == 3:
        channels, height, width = read.input_shape
        network = Network((channels, height, width), read.stack)
    return Reading(
        tidy,
        _layers(read),
        problems,
        network,
        read.input_shape,
        read.own_input_line if read.own_input else None,
        _turned(read),
        _parts(read),
    )


def _parts(read: Pass) -> tuple[ReadPart, ...]:
    found = []
    for name, module in read.made[:2_000]:
        settings: dict[str, int | tuple[int, int]] = {}
        for key, value in module.args.items():
            if plain_number(value):
                assert isinstance(value, int)
                settings[key] = (int(value),) * 2 if key in _PAIRED else int(value)
            elif (
                isinstance(value, list | tuple)
                and len(value) == 2
                and all(map(plain_number, value))
            ):
                settings[key] = (int(value[0]), int(value[1]))
        if module.own is None and module.children == {}:
            found.append(ReadPart(module.line, name, module.kind, settings))
    return tuple(found)


def _layers(read: Pass) -> tuple[ReadLayer, ...]:
    return tuple(
        ReadLayer(
            entry.line or 1,
            entry.call_line or entry.line or 1,
            name,
            entry.name,
            None if entry.shape is None else tuple(int(size) for size in entry.shape),
            entry.records,
        )
        for entry, name in zip(
            read.entries, read.names or [e.name for e in read.entries], strict=True
        )
    )


def _problems(read: Pass, lang: str) -> tuple[Problem, ...]:
    bench = Bench()
    found: list[Problem] = []
    if read.syntax is not None:
        code = syntax.code_of(read.syntax)
        reason = text(f"arch.paste.{code}", lang)
        line = min(max(read.syntax.lineno or 1, 1), read.source.count("\n") + 1)
        found.append(
            _problem(read, CANNOT_WORK, code, line, reason, syntax.mended(read, bench), lang)
        )
    elif read.found is not None:
        kind = NOT_SUPPORTED if read.found.is_limit else CANNOT_WORK
        reason = _reason(read.found.code, read.found.values, lang)
        fixed = mended(read, bench)
        found.append(_problem(read, kind, read.found.code, read.found.line, reason, fixed, lang))
    for note in sorted(read.notes, key=lambda each: each.line)[:_MOST_NOTES]:
        reason = _reason(note.code, note.values, lang)
        wanted = (
            bool(note.mends)
            and len(found) < _MOST_MENDED
            and read.found is None
            and read.syntax is None
        )
        fixed = mended_note(read, note, bench) if wanted else None
        found.append(
            _problem(read, _KINDS[note.kind], note.code, note.line or 1, reason, fixed, lang)
        )
    return tuple(found)


def _reason(code: str, values: dict[str, object], lang: str) -> str:
    said = {key: value for key, value in values.items() if not key.startswith("_")}
    return text(f"arch.paste.{code}", lang, **said)


def _problem(
    read: Pass, kind: str, code: str, line: int, reason: str, fixed: str | None, lang: str
) -> Problem:
    if fixed is None or fixed == read.source:
        return Problem(kind, code, line, reason)
    fix, fix_line = told(read.source, fixed, lang, line)
    return Problem(kind, code, line, reason, fix, fix_line, fixed)


def _turned(read: Pass) -> Shape | None:
    if read.found is None or read.found.code != "channels_last" or len(read.input_shape) != 3:
        return None
    height, width, channels = read.input_shape
    return channels, height, width
