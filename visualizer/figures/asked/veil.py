"""A stage as it is asked about: what would give the answer away is left out of the figure.

It is left out of the numbers from which the figure is made, so that nothing of it is sent.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

import numpy as np

from visualizer.figures.colors import Floats
from visualizer.figures.packing import Written, written
from visualizer.figures.scene import Cells, Moment, Scene
from visualizer.figures.stage import Stage
from visualizer.words.text import text

HIDEABLE = ("shape", "values", "products", "window", "winner")
Lit = tuple[tuple[str, tuple[tuple[int, int, int], ...]], ...]
"""The cells to outline, by role, in a form that can be remembered."""
_NOTHING = np.zeros(0, dtype=np.intp)


def asked_stage(
    scene: Scene, step: int, hides: Collection[str], lit: Lit, dark: bool, lang: str, width: int
) -> Written:
    """Return a scene at ``step``, veiled and drawn for a width in pixels."""
    return written(Stage(veiled(scene, step, hides, dict(lit), lang), dark, step, width).figure())


def veiled(scene: Scene, step: int, hides: Collection[str], lit: Cells, lang: str) -> Scene:
    """Return ``scene`` at ``step`` without what it must not show.

    hides: "shape" (how large the output is, and so its numbers), "values" (the output from this
    step on), "products" (the numbers of the middle panels), "window" (where it lies), "winner" (the
    cell that a maximum takes). lit: the cells to outline.
    """
    now = scene.moment(step)
    asked = {"output": [(now.filter, now.row, now.col)]} if "values" in hides else {}
    if scene.activated is not None and asked:
        asked = {"activated": asked["output"]}
    veiled_scene = replace(
        scene,
        lit=lit,
        unknown=asked,
        output=_from(scene.output, step) if "values" in hides else scene.output,
        activated=_later(scene.activated, step) if "values" in hides else scene.activated,
        moment=_hidden_moment(scene.moment, hides),
    )
    return _without_shape(veiled_scene, lang) if "shape" in hides else veiled_scene


def _from(values: Floats, step: int) -> Floats:
    """Return an output whose cells from ``step`` on hold nothing."""
    left = values.astype(np.float64)
    left.reshape(-1)[step:] = np.nan
    return left


def _later(values: Floats | None, step: int) -> Floats | None:
    return None if values is None else _from(values, step)


def _without_shape(scene: Scene, lang: str) -> Scene:
    """Return a scene whose output is one cell with a question mark, whatever its shape is."""
    titles: Mapping[str, list[str]] = {
        **{role: list(written) for role, written in scene.titles.items()},
        "output": [text("common.output", lang)],
    }
    moment = scene.moment

    def at_first(step: int) -> Moment:
        return replace(moment(step), filter=0, row=0, col=0)

    return replace(
        scene,
        output=np.full((1, 1, 1), np.nan),
        activated=None,
        bias=None,
        unknown={"output": [(0, 0, 0)]},
        titles=titles,
        moment=at_first,
        # Which rows are never read tells how often the window moves.
        unused_rows=_NOTHING,
        unused_cols=_NOTHING,
    )


def _hidden_moment(
    moment: Callable[[int], Moment], hides: Collection[str]
) -> Callable[[int], Moment]:
    def hidden(step: int) -> Moment:
        now = moment(step)
        if "products" in hides:
            now = replace(now, shown=now.shown * np.nan, sums=now.sums * np.nan)
        if "winner" in hides:
            now = replace(now, winner=None)
        if "window" in hides:
            now = replace(now, channels=[], shown=now.shown * np.nan, sums=now.sums * np.nan)
        return now

    return hidden
