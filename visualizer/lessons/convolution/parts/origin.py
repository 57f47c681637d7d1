"""A line that says which unit of AlexNet the stage's numbers are from, and leads back to it."""

from __future__ import annotations

import streamlit as st

from visualizer.lessons.convolution.example import Example
from visualizer.lessons.convolution.settings import ConvolutionSettings
from visualizer.lessons.roads import way_back
from visualizer.material.photos import photo_title
from visualizer.settings.origin import OWN_PICTURES, read
from visualizer.ui import shell
from visualizer.words.quoting import quoted
from visualizer.words.sums import written_result
from visualizer.words.text import text


def say(settings: ConvolutionSettings, example: Example, lang: str) -> None:
    """Draw the line; nothing where the example is the lesson's own or a hand has changed it."""
    if not settings.from_:
        return
    origin = read(settings.from_)
    own = origin.photo in OWN_PICTURES
    photo = text("conv.from_own", lang) if own else photo_title(origin.photo, lang)
    step = min(origin.step, example.trace.steps)
    with st.container(key="conv_origin", gap=None):
        st.markdown(
            text(
                "conv.from", lang, channel=origin.channel, channels=origin.channels,
                layer=origin.convolution, filter=origin.filter, row=origin.row, col=origin.col,
                photo=quoted(photo), step=step, sum=written_result(example.trace, step - 1),
            )
        )  # fmt: skip
        back = way_back(origin)
        label = text("conv.from_back", lang)
        shell.link(back.page, label, icon=":material/arrow_back:", settings=back.query)
