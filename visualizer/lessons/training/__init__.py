"""Training: a small network learns handwritten digits, and every epoch can be looked at again."""

from visualizer.lessons.training.rules import TrainingRules
from visualizer.lessons.training.settings import TrainingPageSettings
from visualizer.settings.lesson import Lesson

LESSON = Lesson(
    TrainingPageSettings,
    TrainingRules(),
    step="",
    sections=("input", "layers", "learning", "more"),
)
