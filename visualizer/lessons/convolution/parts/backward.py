"""The convolution's page while it runs backward: the same stage, player and tabs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import streamlit as st

from visualizer.figures.colors import limit_of
from visualizer.lessons.convolution import LESSON
from visualizer.lessons.convolution.backward import words
from visualizer.lessons.convolution.backward.code import numpy_backward, torch_backward
from visualizer.lessons.convolution.backward.flow import Flow, flow
from visualizer.lessons.convolution.proof import gradient_by_torch
from visualizer.lessons.convolution.scene import drawn
from visualizer.lessons.convolution.settings import ConvolutionSettings
from visualizer.lessons.convolution.sidebar import sidebar
from visualizer.settings.inputs import is_picture
from visualizer.ui import charts, details, player, shell
from visualizer.ui.backward import controls
from visualizer.ui.backward.page import Told, following
from visualizer.ui.grids import grids
from visualizer.ui.proof import Proof
from visualizer.words.text import text


def instead(settings: ConvolutionSettings, lang: str) -> None:
    """Where the settings run backward: draw that, and end the page."""
    if not settings.runs_back:
        return
    shown = LESSON.rewound(settings)
    found = flow(shown)
    still = drawn(shown, charts.is_dark(), lang, player.first_step(LESSON))
    controls.switch(LESSON, lang)
    player.stage(LESSON, still, words.alt(found, lang))
    _step_by_step(shown, lang)
    sidebar(settings, found.example, lang)
    shell.end_page()


@shell.fragment
def _step_by_step(shown: ConvolutionSettings, lang: str) -> None:
    found = flow(shown)
    still = drawn(shown, charts.is_dark(), lang, player.first_step(LESSON))
    told = Told(
        file="convolution",
        names=words.player_words(found, lang),
        story=words.story(found, lang),
        letters=words.letters(found, lang),
        sentence=lambda step: words.sentence(found, step, lang),
        table=lambda step: words.table(found, step, lang),
        torch=lambda: torch_backward(found),
        numpy=lambda: numpy_backward(found),
        proof=Proof(f"conv_proof_{found.way}", found.result, lambda: gradient_by_torch(found)),
    )
    following(LESSON, still, told, lang)
    _from_padding(found, lang)
    _where_from(found, is_picture(shown), lang)


def _from_padding(found: Flow, lang: str) -> None:
    """Add what padding that repeats cells sends to them, channel by channel."""
    more = found.from_padding
    if more is None:
        return
    parts = {"direct": found.trace.output, "padding": more, "whole": found.result}
    limit = limit_of(*parts.values())
    for channel in range(len(more)):
        shown = [
            (_titled(name, channel, len(more), lang), values[channel])
            for name, values in parts.items()
        ]
        grids(f"conv_back_padding_{channel}", shown, limit)


def _titled(name: str, channel: int, channels: int, lang: str) -> str:
    title = text(f"conv.back_{name}", lang)
    if channels == 1:
        return title
    return text("conv.back_channel", lang, channel=channel + 1, name=title)


def _where_from(found: Flow, photo: bool, lang: str) -> None:
    """Show, one tap away, how the stage's gradient came about: target, slopes."""
    if found.target is None and found.slope is None:
        return
    with details.folded(text("back.where_from", lang), "conv_back_from") as is_open:
        if not is_open:
            return
        example = found.example
        if found.target is not None:
            pair = [("back.y", example.trace.activated), ("back.t", found.target)]
            _row("conv_back_target", pair, "", lang)
        if found.slope is not None:
            chain = [("back.given", found.given), ("back.slopes", found.slope)]
            name = text(f"choice.conv_activation.{example.activation}", lang)
            _row("conv_back_slopes", [*chain, ("back.sums", found.at_sums)], name, lang)
        if len(found.given) > 1:
            st.caption(text("back.first_map", lang))


def _row(key: str, shown: Sequence[tuple[str, np.ndarray]], name: str, lang: str) -> None:
    titled = [(text(title, lang, name=name), values[0]) for title, values in shown]
    grids(key, titled, limit_of(*(values for _, values in titled)))
