"""What a lesson draws for a question: the picture that hides the answer, and the one that has it.

Each lesson with questions has them in its ``parts/asked.py`` as ``PICTURES``.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass

from visualizer.asking import Question
from visualizer.asking.question import Lights
from visualizer.lessons.registry import page_named


@dataclass(frozen=True)
class Pictures:
    """The two pictures of a lesson's questions.

    asked: draws a question's example without what the question hides; what is hidden must not be in
    the chart's data either. It outlines the lights it is given: the cells asked about, and those of
    a hint. revealed: draws the whole example, with the player where there is one. Both are told the
    language; they draw into the place where they are called, under keys that begin with ``asked``.
    """

    asked: Callable[[Question, Lights, str], None]
    revealed: Callable[[Question, str], None]


def pictures_of(name: str) -> Pictures:
    """Return the pictures of the page called ``name``."""
    folder = page_named(name).module.__name__
    pictures: Pictures = importlib.import_module(f"{folder}.parts.asked").PICTURES
    return pictures
