"""All kinds of questions about activations."""

from visualizer.asking import Bank, Kind
from visualizer.lessons.activation import LESSON
from visualizer.lessons.activation.questions import curves, draws, layers, shares

BANK = Bank(
    "activation",
    LESSON,
    (
        Kind("value", draws.point, curves.value, vary=draws.other_point),
        Kind("slope", draws.bend, curves.slope, vary=draws.other_point),
        Kind("zeros", draws.rested, layers.zeros, levels=(1, 2), vary=draws.other_rest),
        Kind("dead", draws.pushed, layers.dead, levels=(2, 3), vary=draws.other_bias),
        Kind("chain", draws.chained, layers.chain, levels=(3,), vary=draws.other_depth),
        Kind("first", draws.logits, shares.first, levels=(1,)),
        Kind("last", draws.logits, shares.last, levels=(2, 3)),
        Kind("sum", draws.logits, shares.total, levels=(1,)),
        Kind("probability", draws.powers, shares.probability),
        Kind("shift", draws.logits, shares.shift, levels=(2, 3)),
        Kind("temperature", draws.warmed, shares.temperature, levels=(2, 3)),
    ),
)
