"""The app's Markdown as HTML: paragraphs, lists, bold, code, formulas within a line."""

from __future__ import annotations

import html
import re

from visualizer.offline.maths import inline

_PART = re.compile(r"`([^`]+)`|\$([^$]+)\$|\*\*(.+?)\*\*|\[([^\]]+)\]\([^)]*\)|\\([^\w\s])")


def paragraphs(words: str) -> str:
    """Return sentences as HTML; links keep their words alone, for nothing leads out of a file."""
    made = []
    for block in re.split(r"\n\s*\n", words.strip()):
        lines = block.split("\n")
        if all(line.startswith("- ") for line in lines):
            items = "".join(f"<li>{line_of(line[2:])}</li>" for line in lines)
            made.append(f"<ul>{items}</ul>")
        else:
            made.append(f"<p>{line_of(block)}</p>")
    return "".join(made)


def line_of(words: str) -> str:
    """Return words within a line as HTML."""
    made, at = [], 0
    for found in _PART.finditer(words):
        code, formula, bold, link, sign = found.groups()
        made.append(html.escape(words[at : found.start()]))
        if code is not None:
            made.append(f"<code>{html.escape(code)}</code>")
        elif formula is not None:
            made.append(inline(formula))
        elif bold is not None:
            made.append(f"<strong>{line_of(bold)}</strong>")
        else:
            made.append(line_of(link) if link is not None else html.escape(sign))
        at = found.end()
    return "".join([*made, html.escape(words[at:])])
