"""Where the windows of a convolution lie, and in which blocks their products are computed.

A layout is a pure function of a few numbers, so it is remembered: for a small image, checking the
arguments anew would take longer than the convolution.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import prod
from typing import Final

from visualizer.engine.arguments import Pair, check_cells
from visualizer.engine.padding import check_padding, padded_image
from visualizer.engine.sizes import Pads, window_count
from visualizer.engine.windows.table import (
    LONGEST,
    REMEMBERED,
    Indices,
    numbered,
    surrounded,
    window_strides,
    window_table,
)

BLOCK: Final = 9 * 64 * 64
"""The window cells that are copied side by side at a time: the 3×3 windows of a 64×64 image.

These are 288 kB of float64, a fraction of a core's cache.
"""

# Matrix products of fewer columns than this use the processor badly; rather than that, the channels
# are divided and their sums added up.
_NARROW: Final = 256


@dataclass(frozen=True, slots=True)
class ConvLayout:
    """A convolution of an image (C, H, W) with kernels (C_out, C_in/groups, kH, kW).

    padded: the size (Hp, Wp) of the image with its padding; pads: the cells added on each side;
    mode: what they hold; inside: where the image lies in the padded one, as an index, None if there
    is no padding; output: (C_out, H_out, W_out); windows, strides: the shape of all windows
    (C, kH, kW, H_out, W_out) and the bytes between neighbours in the padded image; columns:
    (C·kH·kW, H_out·W_out); table: as `window_table`, with these axes, None if windows are many;
    lengthened: whether the table is one of the lengthened image; block: how many output rows and
    input channels of a group a block has, None if one block is all.
    """

    kernel: Pair
    stride: Pair
    dilation: Pair
    pads: Pads
    mode: str
    padded: Pair
    inside: tuple[slice, slice, slice] | None
    output: tuple[int, int, int]
    windows: tuple[int, int, int, int, int]
    strides: tuple[int, int, int, int, int]
    columns: Pair
    table: Indices | None
    lengthened: bool
    block: Pair | None


@lru_cache(maxsize=REMEMBERED)
def conv_layout(
    image: tuple[int, ...],
    weight: tuple[int, ...],
    stride: Pair = (1, 1),
    pads: Pads = ((0, 0), (0, 0)),
    dilation: Pair = (1, 1),
    mode: str = "zeros",
    spread: Pair = (1, 1),
) -> ConvLayout:
    """Lay out a convolution; image and weight are the shapes, all other numbers exact ints.

    spread: how far apart the cells of the image lie in the padded one, with zeros between them.
    EngineError: padding, kernel and image do not fit together, or a grid would be too large.
    """
    kernel: Pair = (weight[2], weight[3])
    sizes = [(size - 1) * apart + 1 for size, apart in zip(image[1:], spread, strict=True)]
    height, width = (
        window_count(*axis) for axis in zip(sizes, kernel, stride, pads, dilation, strict=True)
    )
    for size, around in zip(sizes, pads, strict=True):
        check_padding(size, around, mode)
    padded = image[0], sizes[0] + sum(pads[0]), sizes[1] + sum(pads[1])
    check_cells("the padded input", *padded)
    check_cells("the output", weight[0], height, width)
    inside = None
    if padded != image:
        rows, cols = (
            slice(before, before + size, apart)
            for (before, _), size, apart in zip(pads, sizes, spread, strict=True)
        )
        inside = slice(None), rows, cols
    windows = image[0], *kernel, height, width
    strides = window_strides(padded[1:], stride, dilation)
    cells = image[0] * prod(kernel)
    table = None
    # The windows of a 1×1 kernel are the image itself: neither copied nor looked up.
    if prod(kernel) > 1 and prod(windows) <= LONGEST:
        if inside is None:
            grid = numbered(image)
        elif mode == "zeros":
            grid = surrounded(image, padded, inside)
        else:
            grid = padded_image(numbered(image), pads, mode)
        table = window_table(grid, windows, strides, cells)
    # With the output and the padded image, a block takes at most twice input and output.
    room = 2 * prod(image) + weight[0] * height * width - prod(padded)
    room = max(BLOCK // 8, min(BLOCK, room))
    return ConvLayout(
        kernel=kernel,
        stride=stride,
        dilation=dilation,
        pads=pads,
        mode=mode,
        padded=padded[1:],
        inside=inside,
        output=(weight[0], height, width),
        windows=windows,
        strides=strides,
        columns=(cells, height * width),
        table=table,
        lengthened=inside is not None and mode == "zeros",
        block=block_of(image[0], weight[1], kernel, (height, width), room),
    )


def block_of(
    channels: int, depth: int, kernel: Pair, output: Pair, room: int = BLOCK
) -> Pair | None:
    """Return how many output rows and input channels a block has.

    channels: of the image; depth: those of a group. None if all windows fit into BLOCK cells.
    Otherwise a block has `room` cells: all channels of a group and as many rows as fit; where these
    would make too few columns, more rows and fewer channels. One row of one channel always is one.
    """
    height, width = output
    cells = prod(kernel)
    if channels * cells * height * width <= BLOCK:
        return None
    rows = room // (depth * cells * width)
    if rows * width < min(_NARROW, height * width):
        rows = min(height, -(-_NARROW // width))
        depth = min(depth, max(1, room // (cells * rows * width)))
    # As even as possible: blocks of 9 and 9 rows rather than 13 and 5.
    return -(-height // -(-height // rows)), depth
