"""All kinds of questions about dropout."""

from visualizer.asking import Bank, Kind
from visualizer.lessons.dropout import LESSON
from visualizer.lessons.dropout.questions import counts, draws, neurons

BANK = Bank(
    "dropout",
    LESSON,
    (
        Kind("factor", draws.anything, counts.factor, levels=(1, 2), vary=draws.other_p),
        Kind("kept", draws.anything, neurons.kept, vary=draws.other_seed),
        Kind("evaluated", draws.anything, neurons.evaluated, levels=(1, 2), vary=draws.other_seed),
        Kind("expected", draws.anything, counts.expected, vary=draws.other_p),
        Kind("mean", draws.anything, neurons.mean, levels=(2, 3), vary=draws.other_seed),
        Kind("masks", draws.few, counts.masks, levels=(2, 3)),
        Kind("next", draws.shallow, neurons.following, levels=(3,), vary=draws.other_seed),
        Kind("back", draws.anything, counts.back, levels=(3,), vary=draws.other_p),
    ),
)
