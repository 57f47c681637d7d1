"""Changes of a text: applied to it, and written as old → new with the line."""

from __future__ import annotations

import difflib
from itertools import pairwise

from visualizer.lessons.architecture.paste.wrong import Edit

_LONGEST, _SHORT = 160, 60


def applied(source: str, edits: tuple[Edit, ...]) -> str | None:
    """Return the text with the changes, None where they lie on top of each other."""
    lines = source.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    places: list[tuple[int, int, str]] = []
    for edit in dict.fromkeys(edits):
        text, start = edit.text, _offset(lines, starts, edit.line, edit.column)
        end = _offset(lines, starts, edit.end_line, edit.end_column)
        if edit.line > len(lines):
            text = "\n" + text.rstrip("\n")
        places.append((start, end, text))
    places.sort()
    if any(first[1] > second[0] for first, second in pairwise(places)):
        return None
    for start, end, text in reversed(places):
        source = source[:start] + text + source[end:]
    return source


def _offset(lines: list[str], starts: list[int], line: int, column: int) -> int:
    """Return the place in the text of a line, from 1, and a column in bytes."""
    if line > len(lines):
        return starts[-1] - 1
    written = lines[line - 1]
    if not written.isascii():
        column = len(written.encode()[:column].decode(errors="ignore"))
    return starts[line - 1] + min(column, len(written))


def told(source: str, changed: str, lang: str, first: int) -> tuple[str, int]:
    """Return what was changed, ``line 9: old → new``, and its line; ``first`` comes first if it is.

    A line that moves alone is written by its spaces, a new one with +, one taken out with −.
    """
    before, after = source.split("\n"), changed.split("\n")
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    most = min(len(before), len(after)) - start
    while end < most and before[len(before) - 1 - end] == after[len(after) - 1 - end]:
        end += 1
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    parts: list[tuple[int, str]] = []
    if len(old) == len(new):
        blocks = [("replace", 0, len(old), 0, len(new))]
    else:
        matcher = difflib.SequenceMatcher(None, old[:200], new[:200], autojunk=False)
        blocks = [block for block in matcher.get_opcodes() if block[0] != "equal"]
    for _, i, j, k, m in blocks:
        if j - i == m - k:
            parts += _pairs(start + i + 1, old[i:j], new[k:m])
            continue
        parts += [(start + n + 1, f"− {_short(old[n])}") for n in range(i, j) if old[n].strip()]
        parts += [(start + i + 1, f"+ {_short(new[n])}") for n in range(k, m) if new[n].strip()]
    if not parts:
        return "", start + 1
    parts.sort(key=lambda part: part[0] != first)
    written = [
        f"{line}행: {part}" if lang == "ko" else f"line {line}: {part}" for line, part in parts
    ]
    return "; ".join(written[:4]), parts[0][0]


def _pairs(line: int, old: list[str], new: list[str]) -> list[tuple[int, str]]:
    changed = [(n, a, b) for n, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]
    if len(changed) > 1 and all(a.strip() == b.strip() for _, a, b in changed):
        changed = changed[:1]
    return [(line + n, _pair(a, b)) for n, a, b in changed]


def _short(line: str) -> str:
    bare = line.strip().rstrip(",")
    return bare if len(bare) <= _LONGEST else bare[: _LONGEST - 1] + "…"


def _pair(old: str, new: str) -> str:
    """Write one changed line, without what stays the same before an assignment's =."""
    bare_old, bare_new = old.strip(), new.strip()
    if bare_old == bare_new:
        spaces = (len(line) - len(line.lstrip()) for line in (old, new))
        return " → ".join(f"␣×{count} {_short(old)}" for count in spaces)
    if bare_old.rstrip(",") != bare_new.rstrip(","):
        bare_old, bare_new = bare_old.rstrip(","), bare_new.rstrip(",")
    left, is_assigned, right = bare_old.partition(" = ")
    if is_assigned and "(" not in left and bare_new.startswith(left + is_assigned):
        bare_old, bare_new = right, bare_new[len(left + is_assigned) :]
    parts = _narrowed(bare_old, bare_new)
    return " → ".join(p if len(p) <= _LONGEST else p[: _LONGEST - 1] + "…" for p in parts)


def _narrowed(old: str, new: str) -> tuple[str, str]:
    """Return the call in which two lines differ, in both; the lines themselves if it is none."""
    start = _alike(old, new)
    end = min(_alike(old[::-1], new[::-1]), len(old) - start, len(new) - start)
    opened = _opened(old, start)
    if opened is not None:
        first = opened
        while first > 0 and (old[first - 1].isalnum() or old[first - 1] in "_."):
            first -= 1
        closed = _closed(old, opened)
        if closed is None or closed < len(old) - end - 1:
            return old, new
        if closed - first > _SHORT:
            # A call of many parts, as a Sequential: the part that differs is enough.
            first, closed = _part(old, opened, start, len(old) - end)
        after = len(old) - closed - 1
        return old[first : closed + 1], new[first : len(new) - after]
    return old, new


def _alike(first: str, second: str) -> int:
    """Return with how many signs two texts begin alike."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(first), len(second)))


def _opened(line: str, place: int) -> int | None:
    """Return where the innermost bracket is opened that is still open at a place."""
    depth = 0
    for at in range(place - 1, -1, -1):
        if line[at] in ")]}":
            depth += 1
        elif line[at] in "([{":
            if depth == 0:
                return at if line[at] == "(" else None
            depth -= 1
    return None


def _closed(line: str, opened: int) -> int | None:
    """Return where the bracket is closed that is opened at a place."""
    depth = 0
    for at in range(opened, len(line)):
        depth += (line[at] in "([{") - (line[at] in ")]}")
        if depth == 0:
            return at
    return None


def _part(line: str, opened: int, start: int, end: int) -> tuple[int, int]:
    """Return the first and last place of the argument that holds a piece of a call."""
    depth, first = 0, opened + 1
    for at in range(opened + 1, len(line)):
        depth += (line[at] in "([{") - (line[at] in ")]}")
        if depth < 0 or (depth == 0 and line[at] == ","):
            if at >= end:
                return first + (len(line[first:at]) - len(line[first:at].lstrip())), at - 1
            first = at + 1 if at < start else first
    return opened + 1, len(line) - 1
