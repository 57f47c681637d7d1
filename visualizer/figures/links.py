"""Drawings of neurons and links: the layout they share, and the colour of a link."""

from __future__ import annotations

from typing import Any

import numpy as np

from visualizer.figures.colors import diverging, palette
from visualizer.figures.lettering import FONT


def plain_layout(dark: bool) -> dict[str, Any]:
    """Return what every still drawing has: no ground of its own, the page's ink, no dragging."""
    return {
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "color": palette(dark).ink, "size": 14},
        "hovermode": "closest",
        "dragmode": False,
        "showlegend": False,
    }


def link_color(value: float, limit: float, dark: bool) -> str:
    """Colour a link by its weight; the pale middle of the scale is lifted so it can be seen."""
    if value == 0:
        return palette(dark).line
    # From a quarter of the scale on, a thin line can be told from the background.
    lifted = np.sign(value) * (0.35 + 0.65 * abs(value) / limit)
    red, green, blue = diverging(np.array(lifted), 1.0, dark)
    return f"#{red:02x}{green:02x}{blue:02x}"
