"""Architecture: AlexNet from end to end, the costs of its layers, and networks of one's own."""

from visualizer.lessons.architecture.rules import ArchitectureRules
from visualizer.lessons.architecture.settings import ArchitectureSettings
from visualizer.settings.lesson import Lesson

LESSON = Lesson(ArchitectureSettings, ArchitectureRules())
