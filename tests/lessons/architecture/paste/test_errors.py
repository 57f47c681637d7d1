"""torch's messages, raised for real: recognised, their numbers told, placed on their line."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from typing import Any

import pytest
import torch
import torch.nn.functional as F
from torch import nn

from tests.lessons.architecture.paste.oracle import Snippet, raised, snippets
from visualizer.lessons.architecture.paste import ErrorReading, read_error, read_network

MAPS, ROWS = torch.zeros(2, 3, 8, 8), torch.zeros(2, 3)


class Head(nn.Module):
    def __init__(self, classes: int) -> None:
        super().__init__()
        self.fc = nn.Linear(4, classes)


class NoInput(nn.Module):
    def forward(self) -> None:
        pass


class NoSuper(nn.Module):
    def __init__(self) -> None:
        self.fc = nn.Linear(4, 2)


def any_of(value: Any) -> Any:
    """Return a value that no type checker looks at."""
    return value


RAISED: dict[str, tuple[Callable[[], object], str, tuple[str, ...]]] = {
    "matrices": (
        lambda: nn.Linear(1568, 10)(torch.zeros(2, 1050)),
        "matrices",
        ("2", "1050", "1568", "10"),
    ),
    "channels": (lambda: nn.Conv2d(1, 8, 3)(MAPS), "channels", ("8×1×3×3", "1", "3", "3×8×8")),
    "transposed": (lambda: nn.ConvTranspose2d(1, 8, 3)(MAPS), "channels", ("1", "3", "3×8×8")),
    "kernel": (lambda: nn.Conv2d(3, 8, 9)(MAPS), "kernel", ("9×9", "8×8")),
    "padded": (lambda: nn.Conv2d(3, 8, 13, padding=1)(MAPS), "kernel", ("13×13", "10×10")),
    "max": (lambda: nn.MaxPool2d(9)(MAPS), "too_small", ("8×8", "0×0")),
    "average": (lambda: nn.AvgPool2d(9)(MAPS), "too_small", ("8×8", "0×0")),
    "pad": (lambda: nn.MaxPool2d(2, 2, 2)(MAPS), "pad", ("2",)),
    "conv of rows": (lambda: nn.Conv2d(3, 8, 3)(ROWS), "dimensions_conv", ("2×3",)),
    "norm of rows": (lambda: nn.BatchNorm2d(3)(ROWS), "dimensions", ("4D", "2")),
    "norm of maps": (lambda: nn.BatchNorm1d(3)(MAPS), "dimensions", ("2D/3D", "4")),
    "pool of rows": (lambda: nn.MaxPool2d(2)(ROWS), "dimensions_pool", ()),
    "means of rows": (lambda: nn.AdaptiveAvgPool2d(2)(ROWS), "dimensions_pool_of", ("2×3",)),
    "another size": (
        lambda: Head(5).load_state_dict(Head(10).state_dict()),
        "state_size",
        ("fc.weight", "10×4", "5×4"),
    ),
    "other names": (
        lambda: Head(5).load_state_dict({"module.fc.weight": torch.zeros(5, 4)}),
        "state_both",
        ("module.fc.weight", "fc.weight"),
    ),
    "names that lack": (lambda: Head(5).load_state_dict({}), "state_missing", ("fc.weight",)),
    "names too many": (
        lambda: Head(5).load_state_dict({**Head(5).state_dict(), "x": ROWS}),
        "state_unexpected",
        ("x",),
    ),
    "view": (lambda: MAPS.view(-1, 400), "view", ("384", "400", "-1, 400")),
    "whole view": (lambda: MAPS.view(2, 400), "view_whole", ("384", "800", "2, 400")),
    "sum": (lambda: MAPS + torch.zeros(2, 3, 6, 6), "tensors", ("8", "6", "3")),
    "concat": (lambda: torch.cat([MAPS, torch.zeros(2, 3, 6, 6)], 1), "concat", ("8", "6", "1")),
    "concat of rows": (lambda: torch.cat([MAPS, ROWS], 1), "concat_axes", ("4", "2")),
    "batch": (
        lambda: F.cross_entropy(torch.zeros(8, 10), torch.zeros(2, dtype=torch.long)),
        "batch",
        ("8", "2"),
    ),
    "target": (
        lambda: F.cross_entropy(torch.zeros(2, 5), torch.tensor([1, 7])),
        "target",
        ("7", "8"),
    ),
    "running mean": (lambda: nn.BatchNorm2d(8)(MAPS), "running_mean", ("3", "8")),
    "one value": (lambda: nn.BatchNorm1d(4)(torch.zeros(1, 4)), "one_value", ("1×4",)),
    "attribute": (lambda: any_of(Head(5)).fc2, "attribute", ("Head", "fc2")),
    "module attribute": (lambda: any_of(nn).Conv2D, "module_attribute", ("torch.nn", "Conv2D")),
    "positional": (lambda: NoInput()(MAPS), "positional", ("NoInput.forward", "1", "2")),
    "missing": (lambda: any_of(nn.Conv2d)(3, 4), "missing_argument", ("Conv2d", "kernel_size")),
    "keyword": (lambda: any_of(nn.Conv2d)(3, 4, 3, strides=2), "keyword", ("Conv2d", "strides")),
    "no kernel": (
        lambda: any_of(F.max_pool2d)(MAPS),
        "missing_argument",
        ("max_pool2d", "kernel_size"),
    ),
    "doubles": (lambda: nn.Conv2d(3, 4, 3)(MAPS.double()), "types", ("double", "float")),
    "doubles in rows": (lambda: nn.Linear(3, 4)(ROWS.double()), "types", ("Double", "Float")),
    "no super": (NoSuper, "super", ()),
    "a list": (lambda: any_of(nn.Sequential)([nn.ReLU()]), "subclass", ("list",)),
    "a class": (lambda: any_of(nn.Sequential)(nn.ReLU), "subclass", ("ReLU",)),
    "no forward": (lambda: Head(5)(ROWS), "forward", ("Head",)),
    "groups": (lambda: nn.Conv2d(3, 4, 3, groups=2), "groups", ("in_channels",)),
    "same": (lambda: nn.Conv2d(3, 4, 3, 2, padding="same"), "same", ("'same'",)),
    "dropout": (lambda: nn.Dropout(50), "probability", ("50",)),
    "nothing": (lambda: nn.Conv2d(3, 4, 3)(any_of(None)), "not_tensor", ("NoneType", "conv2d")),
    "a layer": (lambda: nn.Conv2d(3, 4, 3)(any_of(nn.ReLU())), "not_tensor", ("ReLU", "conv2d")),
    "a fraction": (lambda: any_of(nn.Linear)(8.0, 3), "fraction", ()),
}  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("which", RAISED)
def test_a_message_of_torch_is_told_with_its_numbers(which: str, lang: str) -> None:
    make, code, numbers = RAISED[which]
    with pytest.raises(Exception) as caught:  # noqa: PT011
        make()
    alone = read_error(str(caught.value), lang=lang)
    whole = "".join(traceback.format_exception(caught.value))
    for reading in (alone, read_error(whole, lang=lang)):
        assert reading.code == code
        assert all(number in reading.reason for number in numbers), reading.reason
        assert "{" not in reading.reason + reading.advice
        assert reading.advice != ""


OLDER = {
    "RuntimeError: size mismatch, m1: [64 x 3136], m2: [1568 x 10] at /pytorch/aten/src": "matrices",  # noqa: E501
    "Expected 4-dimensional input for 4-dimensional weight [6, 1, 5, 5], but got 2-dimensional"
    " input of size [4, 784] instead": "dimensions_conv",
    "Input type (torch.cuda.FloatTensor) and weight type (torch.FloatTensor) should be the same": "device",  # noqa: E501
    "Input type (torch.FloatTensor) and weight type (torch.cuda.FloatTensor) should be the same or"
    " input should be a MKLDNN tensor": "device",
    "Input type (torch.DoubleTensor) and weight type (torch.FloatTensor) should be the same": "types",  # noqa: E501
    "Expected all tensors to be on the same device, but found at least two devices, cuda:0 and"
    " cpu!": "device",
    "expected scalar type Float but found Double": "types",
    "Sizes of tensors must match except in dimension 1. Got 28 and 27 in dimension 2": "concat",
}


@pytest.mark.parametrize("message", OLDER)
def test_messages_of_other_versions_and_devices_are_recognised(message: str) -> None:
    assert read_error(message).code == OLDER[message]


def test_any_other_text_is_answered() -> None:
    for message in ("", "ImportError: no", "x" * 1_000_000, "(" * 99_999, "mat1 " * 50_000):
        assert read_error(message).code == "unknown"
        assert read_error(message, lang="ko").reason


WRONG = [each for each in snippets("wrong_classes.txt") if not each.told[1].startswith("syntax")]


def read_traceback(snippet: Snippet) -> tuple[ErrorReading, int | None]:
    """Read what a snippet raises, as a student would paste it, together with the code."""
    error, line = raised(snippet.source, snippet.told[0], snippet.shape)
    message = "".join(traceback.format_exception(error))
    return read_error(message, read_network(snippet.source, snippet.shape)), line


@pytest.mark.parametrize("snippet", WRONG, ids=lambda each: each.name)
def test_a_traceback_is_placed_on_the_line_of_the_code(snippet: Snippet) -> None:
    reading, line = read_traceback(snippet)
    assert reading.code != "unknown" or snippet.told[1] in ("name_of_self",)
    if reading.code != "unknown":
        assert reading.line == (line or int(snippet.told[2]))
        assert reading.problem is not None
        assert reading.problem.fixed is not None


@pytest.mark.parametrize("snippet", WRONG[:6], ids=lambda each: each.name)
def test_a_message_alone_is_placed_by_its_numbers(snippet: Snippet) -> None:
    error, line = raised(snippet.source, snippet.told[0], snippet.shape)
    reading = read_error(str(error), read_network(snippet.source, snippet.shape))
    assert reading.line == line
    assert not reading.other_input


def test_a_message_of_another_input_is_told_to_be_one() -> None:
    error, _ = raised(WRONG[0].source, WRONG[0].told[0], (1, 32, 32))
    reading = read_error(str(error), read_network(WRONG[0].source, (1, 28, 28)))
    assert reading.other_input
    assert (reading.line, reading.name) == (11, "fc1")
    assert reading.problem is None


def test_a_saved_network_is_compared_by_names() -> None:
    source = (
        "import torch.nn as nn\n"
        "class Net(nn.Module):\n"
        "    def __init__(self):\n"
        "        super().__init__()\n"
        "        self.fc = nn.Linear(4, 5)\n"
        "    def forward(self, x):\n"
        "        return self.fc(x)\n"
    )
    with pytest.raises(RuntimeError) as caught:
        Head(5).load_state_dict(Head(10).state_dict())
    reading = read_error(str(caught.value), read_network(source, (4,)))
    assert (reading.name, reading.line) == ("fc", 7)
