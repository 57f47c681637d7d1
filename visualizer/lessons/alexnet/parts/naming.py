"""What a unit is called: a unit of the last layer has the name of its class."""

from __future__ import annotations

from visualizer.lessons.alexnet.parts.answers import Answer
from visualizer.lessons.alexnet.settings import LAST
from visualizer.words.quoting import quoted


def class_of(answer: Answer, layer: str, channel: int, lang: str) -> str:
    """Return the class that a unit of the last layer stands for; "" for any other unit."""
    classes = answer.loaded.weights.classes
    named = layer == LAST and channel < len(classes)
    return classes[channel].name(lang) if named else ""


def with_class(answer: Answer, layer: str, channel: int, lang: str) -> str:
    """Return a unit's number, from 1, with its class where it has one; safe in Markdown."""
    name = class_of(answer, layer, channel, lang)
    return f"{channel + 1} {quoted(name)}" if name else str(channel + 1)
