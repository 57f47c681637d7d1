"""A chart drawn for two widths, a desktop's and a phone's; the browser shows the one that fits."""

from __future__ import annotations

from collections.abc import Callable

import plotly.graph_objects as go
import streamlit as st

from visualizer.ui.charts import chart

WIDTHS = (940, 340)  # pixels
_KEYS = ("{key}", "{key}_phone")


def two_widths(
    key: str,
    draw: Callable[[int], go.Figure],
    alt: str,
    picked: Callable[[int], None] | None = None,
    widths: tuple[int, int] = WIDTHS,
) -> None:
    """Draw ``draw(width)`` for both widths, with the element keys ``key`` and ``<key>_phone``.

    alt: the alternative text. picked: called with the ``customdata`` of a clicked point.
    """
    wide, narrow = (written.format(key=key) for written in _KEYS)
    st.html(
        f"<style>.st-key-{narrow}_box {{ display: none; }}"
        f"@media (max-width: 740px) {{ .st-key-{wide}_box {{ display: none; }}"
        f" .st-key-{narrow}_box {{ display: flex; }} }}</style>"
    )
    for name, width in zip((wide, narrow), widths, strict=True):
        with st.container(key=f"{name}_box"):
            chart(draw(width), name, alt, picked=picked)
