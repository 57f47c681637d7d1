"""Activation functions: curve and derivative, what they do to maps, gradients and neurons."""

from visualizer.lessons.activation.rules import ActivationRules
from visualizer.lessons.activation.settings import ActivationSettings
from visualizer.settings.lesson import Lesson

LESSON = Lesson(
    ActivationSettings, ActivationRules(), step="", sections=("function", "logits", "backward")
)
