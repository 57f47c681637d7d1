"""Which layers of a network stand beside its main way, as the drawing's lanes have it."""

from __future__ import annotations

from visualizer.engine.network.layers import From
from visualizer.engine.network.walk import Walk
from visualizer.lessons.architecture.figures.graph.lanes import lanes
from visualizer.lessons.architecture.figures.nodes import nodes


def lanes_of(walk: Walk) -> list[int]:
    """Return the lane of each step, 0 for the main way; a way back belongs to what it begins."""
    found = nodes(walk)
    if not found.branched:
        return [0] * len(walk.steps)
    placed = lanes(found).lane
    lane = [0] * len(walk.steps)
    for box, number in zip(found.boxes, placed, strict=True):
        for step in (box.step, *box.followers):
            if step >= 0:
                lane[step] = number
    for going in reversed(walk.steps):
        if isinstance(going.layer, From):
            following = going.index + 1
            lane[going.index] = lane[following] if following < len(lane) else 1
    return lane
