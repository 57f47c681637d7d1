"""The stage: input ∗ kernel = products → output, one still picture that frames can move.

No trace is a heatmap (they vanish when a frame is drawn without a full redraw): colours are layout
images, numbers are text, and what moves is scatter. All panels of one role share a pair of axes and
their traces, because a frame costs time for every trace of the figure, whether it moves or not.
Dictionaries are built plainly and wrapped once: validated graph objects cost a millisecond each.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import plotly.graph_objects as go

from visualizer.figures.colors import Palette, diverging, inks, limit_of, palette, rgb
from visualizer.figures.packing import pack
from visualizer.figures.panels import NOMINAL, WIDTHS, Arrangement, Panel, Region, arrange
from visualizer.figures.picture import cell_picture
from visualizer.figures.scene import Path, Scene, cell_path, cover_path, join, window_path
from visualizer.notation import number

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans KR', sans-serif"
_SIGNS = {"kernel": "∗", "products": "=", "output": "→", "activated": "→"}
_NOTHING: Path = ([None], [None])
ROLES = ("input", "kernel", "products", "output", "activated")


def longest_number(*arrays: np.ndarray) -> int:
    """Return how many characters the longest number in the arrays takes."""
    longest = 1
    for array in arrays:
        flat = np.unique(array)
        # A thousand different numbers are as long as the longest of their extremes and fractions.
        for value in flat if flat.size <= 64 else np.r_[flat[:16], flat[-16:], flat[::37]]:
            longest = max(longest, len(_written(value)))
    return longest


def panels_of(scene: Scene) -> list[Panel]:
    """List every grid of the stage, left to right."""
    rows, cols = scene.grid.shape[1:]
    k_rows, k_cols = scene.kernel_size
    out_rows, out_cols = scene.output.shape[1:]
    panels: list[Panel] = []

    def add(role: str, count: int, height: int, width: int, longest: int) -> None:
        titles = scene.titles[role]
        panels.extend(Panel(role, i, height, width, titles[i], longest) for i in range(count))

    add("input", len(scene.grid), rows, cols, longest_number(scene.grid))
    if scene.weight is not None:
        add("kernel", scene.shown_channels, k_rows, k_cols, longest_number(scene.weight))
    spread = np.linspace(0, scene.steps - 1, min(scene.steps, 12)).astype(int)
    longest = longest_number(*(scene.moment(int(i)).shown for i in spread))
    add("products", scene.shown_channels, k_rows, k_cols, longest)
    add("output", len(scene.output), out_rows, out_cols, longest_number(scene.output))
    if scene.activated is not None:
        longest = longest_number(scene.activated)
        add("activated", len(scene.activated), out_rows, out_cols, longest)
    return panels


class Stage:
    """One drawing of a scene: the still figure, and what the player needs to move it.

    ``figure`` shows ``step``: the first one wherever a player moves it on. ``data`` holds arrays,
    geometry and layouts, from which the browser makes any frame by itself.
    """

    def __init__(self, scene: Scene, dark: bool, step: int = 0) -> None:
        self.scene = scene
        self.dark = dark
        self.colors: Palette = palette(dark)
        panels = panels_of(scene)
        self.panels = {r: [p for p in panels if p.role == r] for r in ROLES}
        self.panels = {role: members for role, members in self.panels.items() if members}
        self.axis = {r: "" if i == 0 else str(i + 1) for i, r in enumerate(self.panels)}
        self.arrangements = {width: arrange(panels, width) for width in WIDTHS}
        self.regions = self.arrangements[NOMINAL].regions
        self.offsets = {role: self.shifted(role, r) for role, r in self.regions.items()}
        self.moment = scene.moment(step)
        self.traces: list[dict[str, Any]] = []
        self.images: list[dict[str, Any]] = []
        self.inks: dict[str, str] = {}
        outputs = [scene.output] if scene.activated is None else [scene.output, scene.activated]
        self.limits = {
            "input": limit_of(scene.grid),
            "kernel": limit_of(scene.weight) if scene.weight is not None else 1.0,
            "output": limit_of(*outputs),
        }

    def base(self, role: str) -> tuple[float, float]:
        """Where a role's axes begin: so that cells count from 1, and padding lies before the 1."""
        top, left = self.scene.origin if role == "input" else (0, 0)
        return 0.5 - left, 0.5 - top

    def shifted(self, role: str, region: Region) -> list[tuple[float, float]]:
        right, down = self.base(role)
        return [(round(x + right, 4), round(y + down, 4)) for x, y in region.offsets]

    def ranges(self, role: str, region: Region) -> tuple[list[float], list[float]]:
        right, down = self.base(role)
        return [right, right + region.cols], [down + region.rows, down]

    def trace(self, role: str, part: str, **parts: Any) -> None:
        suffix = self.axis[role]
        shared = {"hoverinfo": "skip", "showlegend": False, "cliponaxis": False}
        axes = {"xaxis": "x" + suffix, "yaxis": "y" + suffix}
        self.traces.append({"type": "scatter", "name": f"{part}:{role}", **axes, **shared, **parts})

    def outline(self, role: str, part: str, path: Path, color: str, width: float) -> None:
        line = {"color": color, "width": width, "simplify": False}
        self.trace(role, part, mode="lines", x=path[0], y=path[1], line=line)

    def numbers(self, role: str, values: np.ndarray, ink: str | list[str]) -> None:
        """Write the numbers of a role's grids (n, rows, cols), with every cell's hover text."""
        region, words, offsets = self.regions[role], self.scene.words, self.offsets[role]
        rows, cols = np.indices(values.shape[1:]).reshape(2, -1)
        texts = [_written(v) for v in values.ravel()]
        x = [_plain(right + c + 0.5) for right, _ in offsets for c in cols.tolist()]
        y = [_plain(down + r + 0.5) for _, down in offsets for r in rows.tolist()]
        shown, custom = list(texts), list[Any](texts)
        if len(values) > 1:
            # Several grids share the axes, so places cannot be read off them.
            places = list(zip(y[: rows.size], x[: cols.size], strict=True))
            pairs = zip(places * len(values), texts, strict=True)
            custom = [[*place, written] for place, written in pairs]
        where = ("customdata[0]", "customdata[1]", "customdata[2]")
        row, col, value = where if len(values) > 1 else ("y", "x", "customdata")
        if role == "products" and self.scene.weight is not None:
            # The sum of each channel stands under its products.
            x += [right + values.shape[2] / 2 for right, _ in offsets]
            y += [down + values.shape[1] + 0.38 for _, down in offsets]
            shown += [f"Σ {number(s)}" for s in self.moment.sums]
        hover = f"{words['row']} %{{{row}}}, {words['column']} %{{{col}}}<br><b>%{{{value}}}</b>"
        if not region.font and not isinstance(ink, str):
            # Unreadable at this width: no text, no elements; wider windows get both from the data.
            self.inks[role] = "".join("1" if one == "#ffffff" else "0" for one in ink)
            ink = self.colors.ink
        self.trace(
            role,
            "numbers",
            mode="text",
            x=x,
            y=y,
            text=shown if region.font else "",
            customdata=custom,
            textposition="middle center",
            textfont={"size": region.font or 9, "color": ink, "family": FONT},
            hovertemplate=hover + "<extra></extra>",
            hoverinfo="text",
        )

    def image(self, panel: Panel, source: str) -> None:
        suffix = self.axis[panel.role]
        right, down = self.offsets[panel.role][panel.index]
        place = {"x": right, "y": down, "sizex": panel.cols, "sizey": panel.rows}
        axes = {"xref": "x" + suffix, "yref": "y" + suffix, "xanchor": "left", "yanchor": "top"}
        how = {"sizing": "stretch", "layer": "below"}
        self.images.append({"name": panel.name, "source": source, **place, **axes, **how})

    def draw_input(self, role: str) -> None:
        scene, c = self.scene, self.colors
        cells = scene.photo
        if cells is None:
            # The −∞ around a maximum is no value on the scale: such cells are hatched alone.
            shown = np.where(np.isfinite(scene.grid), scene.grid, 0.0)
            cells = diverging(shown, self.limits["input"], self.dark)
        for panel in self.panels[role]:
            picture = cell_picture(
                cells[panel.index], line=c.line, kind=scene.kind, padding=c.padding, hatch=c.hatch
            )
            self.image(panel, picture)
        pale = cells // 2 + rgb(c.padding) // 2
        shown = np.where((scene.kind != 0)[..., None], pale, cells).astype(np.uint8)
        self.numbers(role, scene.grid, inks(shown.reshape(-1, 3)))
        self.strike(role)
        self.outline(role, "light", _NOTHING, c.ink, 2)
        offsets = self.offsets[role]
        paths = [window_path(scene, self.moment, offsets[i]) for i in self.moment.channels]
        self.outline(role, "window", join(paths), c.accent, 4)
        if self.moment.winner is not None:
            right, down = offsets[self.moment.filter]
            row, col = self.moment.winner
            self.outline(role, "winner", cell_path([(right + col, down + row)]), c.ink, 3)

    def strike(self, role: str) -> None:
        """Strike through the rows and columns that no window ever reads."""
        rows, cols = self.scene.grid.shape[1:]
        paths: list[Path] = []
        for right, down in self.offsets[role]:
            for row in self.scene.unused_rows:
                at = down + float(row) + 0.5
                paths.append(([right, right + cols], [at, at]))
            for col in self.scene.unused_cols:
                at = right + float(col) + 0.5
                paths.append(([at, at], [down, down + rows]))
        if paths:
            path = join(paths)
            line = {"color": self.colors.faint, "width": 1.5, "dash": "dot"}
            self.trace(role, "unused", mode="lines", x=path[0], y=path[1], line=line)

    def kernel_cells(self, filter_: int) -> np.ndarray:
        assert self.scene.weight is not None
        return diverging(self.scene.weight[filter_], self.limits["kernel"], self.dark)

    def draw_kernel(self, role: str) -> None:
        assert self.scene.weight is not None
        cells = self.kernel_cells(self.moment.filter)
        for panel in self.panels[role]:
            self.image(panel, cell_picture(cells[panel.index], line=self.colors.line))
        self.numbers(role, self.scene.weight[self.moment.filter], inks(cells.reshape(-1, 3)))
        self.outline(role, "light", _NOTHING, self.colors.ink, 2)

    def draw_products(self, role: str) -> None:
        blank = np.broadcast_to(rgb(self.colors.background), (*self.scene.kernel_size, 3)).copy()
        for panel in self.panels[role]:
            self.image(panel, cell_picture(blank, line=self.colors.line))
        self.numbers(role, self.moment.shown, self.colors.ink)
        if self.moment.winner is not None:
            right, down = self.offsets[role][0]
            row = int(np.flatnonzero(self.moment.rows == self.moment.winner[0])[0])
            col = int(np.flatnonzero(self.moment.cols == self.moment.winner[1])[0])
            self.outline(role, "winner", cell_path([(right + col, down + row)]), self.colors.ink, 3)

    def draw_output(self, role: str) -> None:
        scene, c = self.scene, self.colors
        maps = scene.output if role == "output" else scene.activated
        assert maps is not None
        cells = diverging(maps, self.limits["output"], self.dark)
        for panel in self.panels[role]:
            self.image(panel, cell_picture(cells[panel.index], line=c.line))
        self.numbers(role, maps, inks(cells.reshape(-1, 3)))
        offsets = self.offsets[role]
        cover = join(cover_path(scene, f, self.moment, at) for f, at in enumerate(offsets))
        line = {"color": c.line, "width": 1, "simplify": False}
        fill = {"fill": "toself", "fillcolor": c.background}
        self.trace(role, "cover", mode="lines", x=cover[0], y=cover[1], line=line, **fill)
        self.outline(role, "light", _NOTHING, c.ink, 2)
        right, down = offsets[self.moment.filter]
        mark = cell_path([(right + self.moment.col, down + self.moment.row)])
        self.outline(role, "mark", mark, c.accent, 4)

    def figure(self) -> go.Figure:
        """Draw the still picture; call it once."""
        painters = {
            "input": self.draw_input,
            "kernel": self.draw_kernel,
            "products": self.draw_products,
            "output": self.draw_output,
            "activated": self.draw_output,
        }
        for role in self.panels:
            painters[role](role)
        layout: dict[str, Any] = {
            "height": self.arrangements[NOMINAL].height,
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "font": {"family": FONT, "color": self.colors.ink, "size": 14},
            "hovermode": "closest",
            "hoverdistance": 40,
            "dragmode": False,
            "showlegend": False,
            "images": self.images,
            "annotations": self.titles(),
        }
        shared = {"visible": False, "fixedrange": True, "constrain": "domain"}
        for role, suffix in self.axis.items():
            region = self.regions[role]
            range_x, range_y = self.ranges(role, region)
            across = {"anchor": "y" + suffix, "domain": region.domain_x, "range": range_x}
            down = {"anchor": "x" + suffix, "domain": region.domain_y, "range": range_y}
            layout["xaxis" + suffix] = {**shared, **across}
            layout["yaxis" + suffix] = {**shared, **down, "scaleanchor": "x" + suffix}
        return go.Figure({"data": self.traces, "layout": layout}, _validate=False)

    def titles(self) -> list[dict[str, Any]]:
        """Titles above the grids and the signs between them, named for the player to find."""
        notes: list[dict[str, Any]] = []
        for role, members in self.panels.items():
            region, suffix = self.regions[role], self.axis[role]
            at = {"xref": "x" + suffix, "yref": "y" + suffix, "showarrow": False}
            for panel, (right, down) in zip(members, self.offsets[role], strict=True):
                place = {"x": right + panel.cols / 2, "y": down, "yanchor": "bottom"}
                font = {"size": 13, "color": self.colors.faint}
                notes.append({"name": panel.name, "text": panel.title, "font": font, **at, **place})
            if role in _SIGNS and not (role == "products" and self.scene.weight is None):
                (left, _), (bottom, top) = self.ranges(role, region)
                place = {"x": left, "y": (top + bottom) / 2, "xanchor": "center", "xshift": -24}
                font = {"size": 24, "color": self.colors.faint}
                notes.append({"name": role, "text": _SIGNS[role], "font": font, **at, **place})
        return notes

    def data(self) -> dict[str, Any]:
        """Return the player's data; call it after ``figure``."""
        scene = self.scene
        kernels = []
        if scene.weight is not None and len(scene.weight) > 1:
            for f in range(len(scene.weight)):
                cells = self.kernel_cells(f)
                pictures = [cell_picture(cell, line=self.colors.line) for cell in cells]
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
            "axes": self.axis,
            "inks": self.inks,
            "layouts": [self.layout(a) for a in self.arrangements.values()],
            "nominal": NOMINAL,
            "kernels": kernels,
            **scene.data,
        }

    def layout(self, arrangement: Arrangement) -> dict[str, Any]:
        """One width's layout, short: [domain_x, domain_y, range_x, range_y, offsets, font]."""

        def short(role: str, region: Region) -> list[Any]:
            domains = [region.domain_x, region.domain_y]
            return [*domains, *self.ranges(role, region), self.shifted(role, region), region.font]

        regions = {role: short(role, region) for role, region in arrangement.regions.items()}
        return {"width": arrangement.width, "height": arrangement.height, "regions": regions}


def _written(value: float) -> str:
    """Write a cell's number; NaN stands for a cell that counts for nothing and says nothing."""
    return "" if math.isnan(value) else number(value)


def _plain(value: float) -> float:
    """Write whole positions as whole numbers: half the bytes of a thousand of them."""
    rounded = round(value, 4)
    return int(rounded) if rounded == int(rounded) else rounded
