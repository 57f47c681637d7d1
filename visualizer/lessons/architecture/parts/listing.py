"""Pasted code as HTML: each line with its number and the shapes that it makes."""

from __future__ import annotations

import html
from collections.abc import Mapping
from functools import cache

from visualizer.lessons.registry import ROOT

MOST = 2000
"""Lines that are listed; code that is longer is cut there."""


@cache
def style() -> str:
    """Return the listing's style sheet as an element."""
    return f"<style>{(ROOT / 'assets' / 'paste' / 'listing.css').read_text('utf-8')}</style>"


def listing(
    source: str, shapes: Mapping[int, str], marks: Mapping[int, tuple[str, str]], label: str
) -> str:
    """Write code as a list of lines; what a person pasted stays text.

    shapes: of lines, counted from 1; marks: of lines, a class ("fails", "fix", "noted") and what it
    means, for those who do not see its colour; label: the listing's name.
    """
    rows = []
    for number, line in enumerate(source.splitlines()[:MOST], start=1):
        kind, meaning = marks.get(number, ("", ""))
        title = f' class="{kind}" title="{html.escape(meaning)}"' if kind else ""
        said = f'<span class="number">{number}</span>'
        code = f"<code>{html.escape(line) or ' '}</code>"
        made = f'<span class="shape">{html.escape(shapes.get(number, ""))}</span>'
        rows.append(f"<li{title}>{said}{code}{made}</li>")
    name = html.escape(label, quote=True)
    return (
        f'<div class="pasted" tabindex="0" role="region" aria-label="{name}">'
        f"<ol>{''.join(rows)}</ol></div>"
    )
