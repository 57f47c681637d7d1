"""The best change for a mistake: the first after which the network works, as reading it shows."""

from __future__ import annotations

from dataclasses import dataclass

from visualizer.lessons.architecture.paste.machine.state import Note
from visualizer.lessons.architecture.paste.meant import Found, Pass, read_once
from visualizer.lessons.architecture.paste.repair.edits import applied
from visualizer.lessons.architecture.paste.repair.mends import candidates

MOST_READINGS, MOST_STEPS = 16, 60_000
LONGEST_SOURCE = 40_000  # characters; a longer text is not read again and again

CAUSES = frozenset(
    [
        "view",
        "kernel_too_large",
        "kernel_too_large_padded",
        "map_to_linear",
        "needs_map",
        "sum_shapes",
        "cat_shapes",
        "missing_arguments",
        "batch_lost",
        "wrong_norm",
        "pool_padding",
        "batch_changed",
        "result_lost",
        "layer_arrives",
        "made_with_tensor",
        "no_such_name_meant",
        "renamed_argument",
    ]
)
"""Mistakes whose change may call for another one further down: both then make one repair."""

REPEATED = frozenset(
    ["class_not_layer", "no_super", "no_such_name_meant", "renamed_argument", "not_whole"]
)
"""Mistakes that are made in several lines alike."""


@dataclass
class Bench:
    """Readings of changed texts, counted."""

    readings: int = 0
    steps: int = 0

    def read(self, source: str, read: Pass) -> Pass | None:
        """Read a changed text; None when enough has been read."""
        if (
            self.readings >= MOST_READINGS
            or self.steps >= MOST_STEPS
            or len(source) > LONGEST_SOURCE
        ):
            return None
        self.readings += 1
        again = read_once(source, read.input_shape, MOST_STEPS - self.steps)
        self.steps += again.steps
        return again


def mended(read: Pass, bench: Bench) -> str | None:
    """Return the text with the best change for the mistake that stops it, None for no change."""
    if read.found is None or read.found.is_limit:
        return None
    return _best(read, read.found, bench, 2)


def _best(read: Pass, found: Found, bench: Bench, further: int) -> str | None:
    second: str | None = None
    for candidate in candidates(read, found):
        changed = applied(read.source, candidate)
        if changed is None or changed == read.source:
            continue
        again = bench.read(changed, read)
        if again is None or again.syntax is not None or (again.found and again.found.is_limit):
            continue
        if again.found is None:
            return changed
        if not _further(again, read, found):
            continue
        chained = found.code in CAUSES or (
            found.code == again.found.code and found.code in REPEATED
        )
        if chained and further:
            whole = _best(again, again.found, bench, further - 1)
            last = None if whole is None else bench.read(whole, read)
            if last is not None and last.found is None and last.syntax is None:
                return whole
        second = second or changed
    return second


def _further(again: Pass, read: Pass, found: Found) -> bool:
    """Tell whether a changed text comes further than before, or fails of something else there."""
    assert again.found is not None
    if again.progress > read.progress:
        return True
    # A mistake in a constructor may hide another one on its own line.
    return again.progress == read.progress and found.phase == 1 and again.found.code != found.code


def mended_note(read: Pass, note: Note, bench: Bench) -> str | None:
    """Return the text with the change that a warning calls for."""
    for candidate in candidates(
        read, Found(note.code, note.line, note.values, note.mends, note.spot)
    ):
        changed = applied(read.source, candidate)
        again = bench.read(changed, read) if changed else None
        if again is None or again.syntax is not None:
            continue
        if again.found is None:
            if all((other.code, other.line) != (note.code, note.line) for other in again.notes):
                return changed
        elif note.code in CAUSES and not again.found.is_limit:
            whole = _best(again, again.found, bench, 1)
            last = None if whole is None else bench.read(whole, read)
            if last is not None and last.found is None and last.syntax is None:
                return whole
    return None
