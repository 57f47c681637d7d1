"""Which words stand at which box of a graph: as many as have room, the others are in the hover."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from visualizer.figures.lettering import text_width
from visualizer.lessons.architecture.figures.graph.lines import Note

LETTERS = 12  # pixels
LINE = 16.0  # pixels from line to line
_AWAY = 4.0  # from the box
_ASIDE = (0.0, -7.0, 7.0, -14.0, 14.0)  # from its middle
_EDGE = 0.2  # from the picture's edge
_BETWEEN = 5.0  # from caption to caption at least


@dataclass(frozen=True)
class Rectangle:
    """Left, right, low and high edge, in pixels."""

    left: float
    right: float
    low: float
    high: float

    def meets(self, other: Rectangle) -> bool:
        """Tell whether the two share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.low < other.high
            and other.low < self.high
        )

    def lifted(self, by: float) -> Rectangle:
        """Return it moved upwards."""
        return Rectangle(self.left, self.right, self.low + by, self.high + by)


@dataclass
class Captioned:
    """A box whose caption is to be found. around: its rectangle.

    above: the caption may stand above it, too; deep: also far below.
    """

    around: Rectangle
    name: str
    shape: str
    above: bool = False
    deep: bool = False
    lines: tuple[str, ...] = ()
    place: tuple[float, float, int] = (0.0, 0.0, -1)  # middle, edge, and 1 if it stands above


@dataclass
class Room:
    """What is taken in one lane of one row, whose axis has the height 0, up to the width."""

    width: float
    taken: list[Rectangle] = field(default_factory=list)

    def caption(self, boxes: Iterable[Captioned]) -> list[Rectangle]:
        """Give the boxes names where there is room, then shapes; return what the words take."""
        found = list(boxes)
        words: dict[int, Rectangle] = {}
        for number, box in enumerate(found):
            self._name(number, box, words)
        shown = None
        for wanted in (True, False):  # first the shapes that are new
            for number, box in enumerate(found):
                new, shown = box.shape != shown, box.shape
                if box.lines and len(box.lines) == 1 and new is wanted:
                    self._shape(number, box, words)
        return list(words.values())

    def _free(self, wanted: Rectangle, number: int, words: dict[int, Rectangle]) -> bool:
        return (
            wanted.left >= 0
            and wanted.right <= self.width
            and not any(wanted.meets(other) for other in self.taken)
            and not any(
                wanted.meets(
                    Rectangle(other.left - _BETWEEN, other.right + _BETWEEN, other.low, other.high)
                )
                for place, other in words.items()
                if place != number
            )
        )

    def _name(self, number: int, box: Captioned, words: dict[int, Rectangle]) -> None:
        # A mark between two tall boxes is named below them.
        for number_of_lines in range(9 if box.deep else 3):
            away = LINE * number_of_lines
            for side in (1, -1) if box.above else (-1,):
                edge = (box.around.high if side > 0 else box.around.low) + side * (_AWAY + away)
                if self._put(number, box, (f"<b>{box.name}</b>",), edge, side, words):
                    return

    def _shape(self, number: int, box: Captioned, words: dict[int, Rectangle]) -> None:
        _, edge, side = box.place
        self._put(number, box, (*box.lines, box.shape), edge, side, words)

    def _put(
        self, number: int, box: Captioned, lines: tuple[str, ...], edge: float, side: int,
        words: dict[int, Rectangle],
    ) -> bool:  # fmt: skip
        """Write lines at a box if there is room, in its middle or a little aside."""
        half = max(text_width(line, LETTERS) for line in lines) / 2
        high = LINE * len(lines)
        low = edge if side > 0 else edge - high
        for aside in _ASIDE:
            middle = (box.around.left + box.around.right) / 2 + aside
            middle = min(max(middle, half + _EDGE), self.width - half - _EDGE)
            wanted = Rectangle(middle - half, middle + half, low, low + high)
            if self._free(wanted, number, words):
                box.lines, box.place, words[number] = lines, (middle, edge, side), wanted
                return True
        return False


def note(box: Captioned, axis: float) -> Note:
    """Return a box's caption as words in the picture, in which its lane's axis has this height."""
    middle, edge, side = box.place
    return Note(box.lines, middle, axis + edge + (LINE * len(box.lines) if side > 0 else 0.0))
