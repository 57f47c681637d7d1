"""A fully connected layer as the convolution that it equals, as the lesson shows it."""

from __future__ import annotations

from math import prod

import numpy as np

from convscope.reading.choice import MOST_FILTERS
from convscope.reading.runs import Array, Note, Run
from visualizer import engine
from visualizer.words.windows import spans

LONGEST_ROW = 12
STRONGEST = (3, 4)  # rows and columns of the numbers that count most
MOST_NUMBERS = 256
MOST_SIDE = 16


def rows_of(count: int) -> tuple[int, int] | None:
    """Return rows and columns of a grid for so many numbers; None if no good one holds them all.

    >>> rows_of(7), rows_of(48), rows_of(13), rows_of(4096)
    ((1, 7), (6, 8), None, None)
    """
    if count <= LONGEST_ROW:
        return 1, count
    rows = max((r for r in range(2, MOST_SIDE + 1) if count % r == 0 and r * r <= count), default=1)
    fits = count // rows <= min(MOST_SIDE, 4 * rows)
    return (rows, count // rows) if fits and count <= MOST_NUMBERS else None


def linear(x: Array, weight: Array, bias: Array | None, output: int) -> Run:
    """Return the run of outputs from ``output`` on.

    x: (features,) or a map (C, H, W) of as many cells; weight: (outputs, features). Where the
    numbers of x are too many for a grid, those that count most for the first output are shown.
    """
    outputs, features = weight.shape
    flat = x.ravel()
    is_map = x.ndim == 3 and max(x.shape[1:]) <= MOST_SIDE
    grid = x if is_map else None
    room = MOST_FILTERS
    notes: list[Note] = [("linear", {})]
    parts: list[Note] = []
    if is_map and len(x) > 3:
        room = 1  # the channels shown are those that count most for it
    if grid is None and (sizes := rows_of(features)) is not None:
        grid = flat.reshape(1, *sizes)
        if sizes[0] > 1:
            notes.append(("in_rows", {"count": features, "width": sizes[1]}))
    filters = tuple(range(output, min(outputs, output + room)))
    shifts = None if bias is None else bias[list(filters)]
    total = None
    kernels = weight[list(filters)]
    if grid is None:
        filters, kernels = filters[:1], kernels[:1]
        shifts = None if shifts is None else shifts[:1]
        total = engine.linear(flat, kernels, shifts).reshape(-1, 1, 1)
        most = np.argsort(-np.abs(flat * kernels[0]), kind="stable")[: prod(STRONGEST)]
        most = np.sort(most)
        grid, kernels = flat[most].reshape(1, *STRONGEST), kernels[:, most]
        parts.append(
            ("numbers", {
                "count": features, "shown": spans(int(i) for i in most),
                "output": output + 1, "rest": features - len(most),
            })
        )  # fmt: skip
    trace = engine.trace_conv2d(grid, kernels.reshape(-1, *grid.shape), shifts)
    return Run(
        name="Linear",
        trace=trace,
        answer=lambda answer: answer,
        filters=filters,
        channels=tuple(range(len(grid))),
        input_shape=grid.shape,
        output_shape=(outputs, 1, 1),
        total=total,
        parts=tuple(parts),
        notes=tuple(notes),
    )
