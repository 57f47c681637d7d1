"""All kinds of questions about fully connected layers."""

from visualizer.asking import Bank, Kind
from visualizer.lessons.dense import LESSON
from visualizer.lessons.dense.questions import counts, draws, values

BANK = Bank(
    "dense",
    LESSON,
    (
        Kind("flat", draws.any_map, counts.flat, levels=(1, 2), vary=draws.other_outputs),
        Kind("parameters", draws.any_map, counts.parameters, vary=draws.other_outputs),
        Kind("value", draws.by_hand, values.value, vary=draws.other_output),
        Kind("order", draws.any_map, values.order, levels=(2, 3), vary=draws.other_output),
        Kind("shared", draws.any_map, counts.shared, levels=(2, 3), vary=draws.other_outputs),
        Kind("alexnet", draws.any_side, counts.alexnet, levels=(3,), vary=draws.any_other_side),
        Kind("folded", draws.any_map, counts.folded, levels=(3,), vary=draws.other_outputs),
    ),
)
