"""All kinds of questions about AlexNet."""

from visualizer.asking import Bank, Kind
from visualizer.lessons.alexnet import LESSON
from visualizer.lessons.alexnet.questions import draws, guesses, layers
from visualizer.lessons.alexnet.questions.network import generation

BANK = Bank(
    "alexnet",
    LESSON,
    (
        Kind("guess", draws.photo, guesses.guess, levels=(1,), vary=draws.other_photo),
        Kind("close", draws.photo, guesses.close, levels=(2, 3), vary=draws.other_photo),
        Kind("five", draws.photo, guesses.five, levels=(2, 3), vary=draws.other_photo),
        Kind("certain", draws.photo, guesses.certain, levels=(1, 2), vary=draws.other_photo),
        Kind("shape", draws.windowed, layers.output_shape, levels=(1, 2), vary=draws.windowed_too),
        Kind("parameters", draws.weighted, layers.parameters, levels=(2, 3),
             vary=draws.weighted_too),
        Kind("field", draws.deep, layers.field, levels=(3,), vary=draws.deep_too),
    ),
    state=generation,
)  # fmt: skip
