"""Painting the panels of a stage: the colours, numbers and outlines of each role."""

from __future__ import annotations

from typing import Any

import numpy as np

from visualizer.engine import REAL
from visualizer.figures.canvas import Canvas
from visualizer.figures.colors import Bytes, diverging, inks, limit_of, palette, rgb
from visualizer.figures.lettering import FONT, cell_text
from visualizer.figures.picture import cell_picture
from visualizer.figures.scene import (
    Moment,
    Polyline,
    Scene,
    cell_path,
    cover_path,
    join,
    window_path,
)
from visualizer.notation import number, of_terms, precise

SUM_FONT = 13  # pixels, where products are too small to be numbered; assets/player has the same
_NOTHING: Polyline = ([None], [None])


class Painter:
    """Paints a scene at one moment onto a canvas.

    ``limits`` holds, by role, the end of the colour scale. ``inks`` is filled while painting: for
    roles whose numbers cannot be read at the canvas's width, "1" for each cell with white ink and
    "0" for each with black.
    """

    def __init__(self, canvas: Canvas, scene: Scene, moment: Moment, dark: bool) -> None:
        """Choose the colours of a theme and the ends of the colour scales."""
        self.canvas = canvas
        self.scene = scene
        self.moment = moment
        self.dark = dark
        self.colors = palette(dark)
        self.inks: dict[str, str] = {}
        outputs = [scene.output] if scene.activated is None else [scene.output, scene.activated]
        self.limits = {
            "input": limit_of(scene.grid),
            "kernel": limit_of(scene.weight) if scene.weight is not None else 1.0,
            "output": limit_of(*outputs),
        }

    def paint(self, role: str) -> None:
        """Paint all panels of a role."""
        painters = {
            "input": self._input,
            "kernel": self._kernel,
            "products": self._products,
            "output": self._output,
            "activated": self._output,
        }
        painters[role](role)

    def kernel_cells(self, filter_: int) -> Bytes:
        """Return the colours (C_in/groups, kH, kW, 3) of a filter's kernels."""
        assert self.scene.weight is not None
        return diverging(self.scene.weight[filter_], self.limits["kernel"], self.dark)

    def _numbers(self, role: str, values: np.ndarray, ink: str | list[str]) -> None:
        """Write the numbers of a role's grids (n, rows, cols), and each cell's hover text."""
        region, words = self.canvas.regions[role], self.scene.words
        corners = self.canvas.corners[role]
        rows, cols = np.indices(values.shape[1:]).reshape(2, -1)
        # A weight of 0.0033 must not stand as 0.00 beside a product of 0.03.
        small = role in ("kernel", "products") and self.scene.weight is not None
        texts = [cell_text(v, precise if small else number) for v in values.ravel()]
        x = [_plain(right + c + 0.5) for right, _ in corners for c in cols.tolist()]
        y = [_plain(down + r + 0.5) for _, down in corners for r in rows.tolist()]
        shown, sums, custom = list(texts), list[str](), list[Any](texts)
        if len(values) > 1:
            # Several grids share the axes, so a cell's row and column cannot be read off them.
            places = list(zip(y[: rows.size], x[: cols.size], strict=True))
            pairs = zip(places * len(values), texts, strict=True)
            custom = [[*place, written] for place, written in pairs]
        where = ("customdata[0]", "customdata[1]", "customdata[2]")
        row, col, value = where if len(values) > 1 else ("y", "x", "customdata")
        if role == "products" and self.scene.weight is not None:
            # The sum of each channel stands under its products.
            x += [right + values.shape[2] / 2 for right, _ in corners]
            below = 0.38 if region.font else 0.9  # in cells, which are small without numbers
            y += [_plain(down + values.shape[1] + below) for _, down in corners]
            sums = [
                f"Σ {of_terms(float(total), products.ravel())}"
                for total, products in zip(self.moment.sums, self.moment.shown, strict=True)
            ]
            shown += sums
        hover = f"{words['row']} %{{{row}}}, {words['column']} %{{{col}}}<br><b>%{{{value}}}</b>"
        if not region.font and not isinstance(ink, str):
            # The numbers cannot be read at this width, so they are left out of the figure. Wider
            # windows write them from the player's data, for which the inks are kept.
            self.inks[role] = "".join("1" if one == "#ffffff" else "0" for one in ink)
            ink = self.colors.ink
        self.canvas.trace(
            role,
            "numbers",
            mode="text",
            x=x,
            y=y,
            # Only the sums are written larger than a cell allows.
            text=shown if region.font else ["" for _ in texts] + sums if sums else "",
            customdata=custom,
            textposition="middle center",
            textfont={
                "size": region.font or (SUM_FONT if sums else 9),
                "color": ink,
                "family": FONT,
            },
            hovertemplate=hover + "<extra></extra>",
            hoverinfo="text",
        )

    def _input(self, role: str) -> None:
        scene, c = self.scene, self.colors
        cells = scene.photo
        if cells is None:
            # The −∞ in max pooling's padding is not on the colour scale; hatching shows it instead.
            shown = np.where(np.isfinite(scene.grid), scene.grid, 0.0)
            cells = diverging(shown, self.limits["input"], self.dark)
        for panel in self.canvas.panels[role]:
            picture = cell_picture(
                cells[panel.index], line=c.line, kind=scene.kind, padding=c.padding, hatch=c.hatch
            )
            self.canvas.image(panel, picture)
        pale = cells // 2 + rgb(c.padding) // 2
        shown = np.where((scene.kind != REAL)[..., None], pale, cells).astype(np.uint8)
        self._numbers(role, scene.grid, inks(shown.reshape(-1, 3)))
        self._strike(role)
        self.canvas.outline(role, "light", _NOTHING, c.ink, 2)
        corners = self.canvas.corners[role]
        paths = [window_path(scene, self.moment, corners[i]) for i in self.moment.channels]
        self.canvas.outline(role, "window", join(paths), c.accent, 4)
        if self.moment.winner is not None:
            right, down = corners[self.moment.filter]
            row, col = self.moment.winner
            winner = cell_path([(right + col, down + row)])
            self.canvas.outline(role, "winner", winner, c.ink, 3)

    def _strike(self, role: str) -> None:
        """Strike through the rows and columns that no window ever reads."""
        rows, cols = self.scene.grid.shape[1:]
        paths: list[Polyline] = []
        for right, down in self.canvas.corners[role]:
            for row in self.scene.unused_rows:
                at = down + float(row) + 0.5
                paths.append(([right, right + cols], [at, at]))
            for col in self.scene.unused_cols:
                at = right + float(col) + 0.5
                paths.append(([at, at], [down, down + rows]))
        if paths:
            path = join(paths)
            line = {"color": self.colors.faint, "width": 1.5, "dash": "dot"}
            self.canvas.trace(role, "unused", mode="lines", x=path[0], y=path[1], line=line)

    def _kernel(self, role: str) -> None:
        assert self.scene.weight is not None
        cells = self.kernel_cells(self.moment.filter)
        for panel in self.canvas.panels[role]:
            self.canvas.image(panel, cell_picture(cells[panel.index], line=self.colors.line))
        self._numbers(role, self.scene.weight[self.moment.filter], inks(cells.reshape(-1, 3)))
        self.canvas.outline(role, "light", _NOTHING, self.colors.ink, 2)

    def _products(self, role: str) -> None:
        blank = np.broadcast_to(rgb(self.colors.background), (*self.scene.kernel_size, 3)).copy()
        for panel in self.canvas.panels[role]:
            self.canvas.image(panel, cell_picture(blank, line=self.colors.line))
        self._numbers(role, self.moment.shown, self.colors.ink)
        if self.moment.winner is not None:
            right, down = self.canvas.corners[role][0]
            row = int(np.flatnonzero(self.moment.rows == self.moment.winner[0])[0])
            col = int(np.flatnonzero(self.moment.cols == self.moment.winner[1])[0])
            winner = cell_path([(right + col, down + row)])
            self.canvas.outline(role, "winner", winner, self.colors.ink, 3)

    def _output(self, role: str) -> None:
        scene, c = self.scene, self.colors
        maps = scene.output if role == "output" else scene.activated
        assert maps is not None
        cells = diverging(maps, self.limits["output"], self.dark)
        for panel in self.canvas.panels[role]:
            self.canvas.image(panel, cell_picture(cells[panel.index], line=c.line))
        self._numbers(role, maps, inks(cells.reshape(-1, 3)))
        corners = self.canvas.corners[role]
        cover = join(cover_path(scene, f, self.moment, at) for f, at in enumerate(corners))
        line = {"color": c.line, "width": 1, "simplify": False}
        fill = {"fill": "toself", "fillcolor": c.background}
        self.canvas.trace(role, "cover", mode="lines", x=cover[0], y=cover[1], line=line, **fill)
        self.canvas.outline(role, "light", _NOTHING, c.ink, 2)
        right, down = corners[self.moment.filter]
        mark = cell_path([(right + self.moment.col, down + self.moment.row)])
        self.canvas.outline(role, "mark", mark, c.accent, 4)


def _plain(value: float) -> float:
    """Return whole positions as ints: they take half the bytes in the figure's JSON."""
    rounded = round(value, 4)
    return int(rounded) if rounded == int(rounded) else rounded
