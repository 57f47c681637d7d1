"""Pooling's page without a server: its stage, its player, and why the shape is as it is."""

from __future__ import annotations

from visualizer.lessons.pooling import LESSON, words
from visualizer.lessons.pooling.backward import words as back
from visualizer.lessons.pooling.backward.flow import flow
from visualizer.lessons.pooling.example import build
from visualizer.lessons.pooling.scene import drawn
from visualizer.lessons.pooling.settings import PoolingSettings
from visualizer.lessons.pooling.shape import shape_story
from visualizer.offline.pieces import Piece, explained, played
from visualizer.words.text import text


def shown(settings: PoolingSettings, dark: bool, lang: str) -> list[Piece]:
    """Return what the page shows of ``settings``."""
    at_first = LESSON.rewound(settings)
    if settings.pass_ != "forward":
        return _backward(at_first, settings, dark, lang)
    example = build(at_first)
    still = drawn(at_first, dark, lang, 0)
    letters = text("pool.letters_global" if example.kind == "global" else "pool.letters", lang)
    story = shape_story(example, settings.neurons, lang)
    return [
        *played(LESSON, still, settings, words.stage_alt(example.trace, example.kind, lang), lang),
        *explained(story, letters, text(f"pool.why_{example.kind}", lang), lang),
    ]


def _backward(
    at_first: PoolingSettings, settings: PoolingSettings, dark: bool, lang: str
) -> list[Piece]:
    found, still = flow(at_first), drawn(at_first, dark, lang, 0)
    story, letters = back.story(found, lang), text("pool.back_letters", lang)
    return [
        *played(LESSON, still, settings, back.alt(found, lang), lang, back.player_words(lang)),
        *explained(story, letters, "", lang, title="back.title"),
    ]
