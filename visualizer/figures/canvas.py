"""The traces and images of a stage: where they are collected, and the coordinates they use.

All panels of one role share a pair of axes. The axes count cells: the first real cell lies from 0.5
to 1.5, so that its centre is 1, as rows and columns are counted.
"""

from __future__ import annotations

from typing import Any

from visualizer.figures.arrangement import RoleRegion
from visualizer.figures.panels import Panel
from visualizer.figures.scene import Polyline, Scene


def axes_start(scene: Scene, role: str) -> tuple[float, float]:
    """Return (x, y) of the left top corner of a role's axes; padding lies before cell 1."""
    top, left = scene.origin if role == "input" else (0, 0)
    return 0.5 - left, 0.5 - top


def axes_ranges(scene: Scene, role: str, region: RoleRegion) -> tuple[list[float], list[float]]:
    """Return Plotly's ranges of a role's x axis (to the right) and y axis (downwards)."""
    x, y = axes_start(scene, role)
    start = round(x - region.before, 4)
    return [start, round(start + region.cols, 4)], [round(y + region.rows, 4), y]


def panel_corners(scene: Scene, role: str, region: RoleRegion) -> list[tuple[float, float]]:
    """Return (x, y) of each panel's left top corner on its role's axes."""
    x, y = axes_start(scene, role)
    return [(round(right + x, 4), round(down + y, 4)) for right, down in region.offsets]


def sign_place(scene: Scene, role: str, region: RoleRegion) -> tuple[float, float, float]:
    """Return (x, y, y above) of the sign before a role's panels and what is written above it."""
    x, y = axes_start(scene, role)
    right, down, above = region.sign
    return round(x + right, 4), round(y + down, 4), round(y + above, 4)


def scale_place(scene: Scene, role: str, region: RoleRegion) -> list[float] | None:
    """Return [x, y, width, height] of a role's bar of colours on its axes.

    None where there is none: where each cell says its number, and for what is no scale.
    """
    if region.font or not scene.has_scale(role):
        return None
    x, y = axes_start(scene, role)
    right, down, width, height = region.scale
    return [round(x + right, 4), round(y + down, 4), width, height]


class Canvas:
    """Collects the traces and images of a stage, drawn for one width.

    panels: each role's panels; regions: where they lie at that width. ``axes`` holds the suffix of
    each role's axes ("", "2", …), ``corners`` the left top corner of each of its panels.
    """

    def __init__(
        self, scene: Scene, panels: dict[str, list[Panel]], regions: dict[str, RoleRegion]
    ) -> None:
        """Begin with nothing drawn."""
        self.panels = panels
        self.regions = regions
        self.axes = {role: "" if i == 0 else str(i + 1) for i, role in enumerate(panels)}
        self.corners = {role: panel_corners(scene, role, r) for role, r in regions.items()}
        self.traces: list[dict[str, Any]] = []
        self.images: list[dict[str, Any]] = []

    def trace(self, role: str, part: str, **parts: Any) -> None:
        """Add a scatter trace, named ``part:role``, to a role's axes."""
        suffix = self.axes[role]
        shared = {"hoverinfo": "skip", "showlegend": False, "cliponaxis": False}
        axes = {"xaxis": "x" + suffix, "yaxis": "y" + suffix}
        self.traces.append({"type": "scatter", "name": f"{part}:{role}", **axes, **shared, **parts})

    def outline(self, role: str, part: str, path: Polyline, color: str, width: float) -> None:
        """Add a trace that draws lines, ``width`` pixels wide."""
        line = {"color": color, "width": width, "simplify": False}
        self.trace(role, part, mode="lines", x=path[0], y=path[1], line=line)

    def image(self, panel: Panel, source: str) -> None:
        """Add a picture (a data URI) that fills a panel, below all traces."""
        suffix = self.axes[panel.role]
        x, y = self.corners[panel.role][panel.index]
        place = {"x": x, "y": y, "sizex": panel.cols, "sizey": panel.rows}
        axes = {"xref": "x" + suffix, "yref": "y" + suffix, "xanchor": "left", "yanchor": "top"}
        how = {"sizing": "stretch", "layer": "below"}
        self.images.append({"name": panel.name, "source": source, **place, **axes, **how})

    def bar(self, role: str, source: str, place: list[float] | None) -> None:
        """Add a role's bar of colours, invisible where it has no place at this width."""
        suffix = self.axes[role]
        x, y, width, height = place or (0.0, 0.0, 0.0, 0.0)
        where = {"x": x, "y": y, "sizex": width, "sizey": height, "visible": place is not None}
        axes = {"xref": "x" + suffix, "yref": "y" + suffix, "xanchor": "left", "yanchor": "top"}
        how = {"sizing": "stretch", "layer": "below"}
        self.images.append({"name": f"scale:{role}", "source": source, **where, **axes, **how})
