"""Exercises about the convolution on the screen."""

from __future__ import annotations

from visualizer.engine import NEGATIVE_SLOPE
from visualizer.lessons.convolution.example import Example, build
from visualizer.lessons.convolution.settings import ConvolutionSettings
from visualizer.taking.exercises import (
    multiplications,
    one_value,
    output_shape,
    parameters,
    size_function,
    summed,
)
from visualizer.taking.taken import Exercise
from visualizer.words.activations import NUMPY
from visualizer.words.text import text


def exercises(settings: ConvolutionSettings, lang: str) -> list[Exercise]:
    """Return shape, the step's value, parameters, and the shape formula as a function."""
    example = build(settings)
    trace, now = example.trace, example.trace.step(settings.step)
    size_hint = text("take.hint_transposed" if example.transposed else "take.hint_size", lang)
    work = summed(now.window, now.weights, now.bias if trace.has_bias else None)
    hint = text("conv.take_hint_value", lang)
    if example.activation != "none":
        written = NUMPY[example.activation].format(v="value", slope=NEGATIVE_SLOPE)
        work += f"value = {written}\n"
        name = text(f"choice.conv_activation.{example.activation}", lang)
        hint += " " + text("conv.take_hint_activation", lang, name=name)
    filters, each, height, width = example.weight.shape
    learned = f"{filters} * {each} * {height} * {width}" + (f" + {filters}" * trace.has_bias)
    return [
        output_shape(trace.output.shape, size_hint, lang),
        one_value(trace.cell(settings.step), work, now.activated_result, filters > 1, hint, lang),
        parameters(
            learned,
            "parameters == w.size" + " + bias.size" * trace.has_bias,
            trace.parameters,
            text("conv.take_hint_parameters", lang),
            lang,
        ),
        _multiplications(example, lang),
        size_function(lang, transposed=example.transposed),
    ]


def _multiplications(example: Example, lang: str) -> Exercise:
    trace = example.trace
    if example.transposed:
        each = " * ".join(map(str, example.torch_weight.shape[1:]))
        work, claim = f"{example.input.size} * {each}", "count == x.size * w[0].size"
    else:
        each = " * ".join(map(str, example.weight.shape[1:]))
        work, claim = f"{trace.output.size} * {each}", "count == y.size * w[0].size"
    return multiplications(work, claim, trace.multiply_adds, lang)
