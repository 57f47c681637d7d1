"""Pooling's page while it runs backward: the same stage, player and tabs."""

from __future__ import annotations

from visualizer.figures.colors import limit_of
from visualizer.lessons.pooling import LESSON
from visualizer.lessons.pooling.backward import words
from visualizer.lessons.pooling.backward.code import numpy_backward, torch_backward
from visualizer.lessons.pooling.backward.flow import Flow, flow
from visualizer.lessons.pooling.proof import gradient_by_torch
from visualizer.lessons.pooling.scene import drawn
from visualizer.lessons.pooling.settings import PoolingSettings
from visualizer.lessons.pooling.sidebar import sidebar
from visualizer.ui import charts, player, shell
from visualizer.ui.backward import controls
from visualizer.ui.backward.page import Told, following
from visualizer.ui.grids import grids
from visualizer.ui.proof import Proof
from visualizer.words.text import text


def instead(settings: PoolingSettings, lang: str) -> None:
    """Where the settings run backward: draw that, and end the page."""
    if settings.pass_ == "forward":
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
def _step_by_step(shown: PoolingSettings, lang: str) -> None:
    found = flow(shown)
    still = drawn(shown, charts.is_dark(), lang, player.first_step(LESSON))
    told = Told(
        file="pooling",
        names=words.player_words(lang),
        story=words.story(found, lang),
        letters=text("pool.back_letters", lang),
        sentence=lambda step: words.sentence(found, step, lang),
        table=lambda step: words.table(found, step, lang),
        torch=lambda: torch_backward(found),
        numpy=lambda: numpy_backward(found),
        proof=Proof("pool_proof_back", found.trace.output, lambda: gradient_by_torch(found)),
    )
    following(LESSON, still, told, lang)
    _winners(found, lang)


def _winners(found: Flow, lang: str) -> None:
    """Show the input itself, the cells outlined that a maximum sends something back to."""
    if found.example.kind != "max":
        return
    pixels = found.example.input
    won = [channel.any(axis=(2, 3)) for channel in found.trace.reached]
    shown = [(text("pool.back_won", lang, channel=i + 1), pixels[i]) for i in range(len(pixels))]
    grids("pool_back_won", shown, limit_of(pixels), won)
