"""A line that says which unit of AlexNet the stage's numbers are from, and leads back to it."""

from __future__ import annotations

from visualizer.lessons.convolution.example import Example
from visualizer.lessons.convolution.settings import ConvolutionSettings
from visualizer.lessons.roads import way_back
from visualizer.settings.origin import read
from visualizer.ui.sources import handed_over, photo_of
from visualizer.words.sums import written_result
from visualizer.words.text import text


def say(settings: ConvolutionSettings, example: Example, lang: str) -> None:
    """Draw the line; nothing where the example is the lesson's own or a hand has changed it."""
    if not settings.from_:
        return
    origin = read(settings.from_)
    step = min(origin.step, example.trace.steps)
    words = text(
        "conv.from", lang, channel=origin.channel, channels=origin.channels,
        layer=origin.convolution, filter=origin.filter, row=origin.row, col=origin.col,
        photo=photo_of(origin, lang), step=step, sum=written_result(example.trace, step - 1),
    )  # fmt: skip
    back = way_back(origin)
    handed_over("conv_origin", words, back.page, back.query, lang)
