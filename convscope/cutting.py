"""The part of a run that a stage has room for, with the numbers that it had in the whole."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from convscope.errors import ShowError
from convscope.reading.choice import MOST_CHANNELS
from convscope.reading.runs import Array, Run
from visualizer.engine import PoolTrace, WindowTrace
from visualizer.engine.errors import shown
from visualizer.engine.sizes import span

MOST_CELLS = 32  # of the input, or of an output map, along an axis; as the lessons have it
MOST_WITH_PADDING = MOST_CELLS + 2 * 11


@dataclass(frozen=True)
class Stretch:
    """Part of an axis: output cells from ``first`` on, ``count`` of them, on ``cells`` of the grid.

    start: the first of those; whole: whether nothing is left out.
    """

    first: int
    count: int
    start: int
    cells: int
    whole: bool

    @property
    def outputs(self) -> slice:
        """Which output cells."""
        return slice(self.first, self.first + self.count)

    @property
    def grid(self) -> slice:
        """Which cells of the grid."""
        return slice(self.start, self.start + self.cells)


@dataclass(frozen=True, eq=False)
class Part:
    """What is drawn of a run.

    trace: the steps that are shown, with the numbers of the whole. rows, cols: where they lie.
    channels: places, in the run's, of the input channels shown. added: (filters, H_out, W_out),
    what each result has besides the products shown, its bias among it; None where that is the bias
    alone.
    """

    trace: WindowTrace | PoolTrace
    rows: Stretch
    cols: Stretch
    channels: tuple[int, ...]
    added: Array | None = None


def part_of(run: Run, at: tuple[int, int]) -> Part:
    """Return what fits of a run, from the output cell ``at`` on.

    ShowError: there is no such cell, or its window alone is too large.
    """
    trace = run.trace
    starts = checked_at(at, trace.output.shape[1:])
    rows, cols = (_stretch(trace, axis, starts[axis]) for axis in (0, 1))
    out = (slice(None), rows.outputs, cols.outputs)
    common: dict[str, Any] = {
        "grid": trace.grid[:, rows.grid, cols.grid],
        "cell_kind": trace.cell_kind[rows.grid, cols.grid],
        "source_rows": trace.source_rows[rows.grid],
        "source_cols": trace.source_cols[cols.grid],
        "input": _read(trace, rows, cols),
        "output": trace.output[out],
        "pads": (
            (trace.pads[0][0] - rows.start, trace.pads[0][1]),
            (trace.pads[1][0] - cols.start, trace.pads[1][1]),
        ),
    }
    if isinstance(trace, PoolTrace):
        divisors = trace.divisors[rows.outputs, cols.outputs]
        cut = replace(trace, **common, winners=trace.winners[out], divisors=divisors)
        return Part(cut, rows, cols, tuple(range(len(cut.input))))
    window = replace(trace, **common, activated=trace.activated[out])
    total = None if run.total is None else run.total[out]
    return _channels_of(Part(window, rows, cols, tuple(range(len(window.input)))), window, total)


def _channels_of(part: Part, trace: WindowTrace, total: Array | None) -> Part:
    """Leave out the channels that count least, where there are too many; what they give stays."""
    depth = trace.weight.shape[1]
    kept = np.arange(depth)
    if depth > MOST_CHANNELS:
        weight = np.abs(trace.partial_sums).sum(axis=(0, 2, 3))
        kept = np.sort(np.argsort(-weight, kind="stable")[:MOST_CHANNELS])
        total = trace.output if total is None else total
    if total is None:
        return part
    added = total - trace.partial_sums[:, kept].sum(axis=1)
    # More channels than fit are never in several groups, so the places are those of the weights.
    cut = replace(
        trace,
        input=trace.input[kept] if depth > MOST_CHANNELS else trace.input,
        grid=trace.grid[kept] if depth > MOST_CHANNELS else trace.grid,
        weight=trace.weight[:, kept],
        output=total,
        activated=total,
    )
    return replace(part, trace=cut, channels=tuple(int(i) for i in kept), added=added)


def checked_at(at: object, sizes: tuple[int, ...]) -> tuple[int, int]:
    """Return (row, column) of a map's cell; ShowError if ``at`` names none."""
    rows, cols = sizes
    try:
        row, col = (int(place) for place in at)  # type: ignore[attr-defined]
        fits = (row, col) == tuple(at) and 0 <= row < rows and 0 <= col < cols  # type: ignore[arg-type]
    except (TypeError, ValueError):
        fits = False
    if not fits:
        raise ShowError("at_pair", row=rows - 1, col=cols - 1, value=shown(at))
    return row, col


def _stretch(trace: WindowTrace | PoolTrace, axis: int, first: int) -> Stretch:
    size, outputs = trace.grid.shape[axis + 1], trace.output.shape[axis + 1]
    stride = trace.stride[axis]
    extent = span(trace.kernel_size[axis], trace.dilation[axis])
    real = trace.input.shape[axis + 1] <= MOST_CELLS and size <= MOST_WITH_PADDING
    if real and outputs <= MOST_CELLS and first == 0:
        return Stretch(0, outputs, 0, size, True)
    if extent > MOST_WITH_PADDING:
        raise ShowError("wide_window", span=extent, most=MOST_WITH_PADDING)
    count = max(1, min(outputs - first, MOST_CELLS, (MOST_CELLS - extent) // stride + 1))
    return Stretch(first, count, first * stride, (count - 1) * stride + extent, False)


def _read(trace: WindowTrace | PoolTrace, rows: Stretch, cols: Stretch) -> Array:
    """Return the input cells that the part of the grid shows, from the first to the last."""
    spans = []
    for source in (trace.source_rows[rows.grid], trace.source_cols[cols.grid]):
        real = source[source >= 0]
        spans.append(slice(int(real.min()), int(real.max()) + 1) if real.size else slice(0, 0))
    return trace.input[:, spans[0], spans[1]]
