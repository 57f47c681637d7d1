"""What is drawn for a question about a convolution."""

from __future__ import annotations

from typing import cast

from visualizer.asking import Question
from visualizer.asking.question import Lights
from visualizer.lessons.convolution import LESSON
from visualizer.lessons.convolution.example import build
from visualizer.lessons.convolution.scene import asked, drawn
from visualizer.lessons.convolution.settings import ConvolutionSettings
from visualizer.lessons.convolution.words import given_alt
from visualizer.ui import charts, player
from visualizer.ui.asking.pictures import Pictures
from visualizer.ui.asking.stage import lit, still_stage
from visualizer.words.windows import stage_alt


def _asked(question: Question, lights: Lights, lang: str) -> None:
    settings = cast(ConvolutionSettings, question.settings)
    dark, marked = charts.is_dark(), lit(lights)
    still_stage(
        lambda width: asked(settings, question.hides, marked, dark, lang, width),
        given_alt(build(LESSON.rewound(settings)), lang),
    )


def _revealed(question: Question, lang: str) -> None:
    settings = cast(ConvolutionSettings, question.settings)
    now = LESSON.rewound(settings)
    still = drawn(now, charts.is_dark(), lang, 0)
    player.alone("asked", still, settings.step, stage_alt(build(now).trace, lang), lang)


PICTURES = Pictures(_asked, _revealed)
