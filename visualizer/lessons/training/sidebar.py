"""What the training page's sidebar has besides plain controls: numbers that go by powers of ten."""

from __future__ import annotations

from functools import partial

import streamlit as st

from visualizer.lessons.training import LESSON
from visualizer.lessons.training.settings import TrainingPageSettings
from visualizer.notation import number
from visualizer.ui import sidebar as standard
from visualizer.ui.controls import Controls

RATES = (0.0001, 0.0003, 0.001, 0.003, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 10.0)
DECAYS = (0.0, 0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1)


def sidebar(settings: TrainingPageSettings, lang: str) -> None:
    """Draw every control of the page."""
    drawn = {
        "rate": partial(_among, name="rate", offered=RATES),
        "decay": partial(_among, name="decay", offered=DECAYS),
    }
    relevant = LESSON.relevant(settings)
    instead = {name: draw for name, draw in drawn.items() if name in relevant}
    standard.sidebar(LESSON, settings, lang, instead=instead)


def _among(controls: Controls[TrainingPageSettings], name: str, offered: tuple[float, ...]) -> None:
    """Offer some numbers, and the one that an address brought."""
    now = float(getattr(controls.settings, name))
    st.selectbox(
        controls.label(name),
        sorted({*offered, now}),
        key=LESSON[name].name,
        format_func=lambda value: number(value, 4).rstrip("0") if value % 1 else number(value),
        help=controls.help(name),
    )
