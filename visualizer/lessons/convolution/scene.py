"""The convolution on the stage: its titles, its words, and the photo where the input is one."""

from __future__ import annotations

from dataclasses import replace

from visualizer.figures.asked.veil import Lit, asked_stage
from visualizer.figures.packing import Written
from visualizer.figures.photo import photo_colors
from visualizer.figures.scene import Scene
from visualizer.figures.stage import Stage
from visualizer.figures.still import Still, still
from visualizer.figures.windows import window_scene
from visualizer.lessons.convolution import LESSON
from visualizer.lessons.convolution.backward import words
from visualizer.lessons.convolution.backward.flow import flow
from visualizer.lessons.convolution.example import Example, build
from visualizer.lessons.convolution.settings import ConvolutionSettings
from visualizer.memory import remembered
from visualizer.settings.inputs import is_picture
from visualizer.words.activations import WRITTEN
from visualizer.words.stage import window_titles


def scene(example: Example, photo: bool, lang: str) -> Scene:
    """Return the scene; ``photo``: whether the input is a picture and shown as one."""
    return window_scene(
        example.trace,
        titles=window_titles(example.trace, example.activation, lang),
        activation=WRITTEN[example.activation],
        function=example.activation,
        photo=photo_colors(example.input) if photo else None,
    )


@remembered(64)
def drawn(settings: ConvolutionSettings, dark: bool, lang: str, step: int) -> Still:
    """Return the stage at ``step`` of the example that ``settings`` (rewound) describe."""
    if settings.runs_back:
        return still(Stage(_backward(settings, lang), dark, step))
    return still(Stage(scene(build(settings), is_picture(settings), lang), dark, step))


def _backward(settings: ConvolutionSettings, lang: str) -> Scene:
    found = flow(settings)
    photo = is_picture(settings) and found.way == "weight" and not found.example.transposed
    made = window_scene(
        found.trace,
        titles=words.titles(found, lang),
        photo=photo_colors(found.example.input) if photo else None,
    )
    # A kernel's gradient is as small as the kernel, whatever it is added up from.
    return replace(made, apart=found.way == "weight")


@remembered(64)
def asked(
    settings: ConvolutionSettings,
    hides: frozenset[str],
    lit: Lit,
    dark: bool,
    lang: str,
    width: int,
) -> Written:
    """Return the stage of a question about ``settings``, at their step, for a width in pixels."""
    whole = scene(build(LESSON.rewound(settings)), is_picture(settings), lang)
    return asked_stage(whole, settings.step, hides, lit, dark, lang, width)
