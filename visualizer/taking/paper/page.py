"""Sheets of paper: fonts, margins, running text. What stands on them is drawn by ``drawing``."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache

from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from visualizer.lessons.registry import ROOT

SIZES = {"a4": (210 * mm, 297 * mm), "letter": (215.9 * mm, 279.4 * mm)}
"""Width and height of a page, in points."""
REGULAR, BOLD = "ConvScopePaper", "ConvScopePaper-Bold"
MARGIN = 18 * mm
_FILES = {REGULAR: "ConvScopePaper-Regular.ttf", BOLD: "ConvScopePaper-Bold.ttf"}
_LEADING = 1.45  # of a letter's height, from line to line


@cache
def _load_fonts() -> None:
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, ROOT / "assets" / "paper" / file))


class Paper:
    """A PDF that is written from top to bottom; lengths are in points, ``y`` from the bottom."""

    def __init__(self, size: str, title: str) -> None:
        """Begin a document; ``size``: a key of SIZES; ``title``: the PDF's own."""
        _load_fonts()
        self._file = io.BytesIO()
        self.width, self.height = SIZES[size]
        # Invariant: without the time of day, so that the same example is the same file.
        self.canvas = Canvas(self._file, pagesize=(self.width, self.height), invariant=1)
        self.canvas.setTitle(title)
        self.canvas.setAuthor("ConvScope")
        self._head = ("", "")
        self.y = 0.0
        self._page = 0

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return float(self.width - 2 * MARGIN)

    def begin(self, title: str, note: str) -> None:
        """Begin a page of another sheet, headed by its title and, on the right, a note."""
        self._head = (title, note)
        self._next()

    def _next(self) -> None:
        if self._page:
            self.canvas.showPage()
        self._page += 1
        title, note = self._head
        self.canvas.setLineWidth(0.6)
        baseline = self.height - MARGIN - 12
        self.write(MARGIN, baseline, title, 15, BOLD)
        self.write(self.width - MARGIN - measure(note, 9), baseline, note, 9)
        self.canvas.line(MARGIN, baseline - 7, self.width - MARGIN, baseline - 7)
        self.y = baseline - 20

    def need(self, height: float) -> None:
        """Turn the page where ``height`` is not left on this one."""
        if self.y - height < MARGIN:
            self._next()

    def write(self, x: float, y: float, text: str, size: float, font: str = REGULAR) -> None:
        """Write a line with its left end at ``x``."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, y, text)

    def centred(self, x: float, y: float, text: str, size: float, font: str = REGULAR) -> None:
        """Write a line around ``x``, its digits around ``y``."""
        self.write(x - measure(text, size, font) / 2, y - 0.36 * size, text, size, font)

    def paragraph(
        self, text: str, size: float = 10, font: str = REGULAR, *, indent: float = 0
    ) -> None:
        """Write text in lines as wide as the page, and leave ``y`` below them."""
        for line in broken(text, self.inner - indent, size, font):
            self.need(_LEADING * size)
            self.y -= _LEADING * size
            self.write(MARGIN + indent, self.y + 0.35 * size, line, size, font)

    def done(self) -> bytes:
        """Close the document and return it."""
        self.canvas.showPage()
        self.canvas.save()
        return self._file.getvalue()


def measure(text: str, size: float, font: str = REGULAR) -> float:
    """Return the width of a line in points."""
    _load_fonts()
    return float(pdfmetrics.stringWidth(text, font, size))


def broken(text: str, width: float, size: float, font: str = REGULAR) -> Iterator[str]:
    """Break text at its spaces into lines of at most ``width``; a longer word within itself."""
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if measure(longer, size, font) <= width:
            line = longer
            continue
        if line:
            yield line
        line = word
        while measure(line, size, font) > width and len(line) > 1:
            cut = next(n for n in range(1, len(line) + 1)
                       if n == len(line) or measure(line[: n + 1], size, font) > width)  # fmt: skip
            yield line[:cut]
            line = line[cut:]
    if line:
        yield line
