"""The dense layer's page without a server: its links, its player, and the same as a convolution."""

from __future__ import annotations

from collections.abc import Sequence

from visualizer.lessons.dense import LESSON, words
from visualizer.lessons.dense.backward import words as back
from visualizer.lessons.dense.backward.flow import flow
from visualizer.lessons.dense.example import build
from visualizer.lessons.dense.figures.places import WIDE
from visualizer.lessons.dense.scene import Drawing, drawn, linked, linked_back
from visualizer.lessons.dense.settings import DenseSettings
from visualizer.lessons.dense.shape import shape_story
from visualizer.notation import number
from visualizer.offline.pieces import Chart, Formula, Heading, Live, Piece, Prose, explained, played
from visualizer.words.text import text
from visualizer.words.windows import stage_alt

_NET = "dense_net"


def shown(settings: DenseSettings, dark: bool, lang: str) -> list[Piece]:
    """Return what the page shows of ``settings``."""
    at_first = LESSON.rewound(settings)
    if settings.pass_ != "forward":
        return _backward(at_first, settings, dark, lang)
    example = build(at_first)
    still = drawn(at_first, dark, lang)
    stage, player = played(LESSON, still, settings, stage_alt(example.trace, lang), lang)
    results, folded = (
        ", ".join(number(float(value)) for value in values)
        for values in (example.y, example.trace.output.ravel())
    )
    drawings = [linked(example, narrow, dark, lang) for narrow in (False, True)]
    return [
        *_links(drawings, settings.output, words.alt(example, lang)),
        player,
        Prose(text("dense.hover", lang), quiet=True),
        *explained(shape_story(example, lang), text("dense.letters", lang), "", lang),
        Heading(text("dense.scores", lang)),
        Formula(words.SOFTMAX),
        Prose(text("dense.scores_words", lang)),
        Prose(words.lead(example, lang)),
        Heading(text("dense.conv", lang)),
        Prose(text("dense.conv_words", lang)),
        stage,
        Prose(text("dense.conv_equal", lang, dense=results, conv=folded), quiet=True),
    ]


def _backward(
    at_first: DenseSettings, settings: DenseSettings, dark: bool, lang: str
) -> list[Piece]:
    found = flow(at_first)
    names = back.player_words(found, lang)
    alt = back.stage_alt(found, lang)
    still = drawn(at_first, dark, lang)
    stage, player = played(LESSON, still, settings, alt, lang, names)
    drawings = [linked_back(found, narrow, dark, lang) for narrow in (False, True)]
    letters = text("dense.back_letters", lang)
    return [
        *_links(drawings, settings.step, back.alt(found, lang)),
        player,
        Prose(text(f"dense.back_hover_{found.way}", lang), quiet=True),
        *explained(back.story(found, lang), letters, "", lang, title="back.title"),
        Heading(text(f"dense.back_whole_{found.way}", lang)),
        Prose(text(f"dense.back_whole_{found.way}_words", lang)),
        stage,
    ]


def _links(drawings: Sequence[Drawing], step: int, alt: str) -> list[Piece]:
    """Return the drawings with their links, made for a desk and for a phone."""
    links: list[Piece] = []
    for drawing, narrow, key in zip(drawings, (False, True), (_NET, f"{_NET}_narrow"), strict=True):
        least, most = (0, WIDE) if narrow else (WIDE, 0)
        links.append(Chart(key, drawing.figure, alt, least, most))
        stage = f"{LESSON.prefix}_stage"
        data = {**drawing.data, "chart": key, "stage": stage, "step": step, "asked": 0}
        links.append(Live(key.replace(_NET, "dense_links"), "dense", data))
    return links
