"""What the pooling lesson's sidebar has besides plain controls."""

from __future__ import annotations

import streamlit as st

from visualizer.lessons.pooling import LESSON
from visualizer.lessons.pooling.backward.flow import flow
from visualizer.lessons.pooling.example import PoolExample
from visualizer.lessons.pooling.rules import output_shape
from visualizer.lessons.pooling.settings import EXAMPLES, PoolingSettings
from visualizer.ui import address, inputs
from visualizer.ui import sidebar as standard
from visualizer.ui.backward import controls as backward
from visualizer.ui.controls import Controls
from visualizer.words.text import text

# With height and width apart, what was a square's side is a height.
_HEIGHTS = {
    "size": "param.pool_height",
    "kernel": "param.pool_kernel_h",
    "stride": "param.pool_stride_h",
    "padding": "param.pool_padding_h",
    "dilation": "param.pool_dilation_h",
}


def sidebar(settings: PoolingSettings, example: PoolExample, lang: str) -> None:
    """Draw every control of the lesson."""
    standard.sidebar(
        LESSON,
        settings,
        lang,
        instead={
            "input": inputs.kind,
            "photo": inputs.photo_or_upload,
            "data": lambda controls: inputs.editor(controls, example.input),
            "gradient": lambda controls: _gradient(controls, "gradient"),
            "aim": lambda controls: backward.aim(controls, output_shape(controls.settings)),
            "target": lambda controls: _gradient(controls, "target"),
        },
        labels=_HEIGHTS if settings.rect else None,
        after={
            "channels": lambda controls: inputs.colours(controls, example.input),
            "examples": lambda _: _examples(lang),
        },
    )


def _gradient(controls: Controls[PoolingSettings], field: str) -> None:
    """Draw the editor of what the backward pass begins with; forward there is none."""
    if controls.settings.pass_ != "forward":
        found = flow(LESSON.rewound(controls.settings))
        grid = found.given if found.target is None else None
        backward.editor(controls, field, found.target if field == "target" else grid)


def _examples(lang: str) -> None:
    for name, chosen in EXAMPLES.items():
        st.button(
            text(f"pool.example_{name}", lang),
            key=f"pool_example_{name}",
            on_click=address.put,
            args=(LESSON, LESSON.defaults().changed(**chosen)),
            width="stretch",
        )
