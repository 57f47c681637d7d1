"""The way in: where to start, and the questions of the course as stations of a path."""

from __future__ import annotations

import streamlit as st

from visualizer.figures.colors import palette
from visualizer.lessons.home.path import PATH, Stop
from visualizer.ui import shell
from visualizer.ui.charts import is_dark
from visualizer.words.text import text

_LINK = "[data-testid=stPageLink] a"
# White on this blue can be read in both themes.
_START = f"""<style>
.st-key-start {_LINK} {{ background: #1a5fb4; min-height: 2.75rem; padding: 0.5rem 1.25rem;
  width: fit-content; }}
.st-key-start {_LINK}:hover {{ background: #154d93; }}
.st-key-start {_LINK} * {{ color: #fff; font-size: 1rem; font-weight: 600; }}
</style>"""
# Each station is a number in a ring; a line leads from one to the next, whatever their heights.
_STATIONS = f"""<style>
.st-key-path {{ counter-reset: station; }}
.st-key-path [data-testid=stElementContainer] {{ margin: 0; width: 100%; }}
.st-key-path [data-testid=stPageLink] {{ position: relative; counter-increment: station; }}
.st-key-path {_LINK} {{ min-height: 2.75rem; gap: 0.85rem; padding: 0.25rem 0.75rem 0.25rem 0.5rem;
  margin: 0; width: fit-content; max-width: 100%; }}
.st-key-path {_LINK} p {{ font-size: 1rem; line-height: 1.4; white-space: normal; }}
.st-key-path {_LINK}::before {{ content: counter(station); flex: none; width: 1.85rem;
  line-height: 1.7rem; border: 1.5px solid #7d8fa8; border-radius: 50%; text-align: center;
  font-size: 0.875rem; font-variant-numeric: tabular-nums; color: INK; }}
.st-key-path [data-testid=stPageLink]::before, .st-key-path [data-testid=stPageLink]::after {{
  content: ""; position: absolute; left: calc(1.425rem - 0.75px); height: calc(50% - 0.925rem);
  border-left: 1.5px solid #7d8fa8; }}
.st-key-path [data-testid=stPageLink]::before {{ top: 0; }}
.st-key-path [data-testid=stPageLink]::after {{ bottom: 0; }}
.st-key-path [data-testid=stElementContainer]:first-child [data-testid=stPageLink]::before,
.st-key-path [data-testid=stElementContainer]:last-child [data-testid=stPageLink]::after {{
  display: none; }}
</style>"""


def start(lang: str) -> None:
    """Draw the link to the first question of the course."""
    st.html(_START)
    first = PATH[0]
    with st.container(key="start"):
        shell.link(
            first.page,
            text("home.start", lang),
            icon=":material/arrow_forward:",
            settings=first.settings,
        )


def learning_path(lang: str) -> None:
    """Draw the questions of the course, each a link to the example that answers it."""
    st.html(_STATIONS.replace("INK", palette(is_dark()).ink))
    half = -(-len(PATH) // 2)
    with st.container(key="path"):
        for column, stops in zip(st.columns(2), (PATH[:half], PATH[half:]), strict=True):
            with column.container(gap=None):
                _stations(stops, lang)


def _stations(stops: tuple[Stop, ...], lang: str) -> None:
    for stop in stops:
        shell.link(stop.page, text(f"home.path.{stop.key}", lang), settings=stop.settings)
