"""The stage of a question: a still chart for each width, without what the question hides."""

from __future__ import annotations

from collections.abc import Callable

from visualizer.asking.question import Lights
from visualizer.figures.asked.veil import Lit
from visualizer.figures.packing import Written
from visualizer.ui import charts

WIDTHS = (340, 640, 940)
"""Pixels: the widths of the column that a stage asked about is drawn for."""


def lit(lights: Lights) -> Lit:
    """Return lights in a form that can be remembered."""
    return tuple(sorted((role, tuple(cells)) for role, cells in lights.items()))


def still_stage(drawn: Callable[[int], Written], alt: str) -> None:
    """Draw a stage that nothing moves; ``drawn`` returns it for a width of ``WIDTHS``."""
    keys = {width: f"asked_{width}" for width in WIDTHS}
    for width in charts.one_fits("asked", keys):
        charts.ready_chart(drawn(width), f"asked_stage_{width}", alt)
