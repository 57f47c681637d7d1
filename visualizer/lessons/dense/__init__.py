"""Dense layer: a feature map laid out flat, every number linked to every output."""

from visualizer.lessons.dense.rules import DenseRules
from visualizer.lessons.dense.settings import DenseSettings
from visualizer.settings.lesson import Lesson

LESSON = Lesson(
    DenseSettings, DenseRules(), step="output", back="step",
    sections=("input", "kernel", "backward"),
)  # fmt: skip
