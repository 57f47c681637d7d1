"""A link as a QR code, and as a file where it is too long for one."""

from __future__ import annotations

import html
from dataclasses import dataclass

import segno

# A code of version 25 has 117 modules a side: as many as a phone reads off a projector from a few
# rows away. At level L it holds 1,273 bytes.
MOST_VERSION = 25
MOST_BYTES = 1273
QUIET = 4  # modules of white around it, as the standard asks
LEAST_PIXELS = 4  # a module
_WANTED = 240  # pixels a side that a short link's code is at least given


@dataclass(frozen=True)
class Drawn:
    """A QR code as the address of an SVG picture, black on white; ``side`` in pixels."""

    source: str
    side: int


def drawn(link: str) -> Drawn | None:
    """Draw a link as a QR code; None where a phone could not read it."""
    try:
        code = segno.make(link, error="l", micro=False)
    except segno.DataOverflowError:  # longer than any code
        return None
    if int(code.version) > MOST_VERSION:
        return None
    modules = int(code.symbol_size(border=QUIET)[0])
    pixels = max(LEAST_PIXELS, _WANTED // modules)
    source = code.svg_data_uri(scale=pixels, border=QUIET, dark="#000", light="#fff")
    return Drawn(source, modules * pixels)


def file_of(link: str, title: str, lang: str) -> str:
    """Return a small HTML page that opens the link, for a link that is too long for a code."""
    address = html.escape(link)
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{html.escape(title)}</title>\n"
        f'<meta http-equiv="refresh" content="0; url={address}">\n</head>\n'
        f'<body>\n<p><a href="{address}">{html.escape(title)}</a></p>\n</body>\n</html>\n'
    )
