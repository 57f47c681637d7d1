"""Which of the activation lesson's settings mean something for which function."""

from __future__ import annotations

from collections.abc import Collection

from visualizer.lessons.activation.settings import LOGITS, ActivationSettings
from visualizer.settings.rules import Rules
from visualizer.settings.upstream import FIELDS, hidden


class ActivationRules(Rules[ActivationSettings]):
    """Every combination is possible."""

    def hidden(self, settings: ActivationSettings) -> Collection[str]:
        """Return the settings of curves for softmax, and softmax's for a curve."""
        if settings.kind == "softmax":
            return {"slope", "x", "layers", "bias", "pass_", *FIELDS}
        slope = () if settings.kind == "leaky_relu" else ("slope",)
        back = hidden(settings, forward=settings.pass_ == "forward")
        idle = {name for name, is_hidden in back.items() if is_hidden}
        return {*LOGITS, "temperature", *slope, *idle}
