"""Greatest values and sums under each window.

They are found place by place of the kernel, combining whole arrays, and in two passes: first down
the kH places of the rows, then along the kW places of the columns. No window is copied and no
padding is written. Only the few windows of a small image are looked up all at once: fewer calls.
"""

from __future__ import annotations

import numpy as np

from visualizer.engine.arguments import Array
from visualizer.engine.windows.places import Axis, Places, PoolLayout
from visualizer.engine.windows.quiet import quiet
from visualizer.engine.windows.table import Indices, lengthened

_NEGATIVE_ZERO = np.float64(-0.0).view(np.int64)


def _along(combine: np.ufunc, image: Array, places: Places, empty: float) -> Array:
    """Combine the cells under each window of one axis of an image; `empty` where there is none."""
    if places.single:
        return np.asarray(combine.reduce(image[places.single], axis=places.number, keepdims=True))
    first, *others = places.everywhere or (None,)
    if others:
        made: Array = combine(image[first], image[others[0]])
        for cells in others[1:]:
            combine(made, image[cells], out=made)
    elif first:
        made = image[first].copy()
    else:
        shape = list(image.shape)
        shape[places.number] = places.axis.count
        made = np.full(shape, empty)
    for windows, cells in places.somewhere:
        part = made[windows]
        combine(part, image[cells], out=part)
    return made


def _in_passes(combine: np.ufunc, image: Array, layout: PoolLayout, empty: float) -> Array:
    """Combine the cells under each window (C, H_out, W_out); `empty` where there is none."""
    rows, cols = layout.rows, layout.cols
    if rows.single and cols.single:
        cells = image[rows.single][cols.single]
        return np.asarray(combine.reduce(cells, axis=(1, 2), keepdims=True))
    return _along(combine, _along(combine, image, rows, empty), cols, empty)


@quiet
def means(image: Array, layout: PoolLayout, include_pad: bool) -> Array:
    """Return the mean of the cells of an image (C, H, W) under each window: (C, H_out, W_out).

    include_pad: whether padding, which is 0, counts as cells.
    """
    made: Array
    if layout.table is not None:
        # A product with ones takes a third of the time of a sum.
        cells = lengthened(image, 0.0) if layout.lengthened else image
        made = layout.ones.dot(cells.take(layout.table)).reshape(layout.output)
    else:
        made = _in_passes(np.add, image, layout, 0.0)
    made /= layout.divisors(include_pad)
    return made


def maxima(image: Array, layout: PoolLayout) -> Array:
    """Return the greatest cell of an image (C, H, W) under each window, NaN where there is any.

    Returns (C, H_out, W_out); −∞ where a window has no cell. Of 0 and −0, which are equal, it is
    the first.
    """
    greatest: Array
    if layout.table is not None:
        cells = lengthened(image, -np.inf) if layout.lengthened else image
        greatest = np.maximum.reduce(cells.take(layout.table)).reshape(layout.output)
    else:
        greatest = _in_passes(np.maximum, image, layout, -np.inf)
    # Which of 0 and −0 NumPy's maximum returns depends on the processor, so where there may be both
    # the value is read from the winner's place.
    if np.count_nonzero(greatest) < greatest.size and _has_negative_zero(image):
        zeros = np.nonzero(greatest == 0)
        places = cells_at(layout, winners(image, greatest, layout))[zeros]
        greatest[zeros] = image.reshape(len(image), -1)[zeros[0], places]
    return greatest


def _has_negative_zero(image: Array) -> bool:
    return bool((image.view(np.int64) == _NEGATIVE_ZERO).any())


def winners(image: Array, greatest: Array, layout: PoolLayout) -> Indices:
    """Return the place in the flattened window of each greatest value (C, H_out, W_out).

    The first of equal values, the last of several NaN. In a dilated window that touches no input
    cell it is the place that torch starts from: the first that lies neither above nor left of the
    input.
    """
    rows, cols = layout.rows.axis, layout.cols.axis
    width = cols.kernel
    found = (_first_places(rows)[:, None] * width + _first_places(cols)) + np.zeros(
        (len(image), 1, 1), dtype=np.intp
    )
    met = [
        (row * width + col, found[:, up, left], greatest[:, up, left], image[:, down, right])
        for row, up, down in rows.meetings()
        for col, left, right in cols.meetings()
    ]
    for place, winner, best, cells in reversed(met):
        np.copyto(winner, place, where=cells == best)
    if np.isnan(greatest).any():
        for place, winner, _, cells in met:
            np.copyto(winner, place, where=np.isnan(cells))
    return found


def _first_places(axis: Axis) -> Indices:
    """Return, for each window along an axis, its first place that does not lie before the input."""
    missing = axis.padding - np.arange(axis.count) * axis.stride
    return np.asarray(-(-missing.clip(0) // axis.dilation))


def cells_at(layout: PoolLayout, found: Indices) -> Indices:
    """Return the cell of the flattened (H, W) image that lies under a place of each window.

    found: the places in the flattened windows (C, H_out, W_out).
    """
    rows, cols = layout.rows.axis, layout.cols.axis
    row, col = np.divmod(found, cols.kernel)
    row *= rows.dilation
    row += (np.arange(rows.count) * rows.stride - rows.padding)[:, None]
    col *= cols.dilation
    col += np.arange(cols.count) * cols.stride - cols.padding
    row *= cols.size
    row += col
    return row
