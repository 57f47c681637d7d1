"""Shapes and parameters against torch: the answers, and what each mistake would give."""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np
import pytest
import torch

from tests.asking.cases import mistakes, of_kind
from tests.lessons.convolution.questions.cases import computed, example_of
from visualizer.asking import Question
from visualizer.lessons.convolution.example import Example


def test_shapes_are_torchs() -> None:
    asked = of_kind("convolution", "shape")
    assert len(asked) > 250
    for question in asked:
        shape = tuple(computed(example_of(question)).shape)
        assert question.answer == shape[-len(question.sides) :]


def sides(question: Question, name: str) -> list[float]:
    """Return what a mistake makes of rows and columns, by the textbook's formula done wrong."""
    example, found = example_of(question), []
    for i in (0, 1):
        n, k = example.input.shape[1 + i], example.weight.shape[2 + i]
        s, p, d = example.stride[i], int(example.padding[i]), example.dilation[i]
        extra = example.output_padding
        full = (n - 1) * s + d * (k - 1) + 1 + extra
        made = {
            "padding_once": (n + p - d * (k - 1) - 1) // s + 1,
            "padding_ignored": (n - d * (k - 1) - 1) // s + 1,
            "dilation_as_stride": ((n + 2 * p - k) // d + 1 if d > 1 else (n + 2 * p - k) // s + 1),
            "dilation_ignored": (n + 2 * p - k) // s + 1,
            "stride_ignored": n + 2 * p - d * (k - 1),
            "rounded": int(np.ceil((n + 2 * p - d * (k - 1) - 1) / s)) + 1,
            "fraction": (n + 2 * p - d * (k - 1) - 1) / s + 1,
            "one_forgotten": (n + 2 * p - d * (k - 1) - 1) // s,
            "kernel_ignored": (n + 2 * p - 1) // s + 1,
        }
        back = {
            "direct": (n + 2 * p - d * (k - 1) - 1) // s + 1,
            "padding_added": full + 2 * p,
            "padding_once": full - p,
            "padding_ignored": full,
            "output_padding": full - extra - 2 * p,
            "times_stride": n * s,
        }
        found.append((back if example.transposed else made)[name])
    return found


def test_mistakes_in_shapes_are_what_they_claim() -> None:
    seen: Counter[str] = Counter()
    for question in of_kind("convolution", "shape"):
        example = example_of(question)
        for name, mistake in mistakes(question).items():
            seen[name] += 1
            maps = [float(len(example.weight))][3 - len(question.sides) :]
            if name == "channels":
                right = computed(example).shape
                assert mistake.answer == (len(example.input), *right[1:])
            else:
                assert mistake.answer == pytest.approx((*maps, *sides(question, name)))
    assert set(seen) >= {
        "padding_once", "padding_ignored", "dilation_as_stride", "dilation_ignored", "rounded",
        "stride_ignored", "fraction", "one_forgotten", "kernel_ignored", "channels", "direct",
        "padding_added", "output_padding", "times_stride",
    }  # fmt: skip


def layer(example: Example, **changes: Any) -> int:
    """Return how many parameters torch counts in a layer, with some arguments done wrong."""
    filters, reads, *kernel = example.weight.shape
    given: dict[str, Any] = {
        "in_channels": reads * example.groups, "out_channels": filters, "kernel_size": kernel,
        "groups": example.groups, "bias": example.bias is not None, **changes,
    }  # fmt: skip
    kind: Any = torch.nn.ConvTranspose2d if example.transposed else torch.nn.Conv2d
    return sum(parameter.numel() for parameter in kind(**given).parameters())


def test_parameters_are_torchs() -> None:
    asked = of_kind("convolution", "parameters")
    assert len(asked) > 150
    seen: Counter[str] = Counter()
    for question in asked:
        example = example_of(question)
        filters, reads, height, width = example.weight.shape
        assert question.answer == layer(example)
        biases = 0 if example.bias is None else filters
        wrong = {
            "bias_forgotten": layer(example, bias=False),
            "bias_invented": layer(example, bias=True),
            "one_bias": layer(example, bias=False) + 1,
            "one_filter": layer(example, in_channels=reads, out_channels=1, groups=1),
            "one_channel": layer(example, in_channels=1, groups=1),
            "groups_ignored": layer(example, groups=1),
            "not_shared": reads * height * width * computed(example).numel() + biases,
        }
        for name, mistake in mistakes(question).items():
            seen[name] += 1
            assert mistake.answer == wrong[name], name
    assert len(seen) == 7
