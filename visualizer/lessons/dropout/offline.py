"""Dropout's page without a server: the network whole and with dropped neurons, and the averages."""

from __future__ import annotations

from visualizer.figures.packing import written
from visualizer.lessons.dropout import words
from visualizer.lessons.dropout.example import DropoutExample, build
from visualizer.lessons.dropout.figures.drawn import averaged, drawn
from visualizer.lessons.dropout.settings import DropoutSettings
from visualizer.offline.pieces import Beside, Chart, Formula, Heading, Listed, Piece, Prose
from visualizer.words.text import text


def shown(settings: DropoutSettings, dark: bool, lang: str) -> list[Piece]:
    """Return what the page shows of ``settings``."""
    example = build(settings)
    right = "drop.with" if example.training else "drop.without"
    return [
        Beside(
            (
                _network(example, "drop_whole", "drop.whole", False, dark, lang),
                _network(example, "drop_stage", right, example.training, dark, lang),
            )
        ),
        Prose(" ".join(words.story(example, lang))),
        Prose(text("drop.legend", lang), quiet=True),
        Heading(text("drop.why", lang)),
        *map(Formula, words.formula(example)),
        Prose(text("drop.why_words", lang)),
        Prose(text("drop.why_dropout", lang)),
        Listed(words.table(example, lang)),
        Heading(text("drop.many", lang)),
        Beside((_mean(example, True, dark, lang), _mean(example, False, dark, lang))),
    ]


def _network(
    example: DropoutExample, key: str, title: str, training: bool, dark: bool, lang: str
) -> tuple[Piece, ...]:
    figure = drawn(example, training, dark, lang)
    alt = words.alt(example, training, lang)
    return Prose(f"**{text(title, lang)}**"), Chart(key, written(figure), alt)


def _mean(example: DropoutExample, hidden: bool, dark: bool, lang: str) -> tuple[Piece, ...]:
    """Return the running mean of the watched neuron, or of the first output."""
    if hidden:
        layer, neuron, key = 1, example.watched, "drop_mean"
        title = text("drop.mean_neuron", lang, number=neuron + 1)
    else:
        layer, neuron, key = len(example.hidden) + 1, 0, "drop_mean_output"
        title = text("drop.mean_output", lang)
    figure = averaged(example, layer, neuron, dark, lang)
    alt = f"{title}. {words.mean_words(example, layer, neuron, lang)}"
    return (
        Prose(f"**{title}**"),
        Chart(key, written(figure), alt),
        Prose(words.averaged(example, layer, neuron, lang)),
    )
