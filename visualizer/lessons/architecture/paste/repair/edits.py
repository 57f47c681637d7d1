"""Changes of a text: applied to it, and written as old → new with the line."""

from __future__ import annotations

import difflib

from visualizer.lessons.architecture.paste.wrong import Edit

_LONGEST = 160


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
    if any(first[1] > second[0] for first, second in zip(places, places[1:], strict=False)):
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


def told(source: str, changed: str, lang: str) -> tuple[str, int]:
    """Return what was changed, ``line 9: old → new``, and the first line of it."""
    before, after = source.split("\n"), changed.split("\n")
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    most = min(len(before), len(after)) - start
    while end < most and before[len(before) - 1 - end] == after[len(after) - 1 - end]:
        end += 1
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    parts: list[str] = []
    if len(old) == len(new):
        pairs = zip(range(start, start + len(old)), old, new, strict=True)
        parts = [_pair(line + 1, a, b, lang) for line, a, b in pairs if a != b]
        return "; ".join(parts[:4]), start + 1
    matcher = difflib.SequenceMatcher(None, old[:200], new[:200], autojunk=False)
    for what, i, j, k, m in matcher.get_opcodes():
        if what == "equal":
            continue
        if what == "replace" and j - i == m - k:
            parts += [_pair(start + i + n + 1, old[i + n], new[k + n], lang) for n in range(j - i)]
            continue
        parts += [f"{_line(start + n + 1, lang)} − {_short(old[n])}" for n in range(i, j) if old[n].strip()]
        parts += [f"{_line(start + i + 1, lang)} + {_short(new[n])}" for n in range(k, m) if new[n].strip()]
    return "; ".join(parts[:4]), start + 1


def _line(number: int, lang: str) -> str:
    return f"{number}행:" if lang == "ko" else f"line {number}:"


def _short(line: str) -> str:
    bare = line.strip().rstrip(",")
    return bare if len(bare) <= _LONGEST else bare[: _LONGEST - 1] + "…"


def _pair(number: int, old: str, new: str, lang: str) -> str:
    """Write one changed line, without what stays the same before an assignment's =."""
    bare_old, bare_new = old.strip(), new.strip()
    if bare_old.rstrip(",") != bare_new.rstrip(","):
        bare_old, bare_new = bare_old.rstrip(","), bare_new.rstrip(",")
    left, is_assigned, right = bare_old.partition(" = ")
    if is_assigned and "(" not in left and bare_new.startswith(left + is_assigned):
        bare_old, bare_new = right, bare_new[len(left + is_assigned) :]
    short = (part if len(part) <= _LONGEST else part[: _LONGEST - 1] + "…" for part in (bare_old, bare_new))
    return f"{_line(number, lang)} " + " → ".join(short)
