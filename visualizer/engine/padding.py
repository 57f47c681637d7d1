"""The grid a window slides on: which input cell, if any, each of its cells shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visualizer.engine.arguments import Array, Pair, check_cells, sealed
from visualizer.engine.errors import EngineError

PADDING_MODES: Final = ("zeros", "reflect", "replicate", "circular")

REAL: Final = 0
"""Cell kind: a cell of the input itself."""
PADDED: Final = 1
"""Cell kind: padding, whatever value the padding mode puts there."""
INSERTED: Final = 2
"""Cell kind: a zero between input cells, as transposed convolution inserts them."""
OVERHANG: Final = 3
"""Cell kind: beyond the padding, where a ceil_mode window hangs over the edge."""

# Which kind a cell gets whose row and column differ: overhang, padding, inserted, real.
_RANK: Final = np.array([0, 2, 1, 3], dtype=np.uint8)


@dataclass(frozen=True, eq=False)
class AxisLayout:
    """One axis of a grid: the input index shown at each place, −1 for none, and the cell kinds."""

    source: NDArray[np.intp]
    kind: NDArray[np.uint8]


def padded_axis(size: int, pads: Pair, mode: str = "zeros", overhang: int = 0) -> AxisLayout:
    """An axis of `size` input cells with pads[0] cells before, pads[1] after, then the overhang.

    EngineError: reflection not smaller than the axis, circular padding larger than it.
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


def spread_axis(size: int, stride: int, pads: Pair) -> AxisLayout:
    """An axis of `size` input cells with stride − 1 zeros between neighbours, then padded.

    Negative pads cut cells away.
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
    """The grid (C, Hp, Wp) that shows an image (C, H, W), and the kind (Hp, Wp) of each cell."""
    check_cells("the padded input", image.shape[0], rows.source.size, cols.source.size)
    grid = image[:, rows.source[:, None], cols.source]
    grid[:, rows.source < 0, :] = fill
    grid[:, :, cols.source < 0] = fill
    row_kind, col_kind = rows.kind[:, None], cols.kind[None, :]
    kind = np.where(_RANK[row_kind] >= _RANK[col_kind], row_kind, col_kind)
    return sealed(grid), sealed(kind)
