"""The fully connected lesson's table: every setting, its default, its bounds and why."""

from __future__ import annotations

from visualizer.settings.grids import GridParameter
from visualizer.settings.lesson import Bounds, Lesson, Notice, Rules
from visualizer.settings.parameters import ChoiceParameter, IntParameter, Values

MAPS = ("convolution", "random")
# Rows and columns by channels: more inputs than this cannot be drawn as lines one can follow.
LARGEST_SIDE = {1: 4, 2: 3, 3: 2}


class DenseRules(Rules):
    """The chosen output exists; a random map stays small enough to be drawn."""

    def settle(self, values: Values) -> tuple[Values, list[Notice]]:
        side = LARGEST_SIDE[int(values["dense_channels"])]
        return {
            **values,
            "dense_size": min(int(values["dense_size"]), side),
            "dense_output": min(int(values["dense_output"]), int(values["dense_outputs"]) - 1),
        }, []

    def limits(self, values: Values) -> dict[str, Bounds]:
        return {
            "dense_size": Bounds(2, LARGEST_SIDE[int(values["dense_channels"])]),
            "dense_output": Bounds(0, int(values["dense_outputs"]) - 1),
        }

    def relevant(self, values: Values) -> frozenset[str]:
        hidden = {"dense_channels", "dense_size"}
        if values["dense_map"] == "random":
            hidden = {"dense_data"}
        return frozenset(parameter.name for parameter in PARAMETERS) - hidden


PARAMETERS = (
    ChoiceParameter("dense_map", "convolution", MAPS, "input"),
    # The map's numbers, so that a link shows them wherever it is opened.
    GridParameter("dense_data", "input"),
    IntParameter("dense_channels", 2, 1, 3, "input"),
    IntParameter("dense_size", 3, 2, 4, "input"),
    IntParameter("dense_outputs", 3, 1, 6, "kernel"),
    IntParameter("dense_seed", 4, 0, 9999, "kernel"),
    # Counted from 0, as every step in an address.
    IntParameter("dense_output", 0, 0, 5),
    # AlexNet's last maps are 6×6; 13×13 is what they were before pooling.
    IntParameter("dense_side", 6, 1, 16, "after"),
)

LESSON = Lesson("dense", PARAMETERS, DenseRules(), step="dense_output")
