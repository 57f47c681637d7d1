"""What is drawn for a question about a pooling."""

from __future__ import annotations

from typing import cast

from visualizer.asking import Question
from visualizer.asking.question import Lights
from visualizer.lessons.pooling import LESSON, words
from visualizer.lessons.pooling.example import build
from visualizer.lessons.pooling.scene import asked, drawn
from visualizer.lessons.pooling.settings import PoolingSettings
from visualizer.ui import charts, player
from visualizer.ui.asking.pictures import Pictures
from visualizer.ui.asking.stage import lit, still_stage


def _asked(question: Question, lights: Lights, lang: str) -> None:
    settings = cast(PoolingSettings, question.settings)
    dark, marked = charts.is_dark(), lit(lights)
    still_stage(
        lambda width: asked(settings, question.hides, marked, dark, lang, width),
        words.given_alt(build(LESSON.rewound(settings)), lang),
    )


def _revealed(question: Question, lang: str) -> None:
    settings = cast(PoolingSettings, question.settings)
    now = LESSON.rewound(settings)
    still = drawn(now, charts.is_dark(), lang, 0)
    alt = words.stage_alt(build(now).trace, settings.kind, lang)
    player.alone("asked", still, settings.step, alt, lang)


PICTURES = Pictures(_asked, _revealed)
