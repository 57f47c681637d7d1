"""The stage: input ∗ kernel = products → output, one still picture that frames can move.

No trace is a heatmap (they vanish when a frame is drawn without a full redraw): colours are layout
images, numbers are text, and what moves is scatter. Dictionaries are built plainly and wrapped once,
because validated graph objects cost a millisecond each.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import plotly.graph_objects as go

from visualizer.figures.colors import Palette, diverging, inks, limit_of, palette, rgb
from visualizer.figures.packing import pack
from visualizer.figures.panels import NOMINAL, WIDTHS, Arrangement, Panel, arrange
from visualizer.figures.picture import cell_picture
from visualizer.figures.scene import Moment, Scene, cell_path, cover_path, window_path
from visualizer.notation import number

_FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans KR', sans-serif"
_GLYPHS = {"kernel": "∗", "products": "=", "output": "→", "activated": "→"}


def longest_number(*arrays: np.ndarray) -> int:
    """Return how many characters the longest number in the arrays takes."""
    longest = 1
    for array in arrays:
        flat = np.unique(array)
        # A thousand different numbers are as long as the longest of their extremes and fractions.
        for value in flat if flat.size <= 64 else np.r_[flat[:16], flat[-16:], flat[::37]]:
            longest = max(longest, len(number(value)))
    return longest


def panels_of(scene: Scene) -> list[Panel]:
    """List every grid of the stage, left to right."""
    rows, cols = scene.grid.shape[1:]
    k_rows, k_cols = scene.kernel_size
    panels: list[Panel] = []

    def add(role: str, count: int, height: int, width: int, longest: int) -> None:
        titles = scene.titles[role]
        panels.extend(Panel(role, i, height, width, titles[i], longest) for i in range(count))

    add("input", len(scene.grid), rows, cols, longest_number(scene.grid))
    if scene.weight is not None:
        add("kernel", scene.shown_channels, k_rows, k_cols, longest_number(scene.weight))
    last = scene.moment(scene.steps - 1).shown
    middle = scene.moment(scene.steps // 2).shown
    longest = longest_number(scene.moment(0).shown, middle, last)
    add("products", scene.shown_channels, k_rows, k_cols, longest)
    out_rows, out_cols = scene.output.shape[1:]
    add("output", len(scene.output), out_rows, out_cols, longest_number(scene.output))
    if scene.activated is not None:
        longest = longest_number(scene.activated)
        add("activated", len(scene.activated), out_rows, out_cols, longest)
    return panels


def _suffix(position: int) -> str:
    return "" if position == 0 else str(position + 1)


class _Drawing:
    """Collects the traces, images, axes and titles of one stage."""

    def __init__(self, scene: Scene, dark: bool) -> None:
        self.scene = scene
        self.dark = dark
        self.colors: Palette = palette(dark)
        self.panels = panels_of(scene)
        self.axis = {panel.name: _suffix(i) for i, panel in enumerate(self.panels)}
        self.arrangement = arrange(self.panels, NOMINAL)
        self.traces: list[dict[str, Any]] = []
        self.images: list[dict[str, Any]] = []
        self.moment = scene.moment(0)
        out = [scene.output] if scene.activated is None else [scene.output, scene.activated]
        self.limits = {
            "input": limit_of(scene.grid),
            "kernel": limit_of(scene.weight) if scene.weight is not None else 1.0,
            "output": limit_of(*out),
        }

    def origin(self, panel: Panel) -> tuple[float, float]:
        """Position of the panel's first cell: real input cells count from 1, padding lies before."""
        if panel.role == "input":
            return 1.0 - self.scene.origin[0], 1.0 - self.scene.origin[1]
        return 1.0, 1.0

    def trace(self, panel: Panel, name: str, **parts: Any) -> None:
        suffix = self.axis[panel.name]
        self.traces.append(
            {
                "type": "scatter",
                "name": name,
                "xaxis": "x" + suffix,
                "yaxis": "y" + suffix,
                "hoverinfo": "skip",
                "showlegend": False,
                "cliponaxis": False,
                **parts,
            }
        )

    def moving(self, panel: Panel, name: str, path: Any, color: str, **parts: Any) -> None:
        line = {"color": color, "width": parts.pop("width", 3), "simplify": False}
        self.trace(panel, name, mode="lines", x=path[0], y=path[1], line=line, **parts)

    def numbers(self, panel: Panel, values: np.ndarray, colors: np.ndarray | None) -> None:
        """Write the numbers of a grid, with the hover text of every cell."""
        top, left = self.origin(panel)
        place = self.arrangement.places[panel.name]
        rows, cols = np.indices((panel.rows, panel.cols)).reshape(2, -1)
        texts = [number(v) for v in values.ravel()]
        if colors is None:
            ink: Any = self.colors.ink
        else:
            ink = inks(colors.reshape(-1, 3))
        words = self.scene.words
        hover = f"{words['row']} %{{y}}, {words['column']} %{{x}}<br><b>%{{customdata}}</b>"
        self.trace(
            panel,
            f"numbers:{panel.name}",
            mode="text",
            x=(cols + left).tolist(),
            y=(rows + top).tolist(),
            # Without text no element is made; the cell still answers the pointer.
            text=texts if self.readable(panel) else [""] * len(texts),
            customdata=texts,
            textposition="middle center",
            textfont={"size": place.font or 9, "color": ink, "family": _FONT},
            hovertemplate=hover + "<extra></extra>",
            hoverinfo="text",
        )

    def readable(self, panel: Panel) -> bool:
        """Whether the panel's numbers are drawn at all; narrower layouts may still hide them."""
        return self.arrangement.places[panel.name].font > 0

    def image(self, panel: Panel, source: str) -> None:
        suffix = self.axis[panel.name]
        top, left = self.origin(panel)
        self.images.append(
            {
                "name": panel.name,
                "source": source,
                "xref": "x" + suffix,
                "yref": "y" + suffix,
                "x": left - 0.5,
                "y": top - 0.5,
                "sizex": panel.cols,
                "sizey": panel.rows,
                "xanchor": "left",
                "yanchor": "top",
                "sizing": "stretch",
                "layer": "below",
            }
        )

    def input_panel(self, panel: Panel) -> None:
        scene, c = self.scene, self.colors
        values = scene.grid[panel.index]
        if scene.photo is not None:
            cells = scene.photo[panel.index]
        else:
            cells = diverging(values, self.limits["input"], self.dark)
        faded = np.where(
            (scene.kind != 0)[..., None], _mix(cells, c.padding), cells
        ).astype(np.uint8)
        self.image(
            panel,
            cell_picture(cells, line=c.line, kind=scene.kind, padding=c.padding, hatch=c.hatch),
        )
        self.numbers(panel, values, faded)
        self.unused(panel)
        self.moving(panel, f"light:{panel.name}", ([None], [None]), c.ink, width=2)
        reads = panel.index in self.moment.channels
        path = window_path(scene, self.moment) if reads else ([None], [None])
        self.moving(panel, f"window:{panel.name}", path, c.accent, width=4)

    def unused(self, panel: Panel) -> None:
        """Strike through the rows and columns that no window ever reads."""
        top, left = self.origin(panel)
        x: list[float | None] = []
        y: list[float | None] = []
        for row in self.scene.unused_rows:
            x += [left - 0.5, left + panel.cols - 0.5, None]
            y += [float(row) + top, float(row) + top, None]
        for col in self.scene.unused_cols:
            x += [float(col) + left, float(col) + left, None]
            y += [top - 0.5, top + panel.rows - 0.5, None]
        if x:
            line = {"color": self.colors.faint, "width": 1.5, "dash": "dot"}
            self.trace(panel, f"unused:{panel.name}", mode="lines", x=x, y=y, line=line)

    def kernel_cells(self, filter_: int, channel: int) -> np.ndarray:
        assert self.scene.weight is not None
        return diverging(self.scene.weight[filter_, channel], self.limits["kernel"], self.dark)

    def kernel_panel(self, panel: Panel) -> None:
        assert self.scene.weight is not None
        cells = self.kernel_cells(0, panel.index)
        self.image(panel, cell_picture(cells, line=self.colors.line))
        self.numbers(panel, self.scene.weight[0, panel.index], cells)
        self.moving(panel, f"light:{panel.name}", ([None], [None]), self.colors.ink, width=2)

    def products_panel(self, panel: Panel) -> None:
        c = self.colors
        blank = np.broadcast_to(rgb(c.background), (panel.rows, panel.cols, 3))
        self.image(panel, cell_picture(blank.copy(), line=c.line))
        self.numbers(panel, self.moment.shown[panel.index], None)
        foot = f"Σ {number(self.moment.sums[panel.index])}" if self.scene.weight is not None else ""
        self.trace(
            panel,
            f"sum:{panel.name}",
            mode="text",
            x=[(panel.cols + 1) / 2],
            y=[panel.rows + 0.49],  # outside the axis, Plotly would hide it
            text=[foot],
            textposition="bottom center",
            textfont={"size": 15, "color": c.ink, "family": _FONT},
        )
        self.moving(panel, f"light:{panel.name}", ([None], [None]), c.ink, width=2)

    def output_panel(self, panel: Panel) -> None:
        scene, c = self.scene, self.colors
        maps = scene.output if panel.role == "output" else scene.activated
        assert maps is not None
        values = maps[panel.index]
        cells = diverging(values, self.limits["output"], self.dark)
        self.image(panel, cell_picture(cells, line=c.line))
        self.numbers(panel, values, cells)
        cover = cover_path(scene, panel.index, self.moment)
        fill = {"fill": "toself", "fillcolor": c.background, "width": 0}
        self.moving(panel, f"cover:{panel.name}", cover, c.background, **fill)
        self.trace(
            panel,
            f"outline:{panel.name}",
            mode="lines",
            line={"color": c.line, "width": 1},
            **_lattice(panel.rows, panel.cols),
        )
        self.moving(panel, f"light:{panel.name}", ([None], [None]), c.ink, width=2)
        here = panel.index == self.moment.filter
        mark = cell_path([self.moment.row + 1.0], [self.moment.col + 1.0])
        self.moving(
            panel, f"mark:{panel.name}", mark if here else ([None], [None]), c.accent, width=4
        )

    def draw(self) -> go.Figure:
        painters = {
            "input": self.input_panel,
            "kernel": self.kernel_panel,
            "products": self.products_panel,
            "output": self.output_panel,
            "activated": self.output_panel,
        }
        for panel in self.panels:
            painters[panel.role](panel)
        layout: dict[str, Any] = {
            "height": self.arrangement.height,
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "font": {"family": _FONT, "color": self.colors.ink, "size": 14},
            "hovermode": "closest",
            "hoverdistance": 40,
            "dragmode": False,
            "showlegend": False,
            "images": self.images,
            "annotations": self.titles(),
        }
        for panel in self.panels:
            top, left = self.origin(panel)
            suffix = self.axis[panel.name]
            shared = {"visible": False, "fixedrange": True, "constrain": "domain"}
            layout["xaxis" + suffix] = {
                **shared,
                "anchor": "y" + suffix,
                "range": [left - 0.5, left + panel.cols - 0.5],
            }
            layout["yaxis" + suffix] = {
                **shared,
                "anchor": "x" + suffix,
                "range": [top + panel.rows - 0.5, top - 0.5],
                "scaleanchor": "x" + suffix,
            }
        for key, value in domains(self.panels, self.axis, self.arrangement).items():
            axis, _, attribute = key.partition(".")
            layout[axis][attribute] = value
        return go.Figure({"data": self.traces, "layout": layout}, _validate=False)

    def titles(self) -> list[dict[str, Any]]:
        """Titles above the grids and the signs between them, tied to their panel's own axes."""
        notes: list[dict[str, Any]] = []
        seen: set[str] = set()
        for panel in self.panels:
            suffix = self.axis[panel.name]
            at = {"xref": f"x{suffix} domain", "yref": f"y{suffix} domain", "showarrow": False}
            notes.append(
                {**at, "x": 0.5, "y": 1, "yanchor": "bottom", "text": panel.title,
                 "font": {"size": 13, "color": self.colors.faint}}
            )  # fmt: skip
            glyph = _GLYPHS.get(panel.role)
            if glyph and panel.role not in seen and not (
                panel.role == "products" and self.scene.weight is None
            ):
                notes.append(
                    {**at, "x": 0, "y": 0.5, "xanchor": "center", "xshift": -24, "text": glyph,
                     "font": {"size": 24, "color": self.colors.faint}}
                )  # fmt: skip
            seen.add(panel.role)
        return notes


def _mix(cells: np.ndarray, color: str) -> np.ndarray:
    return cells // 2 + rgb(color) // 2


def _lattice(rows: int, cols: int) -> dict[str, list[float | None]]:
    """Return one path that outlines every cell of a grid: faint where nothing is computed yet."""
    x: list[float | None] = []
    y: list[float | None] = []
    for row in range(rows + 1):
        x += [0.5, cols + 0.5, None]
        y += [row + 0.5, row + 0.5, None]
    for col in range(cols + 1):
        x += [col + 0.5, col + 0.5, None]
        y += [0.5, rows + 0.5, None]
    return {"x": x, "y": y}


def domains(
    panels: list[Panel], axis: dict[str, str], arrangement: Arrangement
) -> dict[str, Any]:
    """Return the relayout that places every panel for one width: ``{"xaxis2.domain": …}``."""
    update: dict[str, Any] = {}
    for panel in panels:
        place = arrangement.places[panel.name]
        right = place.left + panel.cols * place.cell
        bottom = place.top + panel.rows * place.cell
        suffix = axis[panel.name]
        update[f"xaxis{suffix}.domain"] = [
            round(place.left / arrangement.width, 5),
            round(min(1.0, right / arrangement.width), 5),
        ]
        update[f"yaxis{suffix}.domain"] = [
            round(max(0.0, 1 - bottom / arrangement.height), 5),
            round(1 - place.top / arrangement.height, 5),
        ]
    return update


def stage(scene: Scene, dark: bool) -> go.Figure:
    """Draw the still picture of a scene at its first step; the player moves it from there."""
    return _Drawing(scene, dark).draw()


def stage_data(scene: Scene, dark: bool) -> dict[str, Any]:
    """Return what the player needs to make any frame by itself: arrays, geometry, layouts.

    Its size does not depend on how many steps there are beyond the outputs themselves.
    """
    drawing = _Drawing(scene, dark)
    layouts = []
    for width in WIDTHS:
        arrangement = arrange(drawing.panels, width)
        layouts.append(
            {
                "width": width,
                "height": arrangement.height,
                "update": domains(drawing.panels, drawing.axis, arrangement),
                "fonts": {f"numbers:{n}": p.font for n, p in arrangement.places.items()},
            }
        )
    kernels = []
    if scene.weight is not None and len(scene.weight) > 1:
        for f in range(len(scene.weight)):
            cells = [drawing.kernel_cells(f, c) for c in range(scene.shown_channels)]
            kernels.append(
                [
                    {
                        "picture": cell_picture(cell, line=drawing.colors.line),
                        "inks": inks(cell.reshape(-1, 3)),
                    }
                    for cell in cells
                ]
            )
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
        "layouts": layouts,
        "nominal": NOMINAL,
        "kernels": kernels,
        **scene.data,
    }


__all__ = ["Moment", "Scene", "domains", "panels_of", "stage", "stage_data"]
