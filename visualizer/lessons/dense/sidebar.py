"""What the fully connected lesson's sidebar has besides plain controls."""

from __future__ import annotations

import streamlit as st

from visualizer.lessons.dense import LESSON
from visualizer.lessons.dense.backward.flow import flow
from visualizer.lessons.dense.settings import DenseSettings
from visualizer.lessons.dense.words import class_name
from visualizer.ui import sidebar as standard
from visualizer.ui.backward import controls as backward
from visualizer.ui.controls import Controls
from visualizer.words.text import text


def sidebar(settings: DenseSettings, lang: str) -> None:
    """Draw every control of the lesson."""
    standard.sidebar(
        LESSON,
        settings,
        lang,
        instead={
            "gradient": lambda controls: _gradient(controls, "gradient"),
            "target": lambda controls: _gradient(controls, "target"),
            "label": _label,
        },
        after={"input": lambda _: st.caption(text("dense.capped", lang))},
    )


def _gradient(controls: Controls[DenseSettings], field: str) -> None:
    """Draw the editor of what the backward pass begins with; forward there is none."""
    if controls.settings.pass_ == "forward":
        return
    found = flow(LESSON.rewound(controls.settings))
    values = found.target if field == "target" else found.given
    made = found.target is not None or found.label is not None
    if values is not None and not (made and field == "gradient"):
        backward.editor(controls, field, values[None, :, None])


def _label(controls: Controls[DenseSettings]) -> None:
    """Draw the choice of the true class by its name."""
    if "label" in controls.relevant:
        st.selectbox(
            controls.label("label"),
            range(controls.settings.outputs),
            key=LESSON["label"].name,
            format_func=lambda output: class_name(output, controls.lang),
            help=controls.help("label"),
        )
