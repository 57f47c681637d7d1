"""What the activation lesson's sidebar has besides plain controls."""

from __future__ import annotations

import streamlit as st

from visualizer.lessons.activation import LESSON
from visualizer.lessons.activation.settings import CLASSES, EXAMPLES, LOGITS, ActivationSettings
from visualizer.ui import address
from visualizer.ui import sidebar as standard
from visualizer.words.text import text

_LABELS = {name: f"act.class.{animal}" for name, animal in zip(LOGITS, CLASSES, strict=True)}


def sidebar(settings: ActivationSettings, lang: str) -> None:
    """Draw every control but those that stand at their figures."""
    after = {LOGITS[-1]: lambda _: _examples(lang)} if settings.kind == "softmax" else None
    standard.sidebar(LESSON, settings, lang, after=after, labels=_LABELS)


def _examples(lang: str) -> None:
    for example, chosen in EXAMPLES.items():
        st.button(
            text(f"act.example_{example}", lang),
            key=f"act_example_{example}",
            on_click=address.change,
            args=(LESSON,),
            kwargs={**dict(zip(LOGITS, chosen, strict=True)), "temperature": 1.0},
            width="stretch",
        )
