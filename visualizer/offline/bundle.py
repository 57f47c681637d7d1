"""What every page without a server carries: Plotly, the scripts, the styles, the fonts."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Collection
from functools import cache

from plotly.offline import get_plotlyjs

from visualizer.lessons.registry import ROOT
from visualizer.material.modules import ASSETS, expression

FOLDER = ASSETS / "offline"
FONTS = ROOT / "static" / "fonts"
FACES = {400: "ConvScopeKorean-Regular.woff2", 700: "ConvScopeKorean-Bold.woff2"}
_HANGUL = "U+3131-318E, U+AC00-D7A3"
_WIDTH = 76  # letters in a line of what is packed: some mail programs break longer ones


@cache
def plotly() -> str:
    """Return plotly.js as it is installed, MIT licence on top."""
    return str(get_plotlyjs())


@cache
def plotly_packed() -> str:
    """Return plotly.js as base64 of gzip: 2 MB instead of 5."""
    packed = base64.b64encode(gzip.compress(plotly().encode(), 6, mtime=0)).decode("ascii")
    return "\n".join(packed[at : at + _WIDTH] for at in range(0, len(packed), _WIDTH))


@cache
def _part(component: str) -> str:
    """Return a component as a JavaScript object: what runs it, its HTML, its style."""
    folder = ASSETS / component
    entry, markup, style = _FILES[component]
    written = json.dumps((folder / markup).read_text("utf-8") if markup else "<span></span>")
    look = json.dumps((folder / style).read_text("utf-8") if style else "")
    return f"{{ run: {expression(f'{component}/{entry}')}, html: {written}, css: {look} }}"


_FILES = {
    "player": ("player.js", "player.html", "player.css"),
    "point": ("point.js", "point.html", "point.css"),
    "dense": ("links.js", "", ""),
    # The player's own buttons under another picture.
    "learns": ("learns.js", "../player/player.html", "../player/player.css"),
}
COMPONENTS = tuple(_FILES)


def script(components: Collection[str]) -> str:
    """Return the page's own script with these components of ``COMPONENTS``; it runs at once."""
    parts = ",\n".join(f"{name}: {_part(name)}" for name in COMPONENTS if name in components)
    return _safe(f"({expression('offline/page.js')})({{\n{parts}\n}});")


def style() -> str:
    """Return the page's own style sheet."""
    sheets = (FOLDER / "page.css", ASSETS / "shared" / "listed.css")
    return "\n".join(sheet.read_text("utf-8") for sheet in sheets)


@cache
def faces(folder: str | None) -> str:
    """Return the rules for Korean: with the fonts in them, or with their files in ``folder``."""
    rules = []
    for weight, name in FACES.items():
        if folder is None:
            data = base64.b64encode((FONTS / name).read_bytes()).decode("ascii")
            source = f"data:font/woff2;base64,{data}"
        else:
            source = f"{folder}/{name}"
        rules.append(
            f'@font-face {{ font-family: ConvScopeKorean; src: url("{source}") format("woff2");'
            f" font-weight: {weight}; font-display: swap; unicode-range: {_HANGUL}; }}"
        )
    return "\n".join(rules)


def data(content: object) -> str:
    """Return data as JSON that can stand in a page's script element, whatever it holds."""
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return written.replace("<", "\\u003c")


def _safe(script: str) -> str:
    """Keep a browser from taking what stands in a script's string for the end of its element."""
    return script.replace("</", "<\\/").replace("<!--", "<\\!--")
