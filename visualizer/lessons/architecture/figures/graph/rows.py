"""Where a graph that is too wide for one row is cut into several."""

from __future__ import annotations

from collections.abc import Sequence

from visualizer.lessons.architecture.figures.graph.lanes import Lanes

# What a cut costs beside a row that is left empty: an arc that becomes two stubs, less where it has
# just begun; a row that begins where branches meet; a second lane that is open, which is cut only
# where nothing else fits; and any cut.
_ARC, _BEGUN, _MEETS, _LANE, _ROW = 0.12, 0.05, 0.2, 20.0, 0.5


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
            cost = best[start] + cuts[end - 1] + _ROW + empty**2 * (0.6 if end == count else 1.0)
            if cost < best[end]:
                best[end], begin[end] = cost, start
    found, end = [], count
    while end:
        found.append(range(begin[end], end))
        end = begin[end]
    return found[::-1]


def _cut(lanes: Lanes, column: int) -> float:
    arcs, _ = lanes.crossing(column)
    begun = sum(lanes.column[source] == column for source, _ in arcs)
    meets = any(lanes.meets[place] for place in lanes.columns[column + 1])
    torn = _ARC * (len(arcs) - begun) + _BEGUN * begun + _MEETS * meets
    return torn + _LANE * max(0, len(lanes.open(column)) - 1)
