"""Dropout: neurons switched off at random while training, and why the average stays the same."""

from visualizer.lessons.dropout.settings import DropoutSettings
from visualizer.settings.lesson import Lesson

LESSON = Lesson(DropoutSettings, step="", sections=("motion", "input", "after"))
