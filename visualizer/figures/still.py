"""A stage as it is sent to the browser: drawn, written as JSON and named, once for all readers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from visualizer.figures.packing import Written, written
from visualizer.figures.stage import Stage

PHONE = 740
"""Layouts narrower than this, in pixels, are for phones."""
_MARGINS = 31  # pixels beside the main column on a phone, less one


@dataclass(frozen=True)
class Still:
    """What the browser is sent of a stage.

    chart: its figure at the nominal width, whose name is the example's. data: the player's JSON,
    without what changes from run to run. heights: (width of the window in pixels, height of the
    chart) for each narrower window, in the order in which style rules must stand.
    """

    chart: Written
    data: str
    heights: tuple[tuple[int, int], ...]


def still(stage: Stage) -> Still:
    """Draw a stage and write it down."""
    figure, data = stage.figure(), stage.data()
    text = json.dumps(data)
    return Still(written(figure, text), text, tuple(_heights(data["layouts"])))


def _heights(layouts: list[dict[str, Any]]) -> list[tuple[int, int]]:
    """Return the widest window, in pixels, for each phone layout, and its height.

    On a phone the main column is the window less its two margins of 16 px.
    """
    phones = [layout for layout in layouts if layout["width"] < PHONE]
    wider = [*(layout["width"] for layout in phones[1:]), PHONE - 5]
    pairs = zip(phones, wider, strict=True)
    return [(beyond + _MARGINS, layout["height"]) for layout, beyond in reversed(list(pairs))]
