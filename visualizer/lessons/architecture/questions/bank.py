"""All kinds of questions about networks."""

from visualizer.asking import Bank, Kind
from visualizer.lessons.architecture import LESSON
from visualizer.lessons.architecture.questions import costs, draws, layers

BANK = Bank(
    "architecture",
    LESSON,
    (
        Kind("shape", draws.windowed, layers.output_shape, vary=draws.other_layer),
        Kind("parameters", draws.weighted, layers.parameters, vary=draws.other_layer),
        Kind("flat", draws.flattened, layers.flat, vary=draws.other_layer),
        Kind("field", draws.deep, layers.field, vary=draws.other_layer),
        Kind("most", draws.whole, costs.most_parameters, levels=(2, 3)),
        Kind("work", draws.whole, costs.most_work, levels=(3,)),
    ),
)
