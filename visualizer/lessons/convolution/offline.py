"""The convolution's page without a server: its stage, its player, and why the shape is as it is."""

from __future__ import annotations

from visualizer.lessons.convolution import LESSON
from visualizer.lessons.convolution.backward import words
from visualizer.lessons.convolution.backward.flow import flow
from visualizer.lessons.convolution.example import build
from visualizer.lessons.convolution.figure import USUAL_SPEED, frames
from visualizer.lessons.convolution.learns import words as learn_words
from visualizer.lessons.convolution.learns.run import learning, unmoved
from visualizer.lessons.convolution.scene import drawn
from visualizer.lessons.convolution.settings import ConvolutionSettings
from visualizer.lessons.convolution.shape import correlation_note, shape_story
from visualizer.offline.pieces import Live, Piece, Prose, explained, played
from visualizer.words import windows
from visualizer.words.text import text


def shown(settings: ConvolutionSettings, dark: bool, lang: str) -> list[Piece]:
    """Return what the page shows of ``settings``."""
    at_first = LESSON.rewound(settings)
    if settings.learns:
        return _learning(settings, dark, lang)
    if settings.runs_back:
        return _backward(at_first, settings, dark, lang)
    example = build(at_first)
    still = drawn(at_first, dark, lang, 0)
    letters = text("shape.letters_transposed" if example.transposed else "shape.letters", lang)
    story, note = shape_story(example, lang), correlation_note(example, lang)
    return [
        *played(LESSON, still, settings, windows.stage_alt(example.trace, lang), lang),
        *explained(story, letters, note, lang),
    ]


def _backward(
    at_first: ConvolutionSettings, settings: ConvolutionSettings, dark: bool, lang: str
) -> list[Piece]:
    found, still = flow(at_first), drawn(at_first, dark, lang, 0)
    names = words.player_words(found, lang)
    story, letters = words.story(found, lang), words.letters(found, lang)
    return [
        *played(LESSON, still, settings, words.alt(found, lang), lang, names),
        *explained(story, letters, "", lang, title="back.title"),
    ]


def _learning(settings: ConvolutionSettings, dark: bool, lang: str) -> list[Piece]:
    found = learning(unmoved(settings))
    sent = {
        **frames(unmoved(settings), dark, lang),
        "step": settings.step, "opened": settings.opened, "speed": USUAL_SPEED,
        "ask": 0, "paints": False, "painted": 0, "tour": {},
    }  # fmt: skip
    story, letters = learn_words.story(found, lang), text("conv.learn_letters", lang)
    return [
        Live("conv_learning", "learns", sent),
        Prose(learn_words.rate_said(found, lang)),
        *explained(story, letters, "", lang, title="conv.learn_title"),
    ]
