"""The activation lesson's settings: every one, its default, its bounds and why."""

from __future__ import annotations

from dataclasses import dataclass
from math import log

from visualizer.settings.table import Settings, choice, decimal, whole

CURVES = ("sigmoid", "tanh", "relu", "leaky_relu", "gelu")
KINDS = (*CURVES, "softmax")
CLASSES = ("dog", "cat", "pig")
LOGITS = ("z1", "z2", "z3")
FARTHEST = 6.0  # beyond ±6 every curve is straight to the eye
LARGEST_LOGIT = 1000.0

# e to these is 14, 5 and 1: shares of 20, so 70 %, 25 % and 5 %.
ANIMALS = (round(log(14), 6), round(log(5), 6), 0.0)
EXAMPLES: dict[str, tuple[float, float, float]] = {
    "animals": ANIMALS,
    "equal": (0.0, 0.0, 0.0),
    "huge": (1000.0, 999.0, -1000.0),
}


def _logit(default: float) -> float:
    return decimal(default, -LARGEST_LOGIT, LARGEST_LOGIT, 6, section="logits")


@dataclass(frozen=True)
class ActivationSettings(Settings, prefix="act"):
    """All settings: the function, the point on its curve, and what the figures below show."""

    kind: str = choice("sigmoid", KINDS, section="function")
    # 1 is no activation at all; below 0 the curve would turn back.
    slope: float = decimal(0.01, 0.0, 1.0, section="function", step=0.05)
    x: float = decimal(1.0, -FARTHEST, FARTHEST)
    # 30: by then sigmoid's gradient is far below what float32 can add to a weight.
    layers: int = whole(10, 1, 30, slider=True)
    bias: float = decimal(0.0, -12.0, 2.0, 1, step=0.1, slider=True)
    z1: float = _logit(ANIMALS[0])
    z2: float = _logit(ANIMALS[1])
    z3: float = _logit(ANIMALS[2])
    temperature: float = decimal(1.0, 0.1, 10.0, 1, step=0.1, slider=True)

    # ``pass`` is a word of Python.
    pass_: str = choice("forward", ("forward", "input"), section="backward")
    upstream: str = choice("typed", ("typed", "target"), section="backward")
    gradient: float = decimal(1.0, -99.0, 99.0, section="backward")
    target: float = decimal(0.0, -99.0, 99.0, section="backward")

    @property
    def logits(self) -> list[float]:
        """The logits of all classes."""
        return [self.z1, self.z2, self.z3]
