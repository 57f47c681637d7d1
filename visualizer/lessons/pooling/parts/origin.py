"""A line that says which unit of AlexNet the stage's numbers are from, and leads back to it."""

from __future__ import annotations

from visualizer.lessons.pooling.example import PoolExample
from visualizer.lessons.pooling.settings import PoolingSettings
from visualizer.lessons.pooling.words import written_result
from visualizer.lessons.roads import way_back
from visualizer.settings.origin import read
from visualizer.ui.sources import handed_over, photo_of
from visualizer.words.text import text


def say(settings: PoolingSettings, example: PoolExample, lang: str) -> None:
    """Draw the line; nothing where the example is the lesson's own or a hand has changed it."""
    if not settings.from_:
        return
    origin = read(settings.from_)
    step = min(origin.step, example.trace.steps)
    words = text(
        "pool.from", lang, channel=origin.channel, layer=origin.layer, row=origin.row,
        col=origin.col, photo=photo_of(origin, lang), step=step,
        value=written_result(example.trace, step - 1),
    )  # fmt: skip
    back = way_back(origin)
    handed_over("pool_origin", words, back.page, back.query, lang)
