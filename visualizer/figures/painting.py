"""Painting the panels of a stage: the colours, numbers and outlines of each role."""

from __future__ import annotations

from typing import Any

import numpy as np

from visualizer.engine import REAL
from visualizer.figures.canvas import Canvas, scale_place, sign_place
from visualizer.figures.colors import Bytes, diverging, inks, limit_of, palette, rgb
from visualizer.figures.lettering import (
    BLANK,
    FONT,
    QUESTION_SIZE,
    SMALL_QUESTION,
    SUM_SIZE,
    cell_text,
)
from visualizer.figures.photo import photo_colors
from visualizer.figures.picture import cell_picture, data_uri, faintly
from visualizer.figures.scene import (
    Moment,
    Polyline,
    Scene,
    cell_path,
    cover_path,
    join,
    window_path,
)
from visualizer.notation import added, number, of_terms, precise

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

    def below(self, role: str, values: np.ndarray) -> np.ndarray | None:
        """Return which numbers of a role's grid are negative, where the picture must say it."""
        if self.canvas.regions[role].font or not self.scene.has_scale(role):
            return None
        return np.asarray(np.isfinite(values) & (values < 0))

    def kernel_picture(self, filter_: int, channel: int) -> str:
        """Draw one kernel of a filter."""
        assert self.scene.weight is not None
        below = self.below("kernel", self.scene.weight[filter_, channel])
        cells = self.kernel_cells(filter_)[channel]
        return cell_picture(cells, line=self.colors.line, below=below, ink=self.colors.ink)

    def kernel_cells(self, filter_: int) -> Bytes:
        """Return the colours (C_in/groups, kH, kW, 3) of a filter's kernels."""
        assert self.scene.weight is not None
        return diverging(self.scene.weight[filter_], self.limits["kernel"], self.dark)

    def scale_ends(self, role: str) -> list[dict[str, Any]]:
        """Return what is written at the ends of a role's bar of colours, invisible without one."""
        if not self.scene.has_scale(role):
            return []
        place = scale_place(self.scene, role, self.canvas.regions[role])
        x, y, width, height = place or (0.0, 0.0, 0.0, 0.0)
        shared = {"y": y + height / 2, "visible": place is not None}
        font = {"font": {"size": 13, "color": self.colors.ink}}
        low, high = self._scale(role)
        return [
            {"name": f"low:{role}", "text": number(low), "x": x, "xanchor": "right", "xshift": -4,
             **shared, **font},
            {"name": f"high:{role}", "text": number(high), "x": x + width, "xanchor": "left",
             "xshift": 4, **shared, **font},
        ]  # fmt: skip

    def _scale(self, role: str) -> tuple[float, float]:
        """Return the numbers at the ends of a role's scale; nothing below 0 if there is nothing."""
        scene = self.scene
        shown = {"input": scene.grid, "kernel": scene.weight, "output": scene.output}
        values = shown.get(role, scene.activated)
        assert values is not None
        limit = self.limits["output" if role == "activated" else role]
        return (-limit if values[np.isfinite(values)].min(initial=0.0) < 0 else 0.0), limit

    def _bar(self, role: str) -> None:
        """Draw the bar of a role's colours: what they stand for where no number says it."""
        if not self.scene.has_scale(role):
            return
        low, high = self._scale(role)
        limit = self.limits["output" if role == "activated" else role]
        values = np.linspace(low, high, 64)
        colors = diverging(values, limit, self.dark)
        striped = (values < 0) & (np.arange(64) % 4 == 0)  # as its cells have strokes
        colors[striped] = faintly(colors[striped], self.colors.ink)
        place = scale_place(self.scene, role, self.canvas.regions[role])
        self.canvas.bar(role, data_uri(np.repeat(colors[None], 4, axis=0)), place)

    def _numbers(self, role: str, values: np.ndarray, ink: str | list[str]) -> None:
        """Write the numbers of a role's grids (n, rows, cols).

        ``customdata`` keeps them where they are not drawn at this width.
        """
        region = self.canvas.regions[role]
        corners = self.canvas.corners[role]
        rows, cols = np.indices(values.shape[1:]).reshape(2, -1)
        # A weight of 0.0033 must not stand as 0.00 beside a product of 0.03.
        small = role in ("kernel", "products") and self.scene.weight is not None
        texts = [cell_text(v, precise if small else number) for v in values.ravel()]
        x = [_plain(right + c + 0.5) for right, _ in corners for c in cols.tolist()]
        y = [_plain(down + r + 0.5) for _, down in corners for r in rows.tolist()]
        shown: str | list[str] = texts if region.font else ""
        size: int | list[int] = region.font or 9
        if role == "products" and self.scene.weight is not None:
            # The sum of each channel stands under its products, and is always large enough.
            x += [right + values.shape[2] / 2 for right, _ in corners]
            y += [round(down + values.shape[1] + region.foot, 4) for _, down in corners]
            sums = [
                BLANK if np.isnan(total) else f"Σ {of_terms(float(total), products.ravel())}"
                for total, products in zip(self.moment.sums, self.moment.shown, strict=True)
            ]
            shown = [text if region.font else BLANK for text in texts] + sums
            size = [region.font or 9] * len(texts) + [SUM_SIZE] * len(sums)
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
            text=shown,
            customdata=texts,
            textposition="middle center",
            textfont={"size": size, "color": ink, "family": FONT},
        )

    def _bias(self, role: str) -> None:
        """Write above the arrow to the output what is added to every sum of the filter."""
        scene = self.scene
        if scene.bias is None:
            return
        x, _, y = sign_place(scene, role, self.canvas.regions[role])
        written = added(float(scene.bias[self.moment.filter]))
        font = {"size": 15, "color": self.colors.ink, "family": FONT}
        self.canvas.trace(
            role, "bias", mode="text", x=[x], y=[y], text=[written], textposition="top center",
            textfont=font,
        )  # fmt: skip

    def _input(self, role: str) -> None:
        scene, c = self.scene, self.colors
        cells = scene.photo
        if cells is None:
            # The −∞ in max pooling's padding is not on the colour scale; hatching shows it instead.
            shown = np.where(np.isfinite(scene.grid), scene.grid, 0.0)
            cells = diverging(shown, self.limits["input"], self.dark)
        for panel in self.canvas.panels[role]:
            picture = cell_picture(
                cells[panel.index], line=c.line, kind=scene.kind, padding=c.padding, hatch=c.hatch,
                below=self.below(role, scene.grid[panel.index]), ink=c.ink,
            )  # fmt: skip
            self.canvas.image(panel, picture)
        self._bar(role)
        pale = cells // 2 + rgb(c.padding) // 2
        shown = np.where((scene.kind != REAL)[..., None], pale, cells).astype(np.uint8)
        self._numbers(role, scene.grid, inks(shown.reshape(-1, 3)))
        self._strike(role)
        self._light(role)
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
            self.canvas.image(panel, self.kernel_picture(self.moment.filter, panel.index))
        self._bar(role)
        self._numbers(role, self.scene.weight[self.moment.filter], inks(cells.reshape(-1, 3)))
        self._light(role)

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
        if scene.is_photo(role):
            cells = photo_colors(maps)
        else:
            cells = diverging(maps, self.limits["output"], self.dark)
        for panel in self.canvas.panels[role]:
            below = self.below(role, maps[panel.index])
            picture = cell_picture(cells[panel.index], line=c.line, below=below, ink=c.ink)
            self.canvas.image(panel, picture)
        self._bar(role)
        if role == "output":
            self._bias(role)
        self._numbers(role, maps, inks(cells.reshape(-1, 3)))
        corners = self.canvas.corners[role]
        cover = join(cover_path(scene, f, self.moment, at) for f, at in enumerate(corners))
        line = {"color": c.line, "width": 1, "simplify": False}
        fill = {"fill": "toself", "fillcolor": c.background}
        self.canvas.trace(role, "cover", mode="lines", x=cover[0], y=cover[1], line=line, **fill)
        self._light(role)
        right, down = corners[self.moment.filter]
        mark = cell_path([(right + self.moment.col, down + self.moment.row)])
        self.canvas.outline(role, "mark", mark, c.accent, 4)
        self._questions(role)

    def _light(self, role: str) -> None:
        """Outline the cells that are lit: in a still picture those of the scene, else none yet."""
        corners = self.canvas.corners[role]
        cells = self.scene.lit.get(role, ())
        lit = [(corners[n][0] + col, corners[n][1] + row) for n, row, col in cells]
        self.canvas.outline(role, "light", cell_path(lit), self.colors.ink, 3 if lit else 2)

    def _questions(self, role: str) -> None:
        """Write a question mark into each cell that is asked about."""
        cells = self.scene.unknown.get(role, ())
        if not cells:
            return
        corners = self.canvas.corners[role]
        size = QUESTION_SIZE if self.canvas.regions[role].font else SMALL_QUESTION
        self.canvas.trace(
            role, "asked", mode="text", text=["?"] * len(cells),
            x=[corners[n][0] + col + 0.5 for n, _, col in cells],
            y=[corners[n][1] + row + 0.5 for n, row, _ in cells],
            textfont={"size": size, "color": self.colors.accent, "family": FONT},
        )  # fmt: skip


def _plain(value: float) -> float:
    """Return whole positions as ints: they take half the bytes in the figure's JSON."""
    rounded = round(value, 4)
    return int(rounded) if rounded == int(rounded) else rounded
