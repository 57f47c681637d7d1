"""Text that is no Python: which usual slip it is, and the sign that is missing."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from visualizer.lessons.architecture.paste.guard import check
from visualizer.lessons.architecture.paste.meant import Pass
from visualizer.lessons.architecture.paste.repair.best import LONGEST_SOURCE, Bench
from visualizer.lessons.architecture.paste.wrong import Stop

_MOST_TRIES, _MOST_PARSED = 120, 400_000  # changes tried, and characters parsed for them
_CODES = (
    ("was never closed", "syntax_open"),
    ("forgot a comma", "syntax_comma"),
    ("expected ':'", "syntax_colon"),
    ("unmatched", "syntax_unmatched"),
    ("does not match opening", "syntax_unmatched"),
    ("indent", "syntax_indent"),
    ("unterminated", "syntax_text"),
)


def code_of(error: SyntaxError) -> str:
    """Return the name of the sentence for a syntax error."""
    said = str(error.msg)
    return next((code for part, code in _CODES if part in said), "syntax")


def mended(read: Pass, bench: Bench) -> str | None:
    """Return the text with the sign that was missing, None where no single sign helps."""
    assert read.syntax is not None
    if len(read.source) > LONGEST_SOURCE:
        return None
    second: str | None = None
    tries = 0
    for changed in _changes(read.source, read.syntax):
        tries += 1
        if tries > min(_MOST_TRIES, _MOST_PARSED // max(len(read.source), 1)):
            break
        if not _parses(changed):
            continue
        again = bench.read(changed, read)
        if again is None:
            break
        if again.found is None and again.entries:
            return changed
        second = second or changed
    return second


def _parses(source: str) -> bool:
    try:
        check(source)
        ast.parse(source)
    except (SyntaxError, Stop, RecursionError, MemoryError, ValueError):
        return False
    return True


def _changes(source: str, error: SyntaxError) -> Iterator[str]:
    lines = source.split("\n")
    number = min(max((error.lineno or 1) - 1, 0), len(lines) - 1)
    code = code_of(error)
    near = [n for n in (number, number - 1, number + 1, number - 2) if 0 <= n < len(lines)]

    def ended(place: int, sign: str) -> str:
        """Return the text with a sign at the end of a line's code."""
        code_part, comment = _without_comment(lines[place])
        if sign.startswith(")") and code_part.endswith(","):
            changed = code_part[:-1] + sign.rstrip(",") + ","
        else:
            changed = code_part + sign
        return "\n".join([*lines[:place], changed + comment, *lines[place + 1 :]])

    if code == "syntax_colon":
        yield from (ended(place, ":") for place in near)
    if code == "syntax_text":
        yield from (ended(place, quote) for place in near[:1] for quote in ("'", '"', "')", '")'))

    def instead(text: str) -> str:
        """Return the text with another line in place of the one that is wrong."""
        return "\n".join([*lines[:number], text, *lines[number + 1 :]])

    if code == "syntax_comma":
        line, first = lines[number], (error.offset or 1) - 1
        for place in range(first, min((error.end_offset or first) + 1, len(line))):
            if line[place] == " " and line[place - 1] not in ",(=":
                yield "\n".join(
                    [*lines[:number], f"{line[:place]},{line[place:]}", *lines[number + 1 :]]
                )
    if code == "syntax_indent":
        bare = lines[number].lstrip()
        others = [
            line for line in (lines[number - 1], *lines[number + 1 : number + 2]) if line.strip()
        ]
        for other in others:
            space = other[: len(other) - len(other.lstrip())]
            yield "\n".join([*lines[:number], space + bare, *lines[number + 1 :]])
    if code in ("syntax_unmatched", "syntax_indent"):
        for place in near:
            last = lines[place].rfind(")")
            if last >= 0:
                shorter = lines[place][:last] + lines[place][last + 1 :]
                yield "\n".join([*lines[:place], shorter, *lines[place + 1 :]])
    if code in ("syntax_open", "syntax", "syntax_comma", "syntax_unmatched", "syntax_indent"):
        if code != "syntax_open":
            yield from (ended(place, ",") for place in near if _can_take_comma(lines[place]))
        following = range(number, min(number + 40, len(lines)))
        opened = [n for n in (number - 1, number - 2) if n >= 0]
        for place in [*opened[:1], *following, *opened[1:]]:
            if _without_comment(lines[place])[0].strip():
                yield ended(place, ")")
                yield ended(place, "),")
                yield ended(place, "]")
        yield from (ended(place, ":") for place in near)


def _can_take_comma(line: str) -> bool:
    bare = _without_comment(line)[0].rstrip()
    return bool(bare) and bare[-1] not in ",([{:="


def _without_comment(line: str) -> tuple[str, str]:
    """Return a line's code and, with the space before it, its comment."""
    place = line.find("#")
    if place < 0 or "'" in line[:place] or '"' in line[:place]:
        bare = line.rstrip()
        return bare, line[len(bare) :]
    bare = line[:place].rstrip()
    return bare, line[len(bare) :]
