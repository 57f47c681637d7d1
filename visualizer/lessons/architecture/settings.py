"""The architecture lesson's table: the stack, and which layer and unit of it is looked at."""

from __future__ import annotations

from visualizer.engine.network.fields import Region, growth, map_size
from visualizer.engine.network.walk import Walk
from visualizer.lessons.architecture.address import NetworkParameter, decode
from visualizer.lessons.architecture.edit import MAX_LAYERS
from visualizer.lessons.architecture.presets import Network
from visualizer.settings.inputs import PHOTOS
from visualizer.settings.lesson import Bounds, Lesson, Notice, Rules
from visualizer.settings.parameters import ChoiceParameter, IntParameter, Values

MIDDLE = -1
"""A unit's row or column in an address when nobody chose one: the middle of the map."""


def network_of(values: Values) -> Network:
    """Return the network of settled values."""
    return decode(str(values["arch_net"]))


def shapes_of(walk: Walk) -> list[tuple[int, ...]]:
    """Return the input's shape and each output's, as the fields' functions want them."""
    return [walk.input_shape, *(step.output for step in walk.steps)]


def unit_of(walk: Walk, values: Values) -> tuple[int, int, int]:
    """Return (layer, row, col) of the chosen unit, the middle one unless another was chosen.

    The walk has at least one step.
    """
    index = min(int(values["arch_layer"]), len(walk.steps) - 1)
    rows, cols = map_size(walk.layers, shapes_of(walk), index)
    row, col = int(values["arch_row"]), int(values["arch_col"])
    return (
        index,
        rows // 2 if row == MIDDLE else min(row, rows - 1),
        cols // 2 if col == MIDDLE else min(col, cols - 1),
    )


def field_growth(walk: Walk, values: Values) -> list[tuple[int, int, Region]]:
    """Return (row, col, field on the input) of the chosen unit's line, for each layer up to it."""
    return growth(walk.layers, shapes_of(walk), *unit_of(walk, values))


class _Rules(Rules):
    """The chosen layer and unit must exist in the stack; ``arch_step`` is a layer up to it."""

    def settle(self, values: Values) -> tuple[Values, list[Notice]]:
        limits = self.limits(values)
        return {
            name: min(value, int(limits[name].high))
            if name in limits and isinstance(value, int)
            else value
            for name, value in values.items()
        }, []

    def limits(self, values: Values) -> dict[str, Bounds]:
        walk = network_of(values).walk()
        last = max(len(walk.steps) - 1, 0)
        layer = min(int(values["arch_layer"]), last)
        rows, cols = map_size(walk.layers, shapes_of(walk), layer) if walk.steps else (1, 1)
        return {
            "arch_layer": Bounds(0, last),
            "arch_row": Bounds(MIDDLE, rows - 1),
            "arch_col": Bounds(MIDDLE, cols - 1),
            "arch_step": Bounds(0, layer),
        }


LESSON = Lesson(
    "arch",
    (
        NetworkParameter("arch_net"),
        # The layer that is marked, explained and, with its unit, traced back to the picture.
        IntParameter("arch_layer", 0, 0, MAX_LAYERS - 1, "motion"),
        IntParameter("arch_row", MIDDLE, MIDDLE, 600, "motion"),
        IntParameter("arch_col", MIDDLE, MIDDLE, 600, "motion"),
        IntParameter("arch_step", 0, 0, MAX_LAYERS - 1),
        # The picture under the fields.
        ChoiceParameter("arch_photo", (*PHOTOS, "")[0], PHOTOS or ("",)),
    ),
    _Rules(),
)
