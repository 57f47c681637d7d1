"""Where a graph that is too wide for one row is cut into several."""

from __future__ import annotations

from collections.abc import Sequence

from visualizer.lessons.architecture.figures.graph.lanes import Lanes

# What a cut costs beside a row that is left half empty: an arc that becomes two stubs, and a lane
# that is open, which is cut only where nothing else fits.
_ARC, _LANE, _ROW = 0.12, 2.0, 0.5


def rows(lanes: Lanes, needs: Sequence[float], width: float) -> list[range]:
    """Return the columns of each row, cut where as little as possible is torn apart.

    needs: the pixels that each column takes at least. A column that is wider than the picture has a
    row to itself.
    """
    count = len(needs)
    cuts = [_cut(lanes, column) for column in range(count - 1)] + [0.0]
    best, begin = [0.0] + [float("inf")] * count, [0] * (count + 1)
    for end in range(1, count + 1):
        taken = 0.0
        for start in range(end - 1, -1, -1):
            taken += needs[start]
            if taken > width and start < end - 1:
                break
            empty = max(0.0, 1 - taken / width)
            cost = best[start] + cuts[end - 1] + _ROW + empty**2 * (0.3 if end == count else 1.0)
            if cost < best[end]:
                best[end], begin[end] = cost, start
    found, end = [], count
    while end:
        found.append(range(begin[end], end))
        end = begin[end]
    return found[::-1]


def _cut(lanes: Lanes, column: int) -> float:
    arcs, others = lanes.crossing(column)
    return _ARC * len(arcs) + _LANE * max(0, len(others) - 1)
