"""What the browser is handed: arrays, as small as they can be without losing a digit; figures.

Whole numbers are sent as small integers, everything else as float64, so that the browser shows
exactly the numbers that the engine computed.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from typing import Any

import numpy as np
import plotly.graph_objects as go
import plotly.io as pio

Plain = dict[str, Any]
"""A figure as the browser gets it, ``data`` and ``layout``, before it is JSON."""

_UNNAMED = "not named yet"
_INTEGERS = (("i1", np.int8), ("i2", np.int16), ("i4", np.int32))


def pack(array: np.ndarray) -> dict[str, Any]:
    """Return an array as ``{"type": ..., "shape": [...], "data": base64}``.

    type: "i1", "i2", "i4" or "f8", as NumPy names them; data: little-endian, in C order.

    >>> pack(np.array([[1.0, -2.0]]))
    {'type': 'i1', 'shape': [1, 2], 'data': 'Af4='}
    """
    values = np.ascontiguousarray(array)
    kind, packed = "f8", values.astype("<f8")
    # Only finite whole numbers survive the change to integers.
    whole = np.isfinite(values).all() and (values == np.rint(values)).all()
    if whole:
        for name, dtype in _INTEGERS:
            bounds = np.iinfo(dtype)
            if values.size == 0 or (values.min() >= bounds.min and values.max() <= bounds.max):
                kind, packed = name, values.astype(np.dtype(dtype).newbyteorder("<"))
                break
    return {
        "type": kind,
        "shape": list(values.shape),
        "data": base64.b64encode(packed.tobytes()).decode("ascii"),
    }


def unpack(packed: dict[str, Any]) -> np.ndarray:
    """Return the array that `pack` packed; the browser has its own copy of this function."""
    flat = np.frombuffer(base64.b64decode(packed["data"]), dtype="<" + packed["type"])
    return flat.reshape(packed["shape"])


def plain_figure(
    traces: list[dict[str, Any]],
    layout: dict[str, Any],
    frames: list[dict[str, Any]] | None = None,
) -> go.Figure:
    """Return a figure of exactly these: nothing is checked, and nothing added.

    Each validated graph object would cost a millisecond, and Plotly's default template, which every
    figure of ours overrides, three more and seven kilobytes to be sent.
    """
    made = {"data": traces, "layout": {"template": {}, **layout}, "frames": frames or []}
    return go.Figure(made, _validate=False)


@dataclass(frozen=True)
class Written:
    """A figure as JSON, named by what it shows: ``layout.meta.id`` in it is ``identity``.

    height: the figure's own, in pixels.
    """

    identity: str
    json: str
    height: int


def written(figure: go.Figure | Plain, besides: str = "") -> Written:
    """Name a figure and write it; ``besides``: what else tells it from others.

    A plain one is written as it is; Plotly's own is copied twice on the way, which takes longer
    than writing a small grid.
    """
    if isinstance(figure, dict):
        layout = {"template": {}, **figure["layout"], "meta": {"id": _UNNAMED}}
        height = layout["height"]
        text: str = pio.to_json({**figure, "layout": layout}, validate=False)
    else:
        figure.layout.meta = {"id": _UNNAMED}
        height = figure.layout.height
        text = pio.to_json(figure, validate=False)
    identity = hashlib.sha256((text + besides).encode()).hexdigest()[:12]
    return Written(identity, text.replace(_UNNAMED, identity), int(height))
