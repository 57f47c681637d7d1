"""The stage: input ∗ kernel = products → output, as a still picture and data to move it.

No trace is a heatmap, because heatmaps vanish when Plotly draws a frame without a full redraw.
Colours are layout images, numbers are text, and everything that moves is a scatter trace. A frame
costs time for every trace of the figure, so all panels of one role share their axes and traces.
The figure is built as plain dictionaries and wrapped once: each validated graph object would cost a
millisecond.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import plotly.graph_objects as go

from visualizer.figures.arrangement import (
    LOW,
    WIDTHS,
    Arrangement,
    RoleRegion,
    arrange,
    arrange_low,
)
from visualizer.figures.canvas import (
    Canvas,
    axes_ranges,
    panel_corners,
    scale_place,
    sign_place,
)
from visualizer.figures.colors import diverging_colorscale, inks, limit_of, palette
from visualizer.figures.lettering import FONT, longest_number
from visualizer.figures.packing import pack, plain_figure
from visualizer.figures.painting import Painter
from visualizer.figures.panels import NOMINAL, Panel
from visualizer.figures.scene import Scene
from visualizer.notation import number, precise

__all__ = ["FONT", "Stage", "longest_number"]

_PAINTS = ("negative", "zero", "positive", "line", "padding", "hatch", "ink")
_SIGNS = {"kernel": "∗", "products": "=", "output": "→", "activated": "→"}


def spread_steps(scene: Scene) -> np.ndarray:
    """Return some of the steps, spread over all of them: what is measured in them holds for all."""
    return np.linspace(0, scene.steps - 1, min(scene.steps, 12)).astype(int)


def panels_of(scene: Scene) -> list[Panel]:
    """Return every grid of the stage as a panel, from left to right."""
    rows, cols = scene.grid.shape[1:]
    k_rows, k_cols = scene.kernel_size
    out_rows, out_cols = scene.output.shape[1:]
    panels: list[Panel] = []

    def add(role: str, count: int, height: int, width: int, longest: float) -> None:
        titles = scene.titles[role]
        panels.extend(Panel(role, i, height, width, titles[i], longest) for i in range(count))

    add("input", len(scene.grid), rows, cols, longest_number(scene.grid))
    if scene.weight is not None:
        longest = longest_number(scene.weight, write=precise)
        add("kernel", scene.shown_channels, k_rows, k_cols, longest)
    write = number if scene.weight is None else precise
    longest = longest_number(
        *(scene.moment(int(i)).shown for i in spread_steps(scene)), write=write
    )
    add("products", scene.shown_channels, k_rows, k_cols, longest)
    add("output", len(scene.output), out_rows, out_cols, longest_number(scene.output))
    if scene.activated is not None:
        longest = longest_number(scene.activated)
        add("activated", len(scene.activated), out_rows, out_cols, longest)
    return panels


class Stage:
    """One drawing of a scene: a still figure, and what the player needs to move it.

    The figure shows ``step``. Where a player moves it, ``step`` stays the same (0): the browser
    would redraw a figure that changed with every step.
    """

    def __init__(self, scene: Scene, dark: bool, step: int = 0, width: int = NOMINAL) -> None:
        """Arrange the panels for every width; nothing is drawn yet.

        width: the one of ``WIDTHS`` that the figure is drawn for.
        """
        self.scene = scene
        self.colors = palette(dark)
        panels = panels_of(scene)
        by_role: dict[str, list[Panel]] = {}
        for panel in panels:
            by_role.setdefault(panel.role, []).append(panel)
        self.arrangements = {width: arrange(panels, width) for width in WIDTHS}
        # With one channel and one map a line is as low as it can be.
        several = len(scene.grid) > 1 or len(scene.output) > 1
        self.lows = [arrange_low(tuple(panels), width) for width in LOW if several]
        self.dark = dark
        self.width = width
        self.canvas = Canvas(scene, by_role, self.arrangements[width].regions)
        self.painter = Painter(self.canvas, scene, scene.moment(step), dark)

    def figure(self) -> go.Figure:
        """Draw the still picture; to be called once."""
        for role in self.canvas.panels:
            self.painter.paint(role)
        layout: dict[str, Any] = {
            "height": self.arrangements[self.width].height,
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "font": {"family": FONT, "color": self.colors.ink, "size": 14},
            "hovermode": "closest",
            "hoverdistance": 40,
            "dragmode": False,
            "showlegend": False,
            "images": self.canvas.images,
            "annotations": self._notes(),
        }
        shared = {"visible": False, "fixedrange": True, "constrain": "domain"}
        for role, suffix in self.canvas.axes.items():
            region = self.canvas.regions[role]
            range_x, range_y = axes_ranges(self.scene, role, region)
            across = {"anchor": "y" + suffix, "domain": region.domain_x, "range": range_x}
            down = {"anchor": "x" + suffix, "domain": region.domain_y, "range": range_y}
            layout["xaxis" + suffix] = {**shared, **across}
            layout["yaxis" + suffix] = {**shared, **down, "scaleanchor": "x" + suffix}
        return plain_figure(self.canvas.traces, layout)

    def _notes(self) -> list[dict[str, Any]]:
        """Return titles above grids, signs between them, ends of scales; named for the player."""
        notes: list[dict[str, Any]] = []
        for role, members in self.canvas.panels.items():
            region, suffix = self.canvas.regions[role], self.canvas.axes[role]
            at = {"xref": "x" + suffix, "yref": "y" + suffix, "showarrow": False}
            for panel, (right, down) in zip(members, self.canvas.corners[role], strict=True):
                place = {"x": right + panel.cols / 2, "y": down, "yanchor": "bottom"}
                font = {"size": 14, "color": self.colors.ink}
                notes.append({"name": panel.name, "text": panel.title, "font": font, **at, **place})
            if role in _SIGNS and not (role == "products" and self.scene.weight is None):
                x, y, _ = sign_place(self.scene, role, region)
                font = {"size": 24, "color": self.colors.faint}
                sign = {"text": _SIGNS[role], "font": font, "x": x, "y": y}
                notes.append({"name": f"sign:{role}", **sign, **at})
            notes += [{**end, **at} for end in self.painter.scale_ends(role)]
        return notes

    def data(self) -> dict[str, Any]:
        """Return the player's data as JSON values.

        It holds arrays, geometry and one layout for each width: the browser makes any frame from
        them. The entry ``inks`` is filled when ``figure`` is called, before or after this.
        """
        scene = self.scene
        kernels = []
        if scene.weight is not None and len(scene.weight) > 1:
            for f in range(len(scene.weight)):
                cells = self.painter.kernel_cells(f)
                pictures = [self.painter.kernel_picture(f, c) for c in range(len(cells))]
                kernels.append({"pictures": pictures, "inks": inks(cells.reshape(-1, 3))})
        return {
            "operation": scene.operation,
            "grid": pack(scene.grid),
            "kind": pack(scene.kind),
            "origin": list(scene.origin),
            "weight": pack(scene.weight) if scene.weight is not None else None,
            "kernel": list(scene.kernel_size),
            "stride": list(scene.stride),
            "dilation": list(scene.dilation),
            "groups": scene.groups,
            "output": pack(scene.output),
            "activated": pack(scene.activated) if scene.activated is not None else None,
            "unusedRows": [int(row) for row in scene.unused_rows],
            "unusedCols": [int(col) for col in scene.unused_cols],
            "axes": self.canvas.axes,
            "inks": self.painter.inks,
            "layouts": [self._layout(a) for a in self.arrangements.values()],
            "lows": [self._layout(made) for made in self.lows],
            "nominal": self.width,
            "strokes": [role for role in self.canvas.panels if self._strokes(role)],
            "longest": {
                role: max(panel.longest for panel in members)
                for role, members in self.canvas.panels.items()
            },
            "kernels": kernels,
            "colors": {name: getattr(self.colors, name) for name in _PAINTS},
            "shade": self._shade(),
            **scene.data,
        }

    def _strokes(self, role: str) -> bool:
        """Tell whether a role's negative cells have strokes, so that paint has them too."""
        return not self.canvas.regions[role].font and self.scene.has_scale(role)

    def _shade(self) -> dict[str, Any] | None:
        """Return what the browser paints products with where their numbers are too small to read.

        The scale ends at the largest product of some steps; None if all widths have numbers.
        """
        fonts = [made.regions["products"].font for made in self.arrangements.values()]
        if self.scene.weight is None or all(fonts):
            return None
        some = (self.scene.moment(int(step)).shown for step in spread_steps(self.scene))
        scale = [str(color) for _, color in diverging_colorscale(self.dark, 101)]
        lines = {"line": self.colors.line, "ink": self.colors.ink}
        return {"scale": scale, "limit": limit_of(*some) or 1.0, **lines}

    def _layout(self, arrangement: Arrangement) -> dict[str, Any]:
        """Return the layout at one width.

        Each role has a short list: [domain_x, domain_y, range_x, range_y, panel corners, font,
        the sign, the bar of colours or None, how far below a panel its sum stands].
        """

        def short(role: str, region: RoleRegion) -> list[Any]:
            domains = [region.domain_x, region.domain_y]
            ranges = axes_ranges(self.scene, role, region)
            corners = panel_corners(self.scene, role, region)
            places = [sign_place(self.scene, role, region), scale_place(self.scene, role, region)]
            return [*domains, *ranges, corners, region.font, *places, region.foot]

        regions = {role: short(role, region) for role, region in arrangement.regions.items()}
        return {"width": arrangement.width, "height": arrangement.height, "regions": regions}
