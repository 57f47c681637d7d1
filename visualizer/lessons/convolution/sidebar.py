"""What the convolution lesson's sidebar has besides plain controls."""

from __future__ import annotations

import numpy as np
import streamlit as st

from visualizer.lessons.convolution import LESSON
from visualizer.lessons.convolution.backward.flow import flow
from visualizer.lessons.convolution.example import Example, with_weights
from visualizer.lessons.convolution.learns.run import Learning, learning, unmoved
from visualizer.lessons.convolution.parts import learn_choices
from visualizer.lessons.convolution.rules import output_shape
from visualizer.lessons.convolution.settings import ConvolutionSettings
from visualizer.lessons.convolution.words import filters_listed
from visualizer.settings.upstream import may_be_typed
from visualizer.ui import address, inputs, sources
from visualizer.ui import sidebar as standard
from visualizer.ui.backward import controls as backward
from visualizer.ui.controls import Controls
from visualizer.ui.details import popped
from visualizer.ui.grid_editor import grid_editor
from visualizer.words.text import text

# With height and width apart, what was a square's side is a height.
_HEIGHTS = {
    "size": "param.conv_height",
    "kernel": "param.conv_kernel_h",
    "stride": "param.conv_stride_h",
    "padding": "param.conv_padding_h",
    "dilation": "param.conv_dilation_h",
}

# While one learns, the kernel that is chosen is the one that makes the target.
_BEHIND = {"preset": "conv.learn_kernel_behind"}


def sidebar(settings: ConvolutionSettings, example: Example, lang: str) -> None:
    """Draw every control of the lesson."""
    behind = settings.learns and settings.goal == "kernel"
    standard.sidebar(
        LESSON,
        settings,
        lang,
        instead={
            "input": inputs.kind,
            "photo": inputs.photo_or_upload,
            "data": lambda controls: inputs.editor(controls, example.input),
            "weights": lambda _: _kernel_editor(example, lang),
            "gradient": lambda controls: _gradient(controls, "gradient"),
            "aim": lambda controls: backward.aim(controls, output_shape(controls.settings)),
            "target": lambda controls: _gradient(controls, "target"),
            # Drawn where it means nothing, it would leave a heading without controls.
            **({"rate_value": _own_rate} if settings.learns else {}),
        },
        after={
            "channels": lambda controls: inputs.colours(controls, example.input),
            "preset": lambda _: st.caption(text(f"use.conv_preset.{settings.preset}", lang)),
            "filters": lambda _: _which_filters(example, lang),
        },
        labels={**(_HEIGHTS if settings.rect else {}), **(_BEHIND if behind else {})},
    )


def _gradient(controls: Controls[ConvolutionSettings], field: str) -> None:
    """Draw the editor of what the backward pass begins with; forward there is none."""
    settings = controls.settings
    if not may_be_typed(output_shape(settings)):
        return
    if settings.goal == "painted" and field == "target":
        learn_choices.target_editor(controls, _learning(controls).target)
    if settings.runs_back:
        found = flow(LESSON.rewound(settings))
        grid = found.given if found.target is None else None
        backward.editor(controls, field, found.target if field == "target" else grid)


def _learning(controls: Controls[ConvolutionSettings]) -> Learning:
    return learning(unmoved(controls.settings))


def _own_rate(controls: Controls[ConvolutionSettings]) -> None:
    learn_choices.rate_editor(controls, _learning(controls).problem.bound)


def _which_filters(example: Example, lang: str) -> None:
    """Name the kernel of each filter: those after the first have others than the chosen one."""
    if listed := filters_listed(example, lang):
        st.caption(listed)


def _kernel_editor(example: Example, lang: str) -> None:
    with popped(text("edit.kernel", lang), "conv_kernel_editor_place") as is_open:
        if not is_open:
            return
        filters, reads, height, width = example.weight.shape
        names = [
            text("edit.weights", lang, filter=f + 1, channel=c + 1)
            for f in range(filters)
            for c in range(reads)
        ]
        maps = example.weight.reshape(filters * reads, height, width)
        grid_editor("conv_kernel_editor", maps, names, _type_weights, lang)


def _type_weights(grid: np.ndarray) -> None:
    sources.remember_typed(LESSON, "weights", grid)
    address.put(LESSON, with_weights(address.current(LESSON), grid))
