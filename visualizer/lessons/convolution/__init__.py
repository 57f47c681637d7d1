"""Convolution: a kernel slides over the input and makes the output, product by product."""

from visualizer.lessons.convolution.rules import ConvolutionRules
from visualizer.lessons.convolution.settings import ConvolutionSettings
from visualizer.settings.lesson import Lesson

# What is seen first are edges that the kernel finds, both ways, one that it passes over, and a sum
# that nothing is added to.
LESSON = Lesson(ConvolutionSettings, ConvolutionRules(), start={"input": "cross", "bias": False})
