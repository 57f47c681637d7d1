"""Convolution: a kernel slides over the input and makes the output, product by product."""

from visualizer.lessons.convolution.rules import ConvolutionRules
from visualizer.lessons.convolution.settings import ConvolutionSettings
from visualizer.settings.lesson import Lesson

LESSON = Lesson(ConvolutionSettings, ConvolutionRules())
