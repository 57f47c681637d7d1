"""Questions about pooling against torch: the answers, and what each mistake would give."""

from __future__ import annotations

from collections import Counter
from math import ceil
from typing import Any, cast

import numpy as np
import pytest
import torch
from torch.nn import functional

from tests.asking.cases import mistakes, of_kind
from visualizer.asking import Question
from visualizer.lessons.pooling.example import PoolExample, build
from visualizer.lessons.pooling.settings import PoolingSettings

Place = tuple[int, int]


def settings_of(question: Question) -> PoolingSettings:
    return cast(PoolingSettings, question.settings)


def example_of(question: Question) -> PoolExample:
    return build(settings_of(question))


def computed(example: PoolExample, **changes: Any) -> torch.Tensor:
    """Compute an example with torch's functions alone, with some arguments done wrong."""
    given: dict[str, Any] = {
        "x": torch.from_numpy(example.input.copy()), "kind": example.kind, "stride": example.stride,
        "padding": example.padding, "dilation": example.dilation, "ceil": example.ceil_mode,
        "counted": example.count_include_pad, "divisor": None, **changes,
    }  # fmt: skip
    x, kernel, stride, padding = given["x"], example.kernel, given["stride"], given["padding"]
    if given["kind"] == "global":
        made = functional.adaptive_avg_pool2d(x, 1)
    elif given["kind"] == "max":
        made = functional.max_pool2d(
            x[None], kernel, stride, padding, given["dilation"], given["ceil"]
        )[0]
    else:
        made = functional.avg_pool2d(
            x[None], kernel, stride, padding, given["ceil"], given["counted"], given["divisor"]
        )[0]
    return made


def place_of(question: Question) -> tuple[int, int, int]:
    """Return the channel, row and column asked about, from the step."""
    _, rows, columns = computed(example_of(question)).shape
    channel, rest = divmod(settings_of(question).step, rows * columns)
    return channel, rest // columns, rest % columns


def cell(question: Question, at: tuple[int, int, int] | None = None, **changes: Any) -> float:
    """Return the asked cell of an example done wrong; NaN where it has no such cell."""
    made, place = computed(example_of(question), **changes), at or place_of(question)
    inside = all(i < n for i, n in zip(place, made.shape, strict=True))
    return float(made[place]) if inside else float("nan")


def test_shapes_are_torchs() -> None:
    asked = of_kind("pooling", "shape")
    assert len(asked) > 250
    for question in asked:
        shape = tuple(computed(example_of(question)).shape)
        assert question.answer == shape[-len(question.sides) :]


def sides(example: PoolExample, name: str) -> list[float]:
    """Return what a mistake makes of rows and columns, by the textbook's formula done wrong."""
    found = []
    for i in (0, 1):
        n, k, s = example.input.shape[1 + i], example.kernel[i], example.stride[i]
        p, d = example.padding[i], example.dilation[i] if example.kind == "max" else 1
        rounded, other = (ceil, int) if example.ceil_mode else (int, ceil)
        room = n + 2 * p - d * (k - 1) - 1
        made = {
            "padding_once": rounded((room - p) / s) + 1,
            "padding_ignored": rounded((room - 2 * p) / s) + 1,
            "dilation_as_stride": rounded((n + 2 * p - k) / (d if d > 1 else s)) + 1,
            "dilation_ignored": rounded((n + 2 * p - k) / s) + 1,
            "stride_ignored": room + 1,
            "dropped": rounded(room / s) + 1,
            "rounded": other(room / s) + 1,
            "fraction": room / s + 1,
            "one_forgotten": rounded(room / s),
            "kernel_ignored": int((n + 2 * p - 1) / s) + 1,
        }
        found.append(float(made[name]))
    return found


def test_mistakes_in_shapes_are_what_they_claim() -> None:
    seen: Counter[str] = Counter()
    for question in of_kind("pooling", "shape"):
        example = example_of(question)
        channels, *right = computed(example).shape
        before = [float(channels)] if len(question.sides) == 3 else []
        for name, mistake in mistakes(question).items():
            seen[name] += 1
            if name == "channels_mixed":
                assert mistake.answer == (1, *right)
            elif name == "kept":
                assert mistake.answer == example.input.shape
            else:
                assert mistake.answer == pytest.approx((*before, *sides(example, name)))
    assert len(seen) >= 11


def test_values_are_torchs() -> None:
    asked = of_kind("pooling", "value")
    assert len(asked) > 250
    for question in asked:
        assert question.answer == pytest.approx(cell(question))


def window(question: Question) -> list[float]:
    """Return the input's own numbers under the window, cell by cell."""
    example, (channel, row, col) = example_of(question), place_of(question)
    if example.kind == "global":
        return [float(value) for value in example.input[channel].ravel()]
    k, s, p = example.kernel, example.stride, example.padding
    d = example.dilation if example.kind == "max" else (1, 1)
    lines = [
        [place * s[i] - p[i] + tap * d[i] for tap in range(k[i])]
        for i, place in enumerate((row, col))
    ]
    height, width = example.input.shape[1:]
    return [
        float(example.input[channel, r, c])
        for r in lines[0]
        for c in lines[1]
        if 0 <= r < height and 0 <= c < width
    ]


def value_gone_wrong(question: Question, name: str) -> float:
    """Return what a mistake makes of the asked cell."""
    example, (channel, row, col) = example_of(question), place_of(question)
    numbers = window(question)
    size = example.kernel[0] * example.kernel[1]
    match name:
        case "padding_entered":
            down, across = example.padding
            x = functional.pad(torch.from_numpy(example.input.copy()), (across, across, down, down))
            return cell(question, x=x, padding=(0, 0), ceil=False)
        case "averaged":
            return float(np.mean(numbers))
        case "least":
            return float(np.min(numbers))
        case "magnitude":
            return max(numbers, key=abs)
        case "signless":
            return float(np.max(np.abs(numbers)))
        case "summed":
            return float(np.sum(numbers))
        case "greatest":
            return float(np.max(numbers))
        case "padding_left_out":
            return cell(question, counted=False)
        case "padding_counted":
            return cell(question, counted=True)
        case "overhang_counted":
            return cell(question, divisor=size)
        case "stride":
            return cell(question, stride=(1, 1))
        case "padding":
            return cell(question, padding=(0, 0))
        case "dilation":
            return cell(question, dilation=(1, 1))
        case "swapped":
            return cell(question, at=(channel, col, row))
        case "first_channel":
            return cell(question, at=(0, row, col))
    raise KeyError(name)


def test_mistakes_in_values_are_what_they_claim() -> None:
    seen: Counter[str] = Counter()
    for question in of_kind("pooling", "value"):
        for name, mistake in mistakes(question).items():
            seen[name] += 1
            expected = value_gone_wrong(question, name)
            if name == "magnitude":  # of 5 and −5 either is the farthest
                assert abs(float(cast(float, mistake.answer))) == abs(expected)
            elif not (name == "padding_entered" and np.isnan(expected)):
                assert mistake.answer == pytest.approx(expected), name
    assert len(seen) == 15


def winners(question: Question, at: tuple[int, int, int], **changes: Any) -> Place | None:
    """Return where torch says the winner of an output cell is; None without such a cell."""
    example = example_of(question)
    given = {
        "stride": example.stride, "padding": example.padding, "dilation": example.dilation,
        **changes,
    }  # fmt: skip
    _, indices = functional.max_pool2d(
        torch.from_numpy(example.input.copy())[None], example.kernel, given["stride"],
        given["padding"], given["dilation"], example.ceil_mode, return_indices=True,
    )  # fmt: skip
    if not all(i < n for i, n in zip(at, indices.shape[1:], strict=True)):
        return None
    row, col = divmod(int(indices[0][at]), example.input.shape[2])
    return row, col


def chosen(question: Question, name: object) -> Place:
    """Return the place that a choice names, counted from 0."""
    choice = next(choice for choice in question.choices if choice.name == name)
    assert not isinstance(choice.label, str)
    row, column = (int(cast(int, choice.label.values[side])) for side in ("row", "column"))
    return row - 1, column - 1


def test_winners_are_torchs_indices() -> None:
    asked = of_kind("pooling", "winner")
    assert len(asked) > 250
    seen: Counter[str] = Counter()
    for question in asked:
        channel, row, col = place_of(question)
        right = chosen(question, question.answer)
        numbers = example_of(question).input[channel]
        assert right == winners(question, (channel, row, col))
        inside = np.array(window(question))
        assert (inside == inside.max()).sum() == 1  # no two cells are right
        wrong: dict[str, Place | None] = {
            "stride": winners(question, (channel, row, col), stride=(1, 1)),
            "padding": winners(question, (channel, row, col), padding=(0, 0)),
            "dilation": winners(question, (channel, row, col), dilation=(1, 1)),
            "swapped": winners(question, (channel, col, row)),
        }
        values = {
            "everywhere": numbers.max(),
            "least": inside.min(),
            "magnitude": np.abs(inside).max(),
        }
        for name, mistake in mistakes(question).items():
            seen[name] += 1
            place = chosen(question, mistake.answer)
            if name in values:
                value = abs(numbers[place]) if name == "magnitude" else numbers[place]
                assert value == values[name], name
            else:
                assert place == wrong[name], name
    assert len(seen) == 7


def test_divisors_are_torchs() -> None:
    asked = of_kind("pooling", "divisor")
    assert len(asked) > 150
    seen: Counter[str] = Counter()
    for question in asked:
        example = example_of(question)
        place = place_of(question)
        ones = torch.ones(example.input.shape, dtype=torch.float64)
        real = cell(question, x=ones, divisor=1)
        counted = real / cell(question, x=ones, counted=True)
        assert question.answer == pytest.approx(real / cell(question, x=ones, at=place))
        wrong = {
            "window": example.kernel[0] * example.kernel[1],
            "input": real,
            "padding": counted,
            "side": example.kernel[0],
        }
        for name, mistake in mistakes(question).items():
            seen[name] += 1
            assert mistake.answer == pytest.approx(wrong[name]), name
    assert len(seen) == 4
