"""Architecture: AlexNet from end to end, what its layers cost, and a stack of one's own."""

from visualizer.lessons.architecture.rules import ArchitectureRules
from visualizer.lessons.architecture.settings import ArchitectureSettings
from visualizer.settings.lesson import Lesson

LESSON = Lesson(ArchitectureSettings, ArchitectureRules())
