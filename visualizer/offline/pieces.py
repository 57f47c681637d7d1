"""What a page without a server consists of, from top to bottom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from visualizer.figures.packing import Written
from visualizer.figures.still import Still
from visualizer.settings.lesson import Lesson
from visualizer.settings.rules import S
from visualizer.words.player import labels
from visualizer.words.stories import ShapeStory
from visualizer.words.tables import Table
from visualizer.words.text import text


@dataclass(frozen=True)
class Chart:
    """A figure in a box called ``key``; ``alt`` says what it shows to those who do not see it.

    least: pixels that the column must have for it, most: that it must not reach; 0 for no limit.
    """

    key: str
    figure: Written
    alt: str
    least: int = 0
    most: int = 0


@dataclass(frozen=True)
class Picture:
    """A photo as the bytes of a JPEG file; ``alt`` as for a chart."""

    jpeg: bytes
    alt: str


@dataclass(frozen=True)
class Live:
    """A component of assets/, called by its folder, in a box called ``key``."""

    key: str
    component: str
    data: Mapping[str, Any]


@dataclass(frozen=True)
class Heading:
    """The heading of a part."""

    words: str


@dataclass(frozen=True)
class Prose:
    """Sentences in the app's Markdown; ``quiet``: small, as a caption."""

    words: str
    quiet: bool = False


@dataclass(frozen=True)
class Formula:
    """A formula in LaTeX."""

    latex: str


@dataclass(frozen=True)
class Listed:
    """A table; under a title it is folded away."""

    table: Table
    title: str = ""


@dataclass(frozen=True)
class Beside:
    """Parts that stand beside one another where there is room."""

    parts: tuple[tuple[Piece, ...], ...]


Piece: TypeAlias = Chart | Picture | Live | Heading | Prose | Formula | Listed | Beside


def played(
    lesson: Lesson[S],
    still: Still,
    settings: S,
    alt: str,
    lang: str,
    names: Mapping[str, str] | None = None,
) -> list[Piece]:
    """Return a stage and its player, which opens at the step of ``settings``.

    names: what the stage's grids are called, where they are not input, kernel and output.
    """
    stage = f"{lesson.prefix}_stage"
    data = {
        "id": still.chart.identity,
        "example": still.data,
        "figure": still.chart.json,
        "hidden": False,
        "stage": stage,
        "step": int(getattr(settings, lesson.moved(settings))),
        "ask": 0,
        "speed": 1.0,
        "tour": {},
        "paints": False,
        "painted": 0,
        "labels": {**labels(lang), **(names or {})},
    }
    return [Chart(stage, still.chart, alt), Live(f"{lesson.prefix}_player", "player", data)]


def explained(
    story: ShapeStory, letters: str, note: str, lang: str, title: str = "common.why_shape"
) -> list[Piece]:
    """Return why the output has its shape; ``note`` stands below it, "" for none."""
    facts = "\n".join(f"- **{f.label}:** {f.value} — {f.how}" for f in story.facts)
    return [
        Heading(text(title, lang)),
        *map(Formula, story.formulas),
        Prose(letters, quiet=True),
        *map(Prose, story.sentences),
        Prose(facts),
        *([Prose(note, quiet=True)] if note else []),
    ]


def flat(pieces: Sequence[Piece]) -> list[Piece]:
    """Return all pieces in their order, those that stand beside one another too."""
    found: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Beside):
            for part in piece.parts:
                found += flat(part)
        else:
            found.append(piece)
    return found
