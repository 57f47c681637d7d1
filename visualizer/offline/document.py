"""Pieces as one HTML document."""

from __future__ import annotations

import base64
import html
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from visualizer.notation import grouped
from visualizer.offline import bundle
from visualizer.offline.maths import mathml
from visualizer.offline.pieces import (
    Beside,
    Chart,
    Formula,
    Heading,
    Listed,
    Live,
    Picture,
    Piece,
    Prose,
    flat,
)
from visualizer.offline.prose import paragraphs
from visualizer.words.tables import table_html
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
    script = bundle.script(_needed(draft.light))
    return _document(draft, head, f"{packed}\n<script>\n{script}\n</script>")


def beside(draft: Draft, shared: str) -> str:
    """Return the page with what it needs in the folder ``shared``, seen from the page."""
    head = f'<link rel="stylesheet" href="{shared}/convscope.css">'
    needed = ("plotly.min.js", "convscope.js") if draft.light else ("convscope.js",)
    scripts = "".join(f'<script src="{shared}/{name}"></script>\n' for name in needed)
    return _document(draft, head, scripts)


def empty_size(pieces: Sequence[Piece], lang: str) -> int:
    """Return how many bytes a file has for what it carries whatever it shows."""
    faces = bundle.faces(None) if lang == "ko" else ""
    parts = (bundle.plotly_packed(), bundle.script(_needed(pieces)), bundle.style(), faces)
    return sum(len(part.encode()) for part in parts)


def content_size(pieces: Sequence[Piece]) -> int:
    """Return how many bytes the pieces of one theme have in a file, their words left out."""
    return len(bundle.data(_drawn(pieces, None)).encode())


def _needed(pieces: Sequence[Piece]) -> set[str]:
    return {piece.component for piece in flat(pieces) if isinstance(piece, Live)}


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
<style>{_limits(draft.light)}</style>
</head>
<body>
<header><span>{app}</span><button type="button" id="theme" hidden></button></header>
<main>
<h1>{title}</h1>
<p class="lead">{html.escape(draft.lead)}</p>
{_without_scripts(lang) if draft.light else ""}
<p class="notice" id="notice" role="alert" hidden></p>
{draft.above}
{grouped("".join(map(_written, draft.light)), lang)}
{draft.below}
</main>
<script type="application/json" id="content">{grouped(bundle.data(sent), lang)}</script>
{scripts}
</body>
</html>
"""


def _without_scripts(lang: str) -> str:
    said = html.escape(text("offline.no_script", lang))
    return f'<noscript><p class="notice">{said}</p></noscript>'


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


def _limits(pieces: Sequence[Piece]) -> str:
    """Return the rules for charts that are made for some widths of the column alone."""
    rules = []
    for piece in flat(pieces):
        if isinstance(piece, Chart):
            hidden = f"{{ .st-key-{piece.key} {{ display: none; }} }}"
            if piece.least:
                rules.append(f"@container main (width < {piece.least}px) {hidden}")
            if piece.most:
                rules.append(f"@container main (width >= {piece.most}px) {hidden}")
    return " ".join(rules)


def _chart(chart: Chart) -> str:
    return (
        f'<div class="chart st-key-{chart.key}" data-key="{chart.key}" role="figure"'
        f' aria-label="{html.escape(chart.alt)}"'
        f' style="height: {chart.figure.height}px"></div>\n'
    )


def _picture(picture: Picture) -> str:
    data = base64.b64encode(picture.jpeg).decode("ascii")
    return f'<img src="data:image/jpeg;base64,{data}" alt="{html.escape(picture.alt)}">\n'


def _listed(listed: Listed) -> str:
    table = table_html(listed.table)
    if not listed.title:
        return table
    return f"<details><summary>{html.escape(listed.title)}</summary>{table}</details>\n"


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
    Picture: _picture,
    Live: _live,
    Heading: lambda piece: f"<h2>{html.escape(piece.words)}</h2>\n",
    Prose: _prose,
    Formula: lambda piece: f"{mathml(piece.latex)}\n",
    Listed: _listed,
    Beside: _beside,
}


def _written(piece: Piece) -> str:
    return _WRITERS[type(piece)](piece)
