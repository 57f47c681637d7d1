"""The grid that a window slides on: the padded input, and which input cell each grid cell shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visualizer.engine.arguments import Array, Pair, Scalar, check_cells, sealed
from visualizer.engine.errors import EngineError

PADDING_MODES: Final = ("zeros", "reflect", "replicate", "circular")

REAL: Final = 0
"""Cell kind: a cell of the input itself."""
PADDED: Final = 1
"""Cell kind: padding, with whatever value the padding mode puts there."""
INSERTED: Final = 2
"""Cell kind: a zero that transposed convolution inserts between input cells."""
OVERHANG: Final = 3
"""Cell kind: beyond the padding, where a window hangs over the edge with ceil_mode."""

# Where the kinds of a cell's row and column differ, the cell gets the one with the higher rank:
# overhang before padding before inserted before real. Indexed by kind.
_RANK: Final = np.array([0, 2, 1, 3], dtype=np.uint8)


@dataclass(frozen=True, eq=False)
class AxisLayout:
    """One axis of a grid.

    source: the input index shown at each place, −1 for none; kind: the cell kind at each place.
    """

    source: NDArray[np.intp]
    kind: NDArray[np.uint8]


def check_padding(size: int, pads: Pair, mode: str = "zeros", overhang: int = 0) -> None:
    """Refuse padding that an axis of `size` input cells cannot have.

    EngineError: reflection needs padding smaller than the axis, circular padding at most as large;
    or the padded axis would be too long.
    """
    before, after = pads
    widest = max(before, after)
    if mode == "reflect" and widest >= size:
        raise EngineError(
            "reflect_too_wide", "padding", widest, f"at most {size - 1}", padding=widest, size=size
        )
    if mode == "circular" and widest > size:
        raise EngineError(
            "circular_too_wide", "padding", widest, f"at most {size}", padding=widest, size=size
        )
    check_cells("the padded input", before + size + after + overhang)


def padded_axis(size: int, pads: Pair, mode: str = "zeros", overhang: int = 0) -> AxisLayout:
    """Lay out `size` input cells with pads[0] cells before, pads[1] after, and then the overhang.

    EngineError: as `check_padding`.
    """
    check_padding(size, pads, mode, overhang)
    before, after = pads
    position = np.arange(-before, size + after + overhang)
    inside = (position >= 0) & (position < size)
    if mode == "reflect":
        source = (size - 1) - abs((size - 1) - abs(position))
    elif mode == "replicate":
        source = position.clip(0, size - 1)
    elif mode == "circular":
        source = position % size
    else:
        source = np.where(inside, position, -1)
    kind = np.where(inside, REAL, np.where(position < size + after, PADDED, OVERHANG))
    return AxisLayout(sealed(source), kind.astype(np.uint8))


def padded_image(image: NDArray[Scalar], pads: tuple[Pair, Pair], mode: str) -> NDArray[Scalar]:
    """Return an image (C, H, W) with padding that repeats its cells: every mode but zeros."""
    rows, cols = (
        padded_axis(size, around, mode).source
        for size, around in zip(image.shape[1:], pads, strict=True)
    )
    return np.ascontiguousarray(image[:, rows[:, None], cols])


def spread_axis(size: int, stride: int, pads: Pair) -> AxisLayout:
    """Lay out `size` input cells with stride − 1 zeros between neighbours, then pad both ends.

    Negative pads cut cells away instead.
    """
    length = (size - 1) * stride + 1
    check_cells("the padded input", length + sum(pads))
    position = np.arange(-pads[0], length + pads[1])
    inside = (position >= 0) & (position < length)
    on_input = inside & (position % stride == 0)
    source = np.where(on_input, position // stride, -1)
    kind = np.where(on_input, REAL, np.where(inside, INSERTED, PADDED))
    return AxisLayout(sealed(source), kind.astype(np.uint8))


def lay_grid(
    image: Array, rows: AxisLayout, cols: AxisLayout, fill: float = 0.0
) -> tuple[Array, NDArray[np.uint8]]:
    """Return the grid (C, Hp, Wp) for an image (C, H, W), and the kind (Hp, Wp) of each cell.

    fill: the value of cells that show no input cell.
    """
    check_cells("the padded input", image.shape[0], rows.source.size, cols.source.size)
    grid = image[:, rows.source[:, None], cols.source]
    grid[:, rows.source < 0, :] = fill
    grid[:, :, cols.source < 0] = fill
    row_kind, col_kind = rows.kind[:, None], cols.kind[None, :]
    kind = np.where(_RANK[row_kind] >= _RANK[col_kind], row_kind, col_kind)
    return sealed(grid), sealed(kind)
