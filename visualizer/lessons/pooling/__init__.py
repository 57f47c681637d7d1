"""Pooling: a window keeps one number of what it covers, channel by channel."""

from visualizer.lessons.pooling.rules import PoolingRules
from visualizer.lessons.pooling.settings import PoolingSettings
from visualizer.settings.lesson import Lesson

LESSON = Lesson(
    PoolingSettings,
    PoolingRules(),
    sections=("input", "kernel", "motion", "after", "more", "backward", "examples"),
)
