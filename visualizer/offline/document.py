"""Pieces as one HTML document."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from visualizer.offline import bundle
from visualizer.offline.maths import mathml
from visualizer.offline.pieces import (
    Beside,
    Chart,
    Formula,
    Heading,
    Listed,
    Live,
    Piece,
    Prose,
    flat,
)
from visualizer.offline.prose import paragraphs
from visualizer.words.tables import Table
from visualizer.words.text import text

# Nothing is asked of any host, whatever stands in the page.
_POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:;"
    " font-src data:"
)
_WORDS = ("light", "dark", "too_old")


@dataclass(frozen=True)
class Draft:
    """A page before it is a file.

    light, dark: the same pieces in both themes. title, lead: in plain words. above, below: HTML
    around the pieces, such as a tour's words and ways. moves: what the player does for a tour.
    """

    title: str
    lead: str
    light: Sequence[Piece]
    dark: Sequence[Piece]
    lang: str
    above: str = ""
    below: str = ""
    moves: Mapping[str, Any] | None = None


def alone(draft: Draft) -> str:
    """Return the page as one file that holds all it needs."""
    lang = draft.lang
    faces = bundle.faces(None) if lang == "ko" else ""
    head = (
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<style>\n{faces}\n{bundle.style()}</style>"
    )
    packed = f'<script type="text/plain" id="plotly">\n{bundle.plotly_packed()}\n</script>'
    needed = {piece.component for piece in flat(draft.light) if isinstance(piece, Live)}
    return _document(draft, head, f"{packed}\n<script>\n{bundle.script(needed)}\n</script>")


def beside(draft: Draft, shared: str) -> str:
    """Return the page with what it needs in the folder ``shared``, seen from the page."""
    head = f'<link rel="stylesheet" href="{shared}/convscope.css">'
    scripts = "".join(
        f'<script src="{shared}/{name}"></script>\n' for name in ("plotly.min.js", "convscope.js")
    )
    return _document(draft, head, scripts)


def _document(draft: Draft, head: str, scripts: str) -> str:
    lang = draft.lang
    sent = {
        "light": _drawn(draft.light, draft.moves),
        "dark": _drawn(draft.dark, draft.moves),
        "words": {word: text(f"offline.{word}", lang) for word in _WORDS},
    }
    title = html.escape(draft.title)
    app = html.escape(text("app.name", lang))
    return f"""<!doctype html>
<!-- plotly.js: © Plotly, Inc., MIT licence. Korean: from Noto Sans CJK KR, SIL OFL 1.1. -->
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · {app}</title>
{head}
</head>
<body>
<header><span>{app}</span><button type="button" id="theme" hidden></button></header>
<main>
<h1>{title}</h1>
<p class="lead">{html.escape(draft.lead)}</p>
<noscript><p class="notice">{html.escape(text("offline.no_script", lang))}</p></noscript>
<p class="notice" id="notice" role="alert" hidden></p>
{draft.above}
{"".join(map(_written, draft.light))}
{draft.below}
</main>
<script type="application/json" id="content">{bundle.data(sent)}</script>
{scripts}
</body>
</html>
"""


def _drawn(pieces: Sequence[Piece], moves: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return what is drawn in one theme: figures by their boxes, and each component's data."""
    lives = [piece for piece in flat(pieces) if isinstance(piece, Live)]
    data = {
        live.key: {**live.data, "tour": moves} if moves and "tour" in live.data else live.data
        for live in lives
    }
    # A player is sent the figure of its stage: once is enough.
    sent = {live.data["stage"] for live in lives if "figure" in live.data}
    figures = {
        piece.key: piece.figure.json
        for piece in flat(pieces)
        if isinstance(piece, Chart) and piece.key not in sent
    }
    kinds = {live.key: live.component for live in lives}
    return {"figures": figures, "components": kinds, "data": data}


def _chart(chart: Chart) -> str:
    limits = f' data-least="{chart.least}" data-most="{chart.most}"'
    return (
        f'<div class="chart st-key-{chart.key}" data-key="{chart.key}" role="img"'
        f'{limits if chart.least or chart.most else ""} aria-label="{html.escape(chart.alt)}"'
        f' style="height: {chart.figure.height}px"></div>\n'
    )


def _listed(listed: Listed) -> str:
    table = table_html(listed.table)
    if not listed.title:
        return table
    return f"<details><summary>{html.escape(listed.title)}</summary>{table}</details>\n"


def table_html(table: Table) -> str:
    """Return a table; it scrolls in a box of its own."""

    def row(cells: Sequence[str], cell: str) -> str:
        return f"<tr>{''.join(f'<{cell}>{html.escape(each)}</{cell}>' for each in cells)}</tr>"

    body = "".join(row(cells, "td") for cells in table.shown)
    return (
        f'<div class="listed" tabindex="0"><table><thead>{row(table.columns, "th")}</thead>'
        f"<tbody>{body}</tbody></table></div>\n"
    )


def _beside(group: Beside) -> str:
    parts = "".join(f"<div>{''.join(map(_written, part))}</div>" for part in group.parts)
    return f'<div class="beside">{parts}</div>\n'


def _live(live: Live) -> str:
    return f'<div class="live st-key-{live.key}" data-key="{live.key}"></div>\n'


def _prose(prose: Prose) -> str:
    made = paragraphs(prose.words)
    return f'<div class="quiet">{made}</div>\n' if prose.quiet else f"{made}\n"


_WRITERS: dict[type, Callable[[Any], str]] = {
    Chart: _chart,
    Live: _live,
    Heading: lambda piece: f"<h2>{html.escape(piece.words)}</h2>\n",
    Prose: _prose,
    Formula: lambda piece: f"{mathml(piece.latex)}\n",
    Listed: _listed,
    Beside: _beside,
}


def _written(piece: Piece) -> str:
    return _WRITERS[type(piece)](piece)
