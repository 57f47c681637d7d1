"""What the engine computes of a painted input, and how the server draws it."""

from __future__ import annotations

import base64
import io
from typing import Any

import numpy as np
from PIL import Image

from tests.js.traces import Change, Trace, traces
from visualizer.engine import GatherTrace, PoolTrace, WindowTrace
from visualizer.figures.colors import _ramp, diverging, inks, palette
from visualizer.figures.packing import pack
from visualizer.figures.picture import cell_picture

Edit = tuple[tuple[int, int, int], float]


def edits_of(shape: tuple[int, ...]) -> list[Edit]:
    """Return some edits: a corner, the middle of the last channel, the other corner, and again."""
    channels, height, width = shape
    return [
        ((0, 0, 0), 9.0),
        ((channels - 1, height // 2, width // 2), -2.5),
        ((0, height - 1, width - 1), 0.0),
        ((0, 0, 0), -7.0),
    ]


def painted(edits: list[Edit]) -> Change:
    """Return what makes an edited input of one; places that it does not have are left out."""

    def change(pixels: np.ndarray) -> np.ndarray:
        changed = pixels.copy()
        for place, value in edits:
            if all(at < size for at, size in zip(place, pixels.shape, strict=True)):
                changed[place] = value
        return changed

    return change


def edited() -> dict[str, dict[str, Any]]:
    """Return for each run its edits, and the arrays of the run with all of them."""
    found = {}
    for name, trace in traces().items():
        if isinstance(trace, GatherTrace):  # nothing is painted that flows back
            continue
        edits = edits_of(trace.input.shape)
        after = traces(painted(edits))[name]
        found[name] = {
            "edits": [{"cell": list(cell), "value": value} for cell, value in edits],
            "input": after.input.ravel().tolist(),
            **_arrays(after),
        }
    return found


def _arrays(trace: Trace) -> dict[str, Any]:
    arrays: dict[str, np.ndarray] = {"output": trace.output}
    if isinstance(trace, WindowTrace):
        arrays |= {"sums": trace.partial_sums, "activated": trace.activated}
    elif isinstance(trace, PoolTrace) and trace.kind == "max":
        arrays["winner"] = trace.winners
    return {name: pack(array) for name, array in arrays.items()}


def colours() -> list[dict[str, Any]]:
    """Return for both themes the scale, and a grid with padding as the server draws it."""
    trace = traces()["reflected padding"]
    assert not isinstance(trace, PoolTrace)
    found = []
    for dark in (False, True):
        theme = palette(dark)
        values = trace.grid[0]
        limit = float(np.abs(values).max())
        cells = diverging(values, limit, dark)
        picture = cell_picture(
            cells,
            line=theme.line,
            kind=trace.cell_kind,
            padding=theme.padding,
            hatch=theme.hatch,
            below=values < 0,
            ink=theme.ink,
        )
        image = Image.open(io.BytesIO(base64.b64decode(picture.partition(",")[2]))).convert("RGB")
        names = ("negative", "zero", "positive", "line", "padding", "hatch", "ink")
        found.append(
            {
                "colors": {name: getattr(theme, name) for name in names},
                "ramp": _ramp(dark).tolist(),
                "values": values.ravel().tolist(),
                "size": list(values.shape),
                "limit": limit,
                "cells": cells.reshape(-1, 3).tolist(),
                "inks": inks(cells.reshape(-1, 3)),
                "kinds": trace.cell_kind.ravel().tolist(),
                "pixels": np.asarray(image).ravel().tolist(),
            }
        )
    return found
