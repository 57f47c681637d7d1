"""All kinds of questions about pooling."""

from visualizer.asking import Bank, Kind
from visualizer.lessons.pooling import LESSON
from visualizer.lessons.pooling.questions import draws, shapes, values, winners

BANK = Bank(
    "pooling",
    LESSON,
    (
        Kind("shape", draws.anything, shapes.output_shape),
        Kind("value", draws.anything, values.value),
        Kind("winner", draws.greatest, winners.winner),
        Kind("divisor", draws.averaged, values.divisor, levels=(2, 3)),
    ),
)
