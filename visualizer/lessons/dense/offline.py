"""The dense layer's page without a server: its links, its player, and the same as a convolution."""

from __future__ import annotations

from visualizer.lessons.dense import LESSON, words
from visualizer.lessons.dense.example import build
from visualizer.lessons.dense.figures.places import WIDE
from visualizer.lessons.dense.scene import drawn, linked
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
    example = build(at_first)
    still = drawn(at_first, dark, lang)
    stage, player = played(LESSON, still, settings, stage_alt(example.trace, lang), lang)
    results, folded = (
        ", ".join(number(float(value)) for value in values)
        for values in (example.y, example.trace.output.ravel())
    )
    links: list[Piece] = []
    for narrow, key in ((False, _NET), (True, f"{_NET}_narrow")):
        drawing = linked(example, narrow, dark, lang)
        least, most = (0, WIDE) if narrow else (WIDE, 0)
        links.append(Chart(key, drawing.figure, words.alt(example, lang), least, most))
        data = {
            **drawing.data,
            "chart": key,
            "stage": f"{LESSON.prefix}_stage",
            "output": settings.output,
            "asked": 0,
        }
        links.append(Live(key.replace(_NET, "dense_links"), "dense", data))
    return [
        *links,
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
