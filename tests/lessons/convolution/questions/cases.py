"""The examples of questions about convolutions, computed by torch's functions alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import torch
from torch.nn import functional

from visualizer.asking import Question
from visualizer.lessons.convolution.example import Example, build
from visualizer.lessons.convolution.settings import ConvolutionSettings

Tensors = Callable[[torch.Tensor], torch.Tensor]
ACTIVATIONS: dict[str, Tensors] = {"none": lambda x: x, "relu": torch.relu}


def settings_of(question: Question) -> ConvolutionSettings:
    return cast(ConvolutionSettings, question.settings)


def example_of(question: Question) -> Example:
    return build(settings_of(question))


def place_of(question: Question) -> tuple[int, int, int]:
    """Return the filter, row and column asked about, from the step, as a person would count."""
    _, rows, columns = computed(example_of(question)).shape
    filter_, rest = divmod(settings_of(question).step, rows * columns)
    return filter_, rest // columns, rest % columns


def computed(example: Example, **changes: Any) -> torch.Tensor:
    """Compute an example with torch's functions alone, with some arguments done wrong."""
    given: dict[str, Any] = {
        "x": torch.from_numpy(example.input.copy()),
        "w": torch.from_numpy(example.torch_weight.copy()),
        "b": None if example.bias is None else torch.from_numpy(example.bias.copy()),
        "stride": example.stride,
        "padding": example.padding,
        "dilation": example.dilation,
        "groups": example.groups,
        "mode": example.padding_mode,
        "activation": example.activation,
        **changes,
    }
    x, w, b = given["x"][None], given["w"], given["b"]
    stride, padding, dilation = given["stride"], given["padding"], given["dilation"]
    if example.transposed:
        y = functional.conv_transpose2d(
            x, w, b, stride, padding, example.output_padding, given["groups"], dilation
        )
    else:
        down, across = padding
        mode = "constant" if given["mode"] == "zeros" else given["mode"]
        x = functional.pad(x, (across, across, down, down), mode=mode) if any(padding) else x
        y = functional.conv2d(x, w, b, stride, 0, dilation, given["groups"])
    return ACTIVATIONS[given["activation"]](y)[0]


def cell(question: Question, **changes: Any) -> float | None:
    """Return the asked cell of an example done wrong; None where it has no such cell."""
    made, place = computed(example_of(question), **changes), place_of(question)
    inside = all(i < n for i, n in zip(place, made.shape, strict=True))
    return float(made[place]) if inside else None
