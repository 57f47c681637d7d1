"""All kinds of questions about convolutions."""

from visualizer.asking import Bank, Kind
from visualizer.lessons.convolution import LESSON
from visualizer.lessons.convolution.questions import draws, shapes, values

BANK = Bank(
    "convolution",
    LESSON,
    (
        Kind("shape", draws.anything, shapes.output_shape),
        Kind("value", draws.by_hand, values.value),
        Kind("reads", draws.anything, values.reads),
        Kind("parameters", draws.anything, shapes.parameters, levels=(2, 3)),
    ),
)
