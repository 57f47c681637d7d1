"""A chart in two widths, for a desk and for a phone: the browser shows the one that fits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go
import streamlit as st

WIDE, NARROW = 940, 340  # pixels the two are drawn for
CONFIG = {"displayModeBar": False, "responsive": True, "scrollZoom": False, "doubleClick": False}
_KEYS = ("{key}", "{key}_phone")


def two_widths(
    key: str,
    draw: Callable[[int], go.Figure],
    alt: str,
    picked: Callable[[int], None] | None = None,
    widths: tuple[int, int] = (WIDE, NARROW),
) -> None:
    """Draw ``draw(width)`` for both widths, keyed ``key`` and ``<key>_phone``.

    picked: told the customdata of a point that is clicked.
    """
    wide, narrow = (written.format(key=key) for written in _KEYS)
    st.html(
        f"<style>.st-key-{narrow}_box {{ display: none; }}"
        f"@media (max-width: 740px) {{ .st-key-{wide}_box {{ display: none; }}"
        f" .st-key-{narrow}_box {{ display: flex; }} }}</style>"
    )
    for name, width in zip((wide, narrow), widths, strict=True):
        with st.container(key=f"{name}_box"):
            _chart(name, draw(width), alt, picked)


def _chart(key: str, figure: go.Figure, alt: str, picked: Callable[[int], None] | None) -> None:
    if picked is None:
        st.plotly_chart(figure, key=key, theme=None, config=CONFIG, alt=alt)
        return

    def chosen() -> None:
        number = clicked(key)
        if number is not None:
            picked(number)

    st.plotly_chart(
        figure, key=key, theme=None, config=CONFIG, alt=alt,
        on_select=chosen, selection_mode="points",
    )  # fmt: skip


def clicked(key: str) -> int | None:
    """Return the customdata of the point that was clicked in a chart, None if there is none."""
    event: Any = st.session_state.get(key)
    points = event["selection"]["points"] if event else []
    data = points[0].get("customdata") if points else None
    value = data[0] if isinstance(data, list | tuple) and data else data
    return value if isinstance(value, int) else None
